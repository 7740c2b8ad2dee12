import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandValue } from '../../shared/commands/index.ts';
import type { Standard } from '../../shared/case/standard.ts';
import { contextFor } from '../context.ts';
import { newStore, storeAt } from '../testing/stores.ts';
import { done, stet } from '../testing/verbs.ts';
import { EXIT } from './outcome.ts';

/** The command line holds to the standard of a case as the window does, and says how each allegation stands. */

let path: string;
let allegationId: string;
let sources: { id: string; name: string }[];

/** Changes the case as the window would. Answers the ids of what was made. */
async function change(commands: CommandValue[], by = 'M. K.'): Promise<string[]> {
  const store = await storeAt(path);
  const committed = await store.commit(commands, () => contextFor(by));
  sources = [...store.kase.records.sources.values()];
  await store.close();
  if (!committed.ok) throw new Error(JSON.stringify(committed.error));
  return committed.value
    .flatMap(({ changes }) => changes.filter(({ before }) => before === null))
    .map(({ id }) => id);
}

const evidence = (fields: Partial<Extract<CommandValue, { type: 'add-evidence' }>> = {}): CommandValue => ({
  type: 'add-evidence',
  allegationId,
  source: { name: 'Fire log', kind: 'record', party: null },
  stance: 'supports',
  excerpt: '14:10 alarm',
  locator: 'line 3',
  level: 'primary',
  authentication: 'seen in the log itself',
  origin: { type: 'first-hand' },
  publishedOn: null,
  accessedOn: null,
  address: null,
  ...fields,
});

const standard = (fields: Partial<Standard>): CommandValue => ({ type: 'change-standard', ...fields });

const corroborate = (...more: string[]) =>
  stet('move', path, 'CAS-001', 'corroborated', '--reason', 'The log says so.', ...more);

const listed = async (): Promise<Record<string, unknown>> =>
  (JSON.parse(await done('list', path, '--json')) as Record<string, unknown>[])[0] ?? {};

beforeEach(async () => {
  const store = await newStore();
  path = store.path;
  await store.close();
  const [id = ''] = await change([
    { type: 'record-allegation', statement: 'The mill burned down.', claimant: null, passage: null },
  ]);
  allegationId = id;
});

describe('move', () => {
  test('refuses a serious allegation that was put to nobody, and names those it touches', async () => {
    await change([
      evidence(),
      { type: 'edit-allegation', id: allegationId, serious: true, touches: ['Mill owner'] },
    ]);
    const refused = await corroborate();
    expect(refused.code).toBe(EXIT.wanting);
    expect(refused.err).toContain('Mill owner');
    await change([
      {
        type: 'add-response',
        allegationId,
        party: 'Mill owner',
        kind: 'declined',
        extent: null,
        words: '',
        on: '2026-11-20',
        channel: null,
        address: null,
      },
    ]);
    expect((await corroborate()).code).toBe(EXIT.done);
  });

  test('refuses until a second person came to the same, who is not the one who moves', async () => {
    await change([evidence(), standard({ secondPerson: 'always' })]);
    const refused = await corroborate('--by', 'M. K.');
    expect(refused.code).toBe(EXIT.wanting);
    expect(refused.err).toContain('second person');
    const review: CommandValue = {
      type: 'review-allegation',
      allegationId,
      state: 'corroborated',
      reason: 'Read the log.',
      blind: true,
    };
    await change([review], 'A. B.');
    expect((await corroborate('--by', 'A. B.')).code).toBe(EXIT.wanting);
    expect((await corroborate('--by', 'M. K.')).code).toBe(EXIT.done);
  });

  test.each([
    ['the reliability of its source', { reliability: 'B' }],
    ['the credibility of what it says', { credibility: '2' }],
  ] as const)('counts nothing that is graded below the floor for %s', async (_name, floor) => {
    await change([evidence(), standard(floor)]);
    expect((await corroborate()).code).toBe(EXIT.wanting);
    expect(await listed()).toMatchObject({ standard: { supports: { met: false, origins: 0 } }, origins: [] });
    await change([
      { type: 'edit-source', id: sources[0]?.id ?? '', reliability: 'A' },
      { type: 'edit-evidence', id: await evidenceId(), credibility: '1' },
    ]);
    expect((await corroborate()).code).toBe(EXIT.done);
  });

  test('records a denial with what it denies, at a time of a clock', async () => {
    const said = ['--basis', 'party', '--party', 'Mill owner', '--said', 'Not ours.', '--extent', 'part'];
    const told = ['--on', '2026-11-20 9:05 Europe/Kyiv', '--denies', 'that the mill was theirs'];
    await done('move', path, 'CAS-001', 'denied', '--reason', 'R', ...said, ...told);
    expect(await listed()).toMatchObject({
      denials: [{ party: 'Mill owner', extent: 'part', denies: 'that the mill was theirs' }],
    });
    const store = await storeAt(path);
    const [response] = store.kase.records.responses.values();
    await store.close();
    expect(response?.on).toBe('2026-11-20T07:05Z[Europe/Kyiv]');
    expect(await done('list', path)).toContain('[denied by Mill owner, in part: that the mill was theirs]');
  });
});

describe('list', () => {
  test('says as JSON what meets the standard, and on which origins it rests', async () => {
    await change([evidence()]);
    await change([
      evidence({
        source: { name: 'The daily', kind: 'outlet', party: null },
        level: 'secondary',
        origin: { type: 'derived', evidenceId: await evidenceId() },
      }),
      evidence({ stance: 'contradicts', origin: { type: 'unknown' } }),
    ]);
    expect(await listed()).toMatchObject({
      ref: 'CAS-001',
      standard: { supports: { met: true, origins: 1 }, contradicts: { met: false, origins: 0 } },
      lacks: [],
      denials: [],
      override: null,
      origins: [{ stance: 'supports', source: 'Fire log', evidence: [1, 2] }],
    });
  });

  test('shows an override, and tells its reason as JSON', async () => {
    expect((await corroborate('--override', 'The editor decided.')).code).toBe(EXIT.done);
    expect(await done('list', path)).toContain('corroborated [override]');
    expect(await listed()).toMatchObject({
      override: 'The editor decided.',
      lacks: ['needs-primary', 'needs-first-hand', 'needs-secondary'],
    });
  });

  test('shows a finding that no longer meets the standard', async () => {
    await change([evidence()]);
    expect((await corroborate()).code).toBe(EXIT.done);
    expect(await done('list', path)).not.toContain('no longer');
    await change([{ type: 'remove', kind: 'evidence', id: await evidenceId() }]);
    expect(await done('list', path)).toContain('corroborated [no longer meets the standard]');
    expect(await listed()).toMatchObject({
      lacking: true,
      override: null,
      standard: { supports: { met: false } },
    });
  });

  test('calls a confidential source by the description agreed with it', async () => {
    const name = 'An employee of the fire brigade';
    await change([evidence({ source: { name, kind: 'person', party: null, confidential: true } })]);
    expect(await listed()).toMatchObject({ origins: [{ source: name, evidence: [1] }] });
  });
});

async function evidenceId(): Promise<string> {
  const store = await storeAt(path);
  const [first] = store.kase.records.evidence.keys();
  await store.close();
  return first ?? '';
}

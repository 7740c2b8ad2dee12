import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { evidenceOn, newest } from '../../shared/testing/case-with.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { realDisk, type Disk } from '../case-store/disk.ts';
import { sha256 } from '../case-store/sha256.ts';
import { ExhibitFolder } from '../exhibits/folder.ts';
import { takeIn, type Commit } from '../exhibits/taking.ts';
import { failingDisk } from '../testing/failing-disk.ts';
import { testFolder } from '../testing/folder.ts';
import { allegation, context, newStore, storeAt } from '../testing/stores.ts';
import { threadHere } from '../testing/thread.ts';
import { vaultsIn } from '../protection/needles-of.ts';
import { exportReport } from './export-report.ts';
import type { FollowingReport } from './make-report.ts';

const request = {
  edition: 'checking',
  language: 'en',
  scope: { refs: null, words: '' },
  at: '2026-11-24T00:00:00Z',
  by: 'M. K.',
  version: '1',
  writesCase: true,
} as const;

let store: CaseStore;
let to: string;
/** What the folder of reports has before. */
let before: string[];
beforeEach(async () => {
  store = await newStore();
  to = testFolder();
  await store.commit([allegation('The mill burned.')], context);
  before = readdirSync(to);
});

const commit: Commit = (command) => store.commit([command], context);
const path = (name: string): string => join(to, name);
const FILES = ['html', 'json'] as const;

interface World {
  formats?: readonly ('html' | 'json' | 'csv')[];
  exhibits?: boolean;
  record?: Commit | null;
  disk?: Disk;
  from?: CaseStore;
  following?: Partial<FollowingReport>;
}
function exported({ formats = FILES, exhibits, record = commit, disk = realDisk, from, following }: World) {
  const files = formats.map((format) => ({ format, path: path(`Report.${format}`) }));
  return exportReport(
    from ?? store,
    request,
    { files, exhibits: exhibits ? path('Report exhibits') : null },
    record,
    { startThread: threadHere, print: null, disk, vaultOf: vaultsIn(join(to, 'vault')) },
    { signal: new AbortController().signal, ...following },
  );
}

/** Takes in notes as exhibits that the allegation rests on. */
async function withExhibits(...titles: string[]): Promise<void> {
  const sources = titles.map((title) => ({
    title,
    kind: 'call' as const,
    bytes: Buffer.from(`On ${title}`),
  }));
  const taken = await takeIn(store, sources, commit, () => context().at);
  if (!taken.ok) throw new Error(taken.error.problem.code);
  const { id } = newest(store.kase, 'allegations');
  for (const exhibitId of taken.value.ids) {
    const done = await commit(evidenceOn(id, { exhibitId }));
    if (!done.ok) throw new Error('no evidence');
  }
}

test('is recorded with what it can be told by, after its files are there', async () => {
  const heads = [...store.kase.heads];
  const record: Commit = (command) => {
    expect(existsSync(path('Report.json'))).toBe(true);
    return commit(command);
  };
  const done = await exported({ record });
  expect(done).toMatchObject({ ok: true, value: { recorded: 1, unrecorded: null, exhibits: null } });
  const report = newest(store.kase, 'reports');
  expect(report).toMatchObject({ number: 1, heads, edition: 'checking', refs: null, preparedBy: 'M. K.' });
  expect(report.files).toEqual(
    FILES.map((format) => {
      const bytes = readFileSync(path(`Report.${format}`));
      return { format, name: `Report.${format}`, bytes: bytes.length, sha256: sha256(bytes.toString()) };
    }),
  );
  // The head it prints is the one before its own event.
  expect(JSON.parse(readFileSync(path('Report.json'), 'utf8'))).toMatchObject({ history: { heads } });
  expect(JSON.stringify(store.kase.history)).not.toContain(to);
  expect(await exported({ record })).toMatchObject({ value: { recorded: 2 } });
});

test('leaves a case that is open for reading only, and says that it is not recorded', async () => {
  await store.snapshot();
  const reader = await storeAt(store.path, undefined, { readOnly: { code: 'asked' } });
  const events = reader.kase.history.length;
  expect(await exported({ from: reader })).toMatchObject({
    value: { recorded: null, unrecorded: { code: 'asked' } },
  });
  expect(reader.kase.history).toHaveLength(events);
  expect(readdirSync(to).sort()).toEqual(['Report.html', 'Report.json']);
  // Nor where nobody wants it to be, or the case is gone by then.
  expect(await exported({ record: null })).toMatchObject({ value: { recorded: null, unrecorded: null } });
  const gone: Commit = () => Promise.resolve({ ok: false, error: { noCase: true } });
  expect(await exported({ record: gone })).toMatchObject({
    value: { recorded: null, unrecorded: { code: 'opened-read-only' } },
  });
});

test.each(['reading', 'writing', 'copying'] as const)(
  'ended while it is %s, it leaves nothing and is not recorded',
  async (stage) => {
    await withExhibits('9 April');
    const ending = new AbortController();
    const onProgress = (_share: number, at: string): void => {
      if (at === stage) ending.abort();
    };
    const done = await exported({ exhibits: true, following: { signal: ending.signal, onProgress } });
    expect(done).toMatchObject({ ok: false, error: { problem: { code: 'cancelled' } } });
    expect(readdirSync(to)).toEqual(before);
    expect(store.kase.records.reports.size).toBe(0);
  },
);

test.each(['create', 'write', 'sync'] as const)(
  'on a disk that is full at %s, it leaves nothing and is not recorded',
  async (operation) => {
    const disk = failingDisk();
    disk.fail(operation, 'ENOSPC');
    const done = await exported({ disk });
    expect(done).toEqual({ ok: false, error: { problem: { code: 'disk-full' }, file: 'Report.html' } });
    expect(readdirSync(to)).toEqual(before);
    expect(store.kase.records.reports.size).toBe(0);
  },
);

test('when the second file cannot be written, there is no first', async () => {
  await withExhibits('9 April');
  mkdirSync(path('Report.json'));
  expect(await exported({ exhibits: true })).toMatchObject({ ok: false, error: { file: 'Report.json' } });
  expect(readdirSync(to)).toEqual(['Report.json']);
  expect(store.kase.records.reports.size).toBe(0);
});

test('takes its exhibits along, under names every system takes and with their hashes', async () => {
  await withExhibits('Call: 9 April?', 'CON', 'x'.repeat(290));
  expect(await exported({ exhibits: true })).toMatchObject({
    value: { exhibits: { path: path('Report exhibits'), count: 3 }, recorded: 1 },
  });
  const folder = path('Report exhibits');
  const names = readdirSync(folder);
  expect(names).toEqual([
    'E1 Call 9 April.txt',
    'E2 CON.txt',
    expect.stringMatching(/^E3 x{140,150}\.txt$/),
    'SHA256SUMS',
  ]);
  expect(readFileSync(join(folder, 'E2 CON.txt'), 'utf8')).toBe('On CON');
  const checked = spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder });
  if (checked.error) console.warn('sha256sum is not there: its list was not checked by it');
  expect(checked.error ? 0 : checked.status).toBe(0);
  // One that is there already is left alone, and nothing else is written.
  rmSync(path('Report.html'));
  expect(await exported({ exhibits: true })).toMatchObject({
    error: { problem: { code: 'already-exists' }, file: 'Report exhibits' },
  });
  expect(existsSync(path('Report.html'))).toBe(false);
});

test('without exhibits there is no folder for them', async () => {
  expect(await exported({ exhibits: true })).toMatchObject({ value: { exhibits: null, recorded: 1 } });
  expect(readdirSync(to).sort()).toEqual(['Report.html', 'Report.json']);
});

test('exhibits of a confidential source never go along', async () => {
  await withExhibits('9 April', '10 April');
  const { id } = [...store.kase.records.sources.values()][0] ?? { id: '' };
  const done = await store.commit(
    [{ type: 'edit-source', id, confidential: true, name: 'someone nearby' }],
    context,
  );
  expect(done).toMatchObject({ ok: true });
  expect(await exported({ exhibits: true })).toMatchObject({ value: { exhibits: null } });
  expect(readdirSync(to).sort()).toEqual(['Report.html', 'Report.json']);
});

test.each([
  ['missing', (file: string) => rmSync(file), { missing: 1, altered: 0 }],
  ['shorter', (file: string) => writeFileSync(file, 'x'), { missing: 0, altered: 1 }],
  [
    'another of the same length',
    (file: string) => writeFileSync(file, 'x'.repeat(readFileSync(file).length)),
    { missing: 0, altered: 1 },
  ],
])('an exhibit that is %s stops it, and is named', async (_name, spoil, counts) => {
  await withExhibits('9 April', '10 April');
  const exhibit = [...store.kase.records.exhibits.values()][1];
  const file = ExhibitFolder.of(store).fileOf(exhibit?.sha256 ?? '');
  chmodSync(file, 0o644);
  spoil(file);
  expect(await exported({ exhibits: true })).toMatchObject({
    ok: false,
    error: { problem: { code: 'exhibits-not-whole', ...counts, named: 'E2 10 April' } },
  });
  expect(readdirSync(to)).toEqual(before);
});

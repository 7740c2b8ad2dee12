import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest } from '../testing/case-with.ts';
import { commandSchema } from './index.ts';

describe('adding evidence', () => {
  it('records it with a new source and its party', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const event = run(
      evidenceOn(allegationId, {
        source: { name: ' Fire log ', kind: 'record', party: 'Town' },
        excerpt: ' 14:10 alarm ',
        locator: ' page 3 ',
        address: ' ',
        publishedOn: '2026-11-16',
        accessedOn: '2026-11',
      }),
    );
    expect(event).toMatchObject({ type: 'evidence-added' });
    expect(event.changes.map(({ kind, before }) => [kind, before])).toEqual([
      ['parties', null],
      ['sources', null],
      ['evidence', null],
    ]);
    const source = newest(kase, 'sources');
    expect(source).toEqual({
      id: source.id,
      name: 'Fire log',
      kind: 'record',
      partyId: newest(kase, 'parties').id,
      removed: false,
    });
    expect(newest(kase, 'evidence')).toEqual({
      id: newest(kase, 'evidence').id,
      number: 1,
      allegationId,
      sourceId: source.id,
      stance: 'supports',
      excerpt: '14:10 alarm',
      locator: 'page 3',
      level: 'secondary',
      origin: { type: 'first-hand' },
      publishedOn: '2026-11-16',
      accessedOn: '2026-11',
      address: null,
      addedAt: event.at,
      removed: false,
    });
  });

  it('finds a source by id or by name and leaves it as it is', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    const source = newest(kase, 'sources');
    run(evidenceOn(allegationId, { source: { id: source.id } }));
    run(evidenceOn(allegationId, { source: { name: 'a  NEIGHBOUR', kind: 'outlet', party: 'Town' } }));
    expect([...kase.records.sources.values()]).toEqual([source]);
    expect([...kase.records.parties.values()].map(({ name }) => name)).toEqual(['Fire brigade']);
    expect([...kase.records.evidence.values()].map((item) => item.sourceId)).toEqual(
      Array<string>(3).fill(source.id),
    );
  });

  it('numbers the items of each allegation, and no number twice', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run(evidenceOn(allegationId));
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    run(evidenceOn(allegationId));
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run(evidenceOn(newest(kase, 'allegations').id));
    expect([...kase.records.evidence.values()].map((item) => item.number)).toEqual([1, 2, 3, 1]);
  });

  it('follows where an item got it from, within the allegation', () => {
    const { kase, run, refusal, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    const evidenceId = newest(kase, 'evidence').id;
    run(evidenceOn(allegationId, { origin: { type: 'derived', evidenceId } }));
    expect(newest(kase, 'evidence').origin).toEqual({ type: 'derived', evidenceId });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const other = newest(kase, 'allegations').id;
    const missing = { code: 'not-found', kind: 'evidence' };
    expect(refusal(evidenceOn(other, { origin: { type: 'derived', evidenceId } }))).toEqual(missing);
    expect(refusal(evidenceOn(other, { origin: { type: 'derived', evidenceId: 'id-none' } }))).toEqual(
      missing,
    );
  });

  it('refuses an allegation that is not there or in the trash', () => {
    const { run, refusal, allegationId } = caseWithAllegation();
    const missing = { code: 'not-found', kind: 'allegations' };
    expect(refusal(evidenceOn('id-none'))).toEqual(missing);
    run({ type: 'remove', kind: 'allegations', id: allegationId });
    expect(refusal(evidenceOn(allegationId))).toEqual(missing);
  });

  it('needs a source that is there, or a name', () => {
    const { refusal, allegationId } = caseWithAllegation();
    for (const source of [{ id: 'id-none' }, { name: ' ', kind: 'person', party: 'Town' } as const])
      expect(refusal(evidenceOn(allegationId, { source }))).toEqual({ code: 'text-needed', field: 'source' });
  });

  it.each([
    ['an unknown stance', { stance: 'neutral' }],
    ['an unknown origin', { origin: { type: 'rumour' } }],
    ['a derived item without what it is derived from', { origin: { type: 'derived' } }],
    ['a day that does not exist', { publishedOn: '2026-13-01' }],
    ['a source of an unknown kind', { source: { name: 'x', kind: 'blog', party: null } }],
  ])('does not accept %s as input', (_what, fields) => {
    expect(commandSchema.safeParse({ ...evidenceOn('a'), ...fields }).success).toBe(false);
  });
});

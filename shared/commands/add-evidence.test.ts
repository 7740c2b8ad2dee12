import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, recordOn } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
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
      interests: '',
      reliability: 'F',
      confidential: false,
      commitment: null,
      erasedAt: null,
      mergedIntoId: null,
      removed: false,
    });
    expect(newest(kase, 'evidence')).toEqual({
      id: newest(kase, 'evidence').id,
      number: 1,
      allegationId,
      sourceId: source.id,
      exhibitId: null,
      stance: 'supports',
      excerpt: '14:10 alarm',
      locator: 'page 3',
      level: 'secondary',
      authentication: null,
      credibility: '6',
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

  it('does not come from the very source it is from', () => {
    const { kase, run, refusal, allegationId } = caseWithAllegation();
    run({ type: 'add-source', name: 'Agency', kind: 'outlet', party: null });
    const sourceId = newest(kase, 'sources').id;
    const own = { source: { id: sourceId }, origin: { type: 'derived-source', sourceId } } as const;
    expect(refusal(evidenceOn(allegationId, own))).toEqual({ code: 'origin-is-own-source' });
  });

  it('may come from what a source has first-hand that is no item here', () => {
    const { kase, run, refusal, allegationId } = caseWithAllegation();
    run({ type: 'add-source', name: 'Agency', kind: 'outlet', party: null });
    const sourceId = newest(kase, 'sources').id;
    const origin = { type: 'derived-source', sourceId } as const;
    const relayed = evidenceOn(allegationId, { origin });
    run(relayed);
    expect(newest(kase, 'evidence').origin).toEqual(origin);
    const missing = { code: 'not-found', kind: 'sources' };
    expect(refusal(evidenceOn(allegationId, { origin: { ...origin, sourceId: 'id-none' } }))).toEqual(
      missing,
    );
    run(evidenceOn(allegationId, { source: { id: sourceId } }));
    expect(refusal(relayed)).toEqual({ code: 'origin-is-evidence', number: 2 });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    run(evidenceOn(newest(kase, 'allegations').id, { origin }));
    run({ type: 'add-source', name: 'Gone', kind: 'outlet', party: null });
    const gone = newest(kase, 'sources').id;
    run({ type: 'remove', kind: 'sources', id: gone });
    expect(refusal(evidenceOn(allegationId, { origin: { ...origin, sourceId: gone } }))).toEqual(missing);
  });

  it('takes what a source is graded as with a new one only', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const source = { name: 'Log', kind: 'record', party: null } as const;
    run(evidenceOn(allegationId, { source: { ...source, reliability: 'A', interests: ' None. ' } }));
    run(evidenceOn(allegationId, { source: { ...source, reliability: 'E', confidential: true } }));
    expect([...kase.records.sources.values()]).toMatchObject([
      { name: 'Log', reliability: 'A', interests: 'None.', confidential: false },
    ]);
  });

  it('takes grade, authentication and exhibit', () => {
    const { kase, run, refusal, allegationId } = caseWithAllegation();
    run(exhibitWith());
    const exhibitId = newest(kase, 'exhibits').id;
    const details = { exhibitId, credibility: '2', authentication: ' seen in the register ' } as const;
    run(recordOn(allegationId, details));
    expect(newest(kase, 'evidence')).toMatchObject({ ...details, authentication: 'seen in the register' });
    run(recordOn(allegationId, { authentication: ' ' }));
    expect(newest(kase, 'evidence')).toMatchObject({ authentication: null, exhibitId: null });
    const missing = { code: 'not-found', kind: 'exhibits' };
    expect(refusal(recordOn(allegationId, { exhibitId: 'id-none' }))).toEqual(missing);
    run(exhibitWith());
    const gone = newest(kase, 'exhibits').id;
    run({ type: 'remove', kind: 'exhibits', id: gone });
    expect(refusal(recordOn(allegationId, { exhibitId: gone }))).toEqual(missing);
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

  it.each(['publishedOn', 'accessedOn'] as const)('refuses a future time in %s', (field) => {
    const { refusal, allegationId } = caseWithAllegation();
    expect(refusal(evidenceOn(allegationId, { [field]: '2026-12' }))).toEqual({ code: 'time-ahead', field });
  });

  it.each([
    ['an unknown stance', { stance: 'neutral' }],
    ['an unknown origin', { origin: { type: 'rumour' } }],
    ['a derived item without what it is derived from', { origin: { type: 'derived' } }],
    ['an origin without its source', { origin: { type: 'derived-source' } }],
    ['an unknown grade', { credibility: '7' }],
    ['a day that does not exist', { publishedOn: '2026-13-01' }],
    ['a source of an unknown kind', { source: { name: 'x', kind: 'blog', party: null } }],
  ])('does not accept %s as input', (_what, fields) => {
    expect(commandSchema.safeParse({ ...evidenceOn('a'), ...fields }).success).toBe(false);
  });
});

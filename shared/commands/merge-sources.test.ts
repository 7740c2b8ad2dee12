import { describe, expect, it } from 'vitest';
import { verifyCase } from '../events/verify-case.ts';
import { historyOf } from '../queries/history.ts';
import { caseWithAllegation, evidenceOn, newest, recordsOf, REDO, UNDO } from '../testing/case-with.ts';

/** A case with the sources “Wire” and “The Wire”, and an item from the first. */
function bench(confidential: readonly [boolean, boolean] = [false, false]) {
  const made = caseWithAllegation();
  const { kase, run, allegationId } = made;
  const add = (name: string, hidden = false): string => {
    run({ type: 'add-source', name, kind: 'outlet', party: null, confidential: hidden });
    return newest(kase, 'sources').id;
  };
  const id = add('Wire', confidential[0]);
  const intoId = add('The Wire', confidential[1]);
  const item = (fields: Parameters<typeof evidenceOn>[1] = {}, on = allegationId): string => {
    run(evidenceOn(on, { source: { id }, ...fields }));
    return newest(kase, 'evidence').id;
  };
  const merge = { type: 'merge-sources', id, intoId } as const;
  /** An item from the first whose origin is the first, too, as no command makes one but a merge. */
  const itemOfBoth = (): string => {
    const part = add('Part of Wire', confidential[0]);
    const both = item({ source: { id: part }, origin: { type: 'derived-source', sourceId: id } });
    run({ type: 'merge-sources', id: part, intoId: id });
    return both;
  };
  return { ...made, id, intoId, add, item, itemOfBoth, merge };
}

describe('merging two sources', () => {
  it('points what named the first to the second, and the first to it as well', () => {
    const { kase, run, id, intoId, item, merge } = bench();
    const from = item();
    const event = run(merge);
    expect(event.type).toBe('sources-merged');
    expect(event.changes).toEqual([
      { kind: 'evidence', id: from, before: { sourceId: id }, after: { sourceId: intoId } },
      {
        kind: 'sources',
        id,
        before: { mergedIntoId: null, removed: false },
        after: { mergedIntoId: intoId, removed: true },
      },
    ]);
    expect(kase.records.sources.get(intoId)).toMatchObject({ name: 'The Wire', removed: false });
    expect(kase.records.sources.get(id)).toMatchObject({ name: 'Wire', mergedIntoId: intoId });
    expect(verifyCase(kase)).toBeNull();
  });

  it('reaches evidence and origins in the trash, each record told of once', () => {
    const { kase, run, id, intoId, add, item, itemOfBoth, merge } = bench();
    const origin = { type: 'derived-source', sourceId: id } as const;
    const other = { id: add('Paper') };
    const both = itemOfBoth();
    const { id: part } = newest(kase, 'sources');
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const elsewhere = newest(kase, 'allegations').id;
    const relayed = item({ source: other, origin }, elsewhere);
    const [goneRelayed, gone] = [item({ source: other, origin }, elsewhere), item()];
    for (const each of [gone, goneRelayed]) run({ type: 'remove', kind: 'evidence', id: each });
    const event = run(merge);
    expect(event.changes.map((change) => change.id).toSorted()).toEqual(
      [both, relayed, gone, goneRelayed, part, id].toSorted(),
    );
    const now = (each: string) => kase.records.evidence.get(each);
    expect(now(both)).toMatchObject({ sourceId: intoId, origin: { ...origin, sourceId: intoId } });
    expect(now(relayed)).toMatchObject({ sourceId: other.id, origin: { ...origin, sourceId: intoId } });
    expect(now(gone)).toMatchObject({ sourceId: intoId, removed: true });
    expect(now(goneRelayed)).toMatchObject({ origin: { ...origin, sourceId: intoId }, removed: true });
    run({ type: 'restore', kind: 'evidence', id: gone });
  });

  it('is taken back as a whole, and brought back', () => {
    const { kase, run, itemOfBoth, merge } = bench();
    itemOfBoth();
    const before = recordsOf(kase);
    run(merge);
    const merged = recordsOf(kase);
    run(UNDO);
    expect(recordsOf(kase)).toBe(before);
    run(REDO);
    expect(recordsOf(kase)).toBe(merged);
    expect(verifyCase(kase)).toBeNull();
  });

  it('takes along what was merged into the first before', () => {
    const { kase, run, id, intoId, add, merge } = bench();
    const earlier = add('wire service');
    run({ ...merge, id: earlier, intoId: id });
    run(merge);
    expect([earlier, id].map((each) => kase.records.sources.get(each)?.mergedIntoId)).toEqual([
      intoId,
      intoId,
    ]);
  });

  it('leaves the history of both to be told', () => {
    const { kase, run, id, intoId, merge } = bench();
    run({ type: 'edit-source', id, reliability: 'C' });
    run({ type: 'edit-source', id: intoId, reliability: 'B' });
    const told = () => historyOf(kase, { sourceId: intoId }).map(({ type, params }) => [type, params['on']]);
    expect(told()).toEqual([
      ['source-edited', 'The Wire'],
      ['source-added', 'The Wire'],
    ]);
    run(merge);
    expect(told()).toEqual([
      ['sources-merged', 'Wire'],
      ['source-edited', 'The Wire'],
      ['source-edited', 'Wire'],
      ['source-added', 'The Wire'],
      ['source-added', 'Wire'],
    ]);
  });

  it('makes the name of the first free', () => {
    const { kase, run, id, allegationId, merge } = bench();
    run(merge);
    run(evidenceOn(allegationId, { source: { name: 'Wire', kind: 'outlet', party: null } }));
    expect(newest(kase, 'evidence').sourceId).not.toBe(id);
  });

  it('refuses a source with itself, and what is not there or no more by itself', () => {
    const { run, refusal, id, intoId, add, merge } = bench();
    const missing = { code: 'not-found', kind: 'sources' };
    expect(refusal({ ...merge, intoId: id })).toEqual({ code: 'same-record' });
    expect(refusal({ ...merge, id: 'id-none' })).toEqual(missing);
    expect(refusal({ ...merge, intoId: 'id-none' })).toEqual(missing);
    run(merge);
    expect(refusal(merge)).toEqual(missing);
    expect(refusal({ ...merge, id: intoId, intoId: id })).toEqual(missing);
    const gone = add('Gone');
    run({ type: 'remove', kind: 'sources', id: gone });
    expect(refusal({ ...merge, id: gone, intoId })).toEqual(missing);
  });

  it.each([
    [true, false],
    [false, true],
  ])('refuses to mix, of which the first is confidential: %s, and the second: %s', (first, second) => {
    const { refusal, merge } = bench([first, second]);
    expect(refusal(merge)).toEqual({ code: 'merge-mixed' });
  });

  it('takes two confidential ones', () => {
    const { kase, run, id, merge } = bench([true, true]);
    run(merge);
    expect(kase.records.sources.get(id)?.removed).toBe(true);
  });
});

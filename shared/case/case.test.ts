import { describe, expect, it } from 'vitest';
import { caseWithAllegation, evidenceOn, newest, UNDO } from '../testing/case-with.ts';
import { caseWithEverything } from '../testing/case-with-everything.ts';
import { blankCase, caseInfo, children, idByName, ownersOf, present, refNumber } from './case.ts';
import type { Kind } from './records.ts';

describe('the number of a reference', () => {
  it.each([
    ['CHN-014', 14],
    ['REF-1000000', 1_000_000],
    ['A-B-7', 7],
    ['CHN-', 0],
    ['CHN014', 0],
    ['CHN-1234567890', 0],
    ['', 0],
    [7, 0],
    [undefined, 0],
  ])('of %j is %i', (ref, number) => {
    expect(refNumber(ref)).toBe(number);
  });
});

describe('children', () => {
  it('are found by what they hang on, in the order they came', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run(evidenceOn(allegationId));
    const ids = [...kase.records.evidence.keys()];
    expect(children(kase, ['evidence', 'allegationId'], allegationId).map(({ id }) => id)).toEqual(ids);
    expect(children(kase, ['evidence', 'sourceId'], newest(kase, 'sources').id)).toHaveLength(2);
    expect(children(kase, ['evidence', 'allegationId'], 'id-none')).toEqual([]);
  });

  it('leave with what they hung on, and come as they are edited', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    const [first, item] = [newest(kase, 'sources').id, newest(kase, 'evidence').id];
    run({ type: 'edit-evidence', id: item, source: { name: 'Log', kind: 'record', party: null } });
    const of = (source: string) => children(kase, ['evidence', 'sourceId'], source).map(({ id }) => id);
    expect([of(first), of(newest(kase, 'sources').id)]).toEqual([[], [item]]);
    run(UNDO);
    expect(of(first)).toEqual([item]);
    run(UNDO);
    expect(of(first)).toEqual([]);
  });

  it('are present until they are in the trash', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run({ type: 'remove', kind: 'evidence', id: newest(kase, 'evidence').id });
    const all = children(kase, ['evidence', 'allegationId'], allegationId);
    expect([all.length, present(all).length]).toEqual([1, 0]);
  });
});

describe('whose a record is', () => {
  it('is the allegation it hangs on, both of a relation, and none of what belongs to the case', () => {
    const { kase, allegationId, otherId } = caseWithEverything();
    const of = (kind: Kind) => ownersOf(kase, kind, newest(kase, kind).id);
    expect([of('allegations'), of('relations')]).toEqual([[otherId], [allegationId, otherId]]);
    for (const kind of ['evidence', 'responses', 'queries', 'reviews', 'passages'] as const)
      expect(of(kind)).toEqual([allegationId]);
    for (const kind of ['documents', 'sources', 'exhibits', 'parties', 'case'] as const)
      expect(of(kind)).toEqual([]);
  });

  it('is still so after its making was undone', () => {
    const { kase, run, allegationId, otherId } = caseWithEverything();
    const [relation, review] = [newest(kase, 'relations').id, newest(kase, 'reviews').id];
    run(UNDO);
    run(UNDO);
    expect(ownersOf(kase, 'relations', relation)).toEqual([allegationId, otherId]);
    expect(ownersOf(kase, 'reviews', review)).toEqual([allegationId]);
  });
});

describe('names', () => {
  it('find who is there, and no one who was undone', () => {
    const { kase, run } = caseWithAllegation();
    expect(idByName(kase, 'parties', ' FIRE brigade')).toBe(newest(kase, 'parties').id);
    expect(idByName(kase, 'sources', 'Fire brigade')).toBeUndefined();
    run(UNDO);
    expect(idByName(kase, 'parties', 'Fire brigade')).toBeUndefined();
  });
});

it('a case without its own record is a bug', () => {
  expect(() => caseInfo(blankCase())).toThrow('without its own record');
});

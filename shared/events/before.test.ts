import isEqual from 'fast-deep-equal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { KINDS } from '../case/records.ts';
import { openCase } from '../migrations/open-case.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseWith, caseWithAllegation, newest, textOfCase, UNDO } from '../testing/case-with.ts';
import { textOfVersion1, wasKnown } from '../testing/version-1.ts';
import { replay } from './apply.ts';
import { eventsUpTo, recordsBefore } from './before.ts';

const rename = (title: string) => ({ type: 'edit-case', title }) as const;

describe('the records before some events', () => {
  it('are those that changed, as they were; null for what was not there', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const from = kase.history.length;
    const was = kase.records.allegations.get(allegationId);
    run({ type: 'edit-allegation', id: allegationId, notes: 'one' });
    run({ type: 'edit-allegation', id: allegationId, notes: 'two', serious: true });
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const before = recordsBefore(kase, from);
    expect([...before.keys()]).toEqual(['allegations']);
    expect(before.get('allegations')).toEqual(
      new Map<string, unknown>([
        [newest(kase, 'allegations').id, null],
        [allegationId, was],
      ]),
    );
    expect(recordsBefore(kase, kase.history.length)).toEqual(new Map());
  });

  it('are there of what was made and taken back again, and of what was taken back only', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const [all, was] = [kase.history.length, kase.records.allegations.get(allegationId)];
    run({ type: 'record-allegation', statement: 'x', passage: null });
    const { id } = newest(kase, 'allegations');
    run(UNDO);
    expect(recordsBefore(kase, all).get('allegations')).toEqual(new Map([[id, null]]));
    run(UNDO);
    expect(recordsBefore(kase, all).get('allegations')?.get(allegationId)).toEqual(was);
  });

  /**
   * Where what is told of these points of a history is not what the history tells when it is replayed up to there. What
   * is not told of must not have changed.
   */
  function wrongAt(kase: Case, points: readonly number[]): unknown[] {
    // Where the making of a source was undone after its identity was erased, the erasure is not told: see there.
    const told = (record: unknown): unknown =>
      record && typeof record === 'object' && 'erasedAt' in record ? { ...record, erasedAt: null } : record;
    return points.flatMap((point) => {
      const from = point % (kase.history.length + 1);
      const [replayed, before] = [replay(kase.history.slice(0, from)), recordsBefore(kase, from)];
      return KINDS.flatMap((kind) => {
        const changed = before.get(kind) ?? new Map<string, unknown>();
        const ids = new Set<string>([...replayed.records[kind].keys(), ...kase.records[kind].keys()]);
        return [...new Set([...ids, ...changed.keys()])].flatMap((id) => {
          const found = changed.has(id) ? changed.get(id) : kase.records[kind].get(id);
          const expected = replayed.records[kind].get(id) ?? null;
          return isEqual(told(found), told(expected)) ? [] : [{ from, kind, found, expected }];
        });
      });
    });
  }

  it('are what the history up to there tells, whatever people did', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 60, size: 'max' }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        (numbers, points) => {
          expect(wrongAt(caseFrom(numbers).kase, points)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('also where the history was begun by an older version', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 40, size: 'max' }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        (numbers, points) => {
          const opened = openCase(textOfVersion1(caseFrom(numbers, undefined, wasKnown).kase));
          if (!opened.ok) throw new Error(opened.error.code);
          expect(wrongAt(opened.value, points)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are asked for without changing the case', () => {
    const { kase } = caseFrom(Array.from({ length: 60 }, (_, at) => at * 7_919));
    const text = textOfCase(kase);
    recordsBefore(kase, 0);
    expect(textOfCase(kase)).toBe(text);
  });
});

describe('how many events there were up to some heads', () => {
  it('counts the last of them in', () => {
    const { kase, run } = caseWith();
    const counts = ['One', 'Two', 'Three'].map((title) => {
      run(rename(title));
      return [[...kase.heads], kase.history.length] as const;
    });
    for (const [heads, count] of counts) expect(eventsUpTo(kase, heads)).toBe(count);
    const [first, , last] = counts;
    expect(eventsUpTo(kase, [...(last?.[0] ?? []), ...(first?.[0] ?? [])])).toBe(4);
  });

  it('is none for heads that the history never had', () => {
    expect(eventsUpTo(caseWith(rename('One')).kase, ['f'.repeat(64)])).toBe(0);
  });
});

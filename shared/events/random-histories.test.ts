import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { children, present, type Case } from '../case/case.ts';
import { KINDS } from '../case/records.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { recordsOf, REDO, run, textOfCase, UNDO } from '../testing/case-with.ts';
import { replay } from './apply.ts';

/** Numbers that stand for commands; caseFrom() itself throws when a refusal changes the case. */
const seeds = fc.array(fc.nat(), { maxLength: 40, size: 'max' });
const settings = { numRuns: 60 };

/** An erasure is for good, and so is no part of what redoing the making of a source brings back. */
const withoutErasures = (kase: Case): string =>
  recordsOf(kase).replaceAll(/"erasedAt":"[^"]*"/g, '"erasedAt":null');

/** The records that undoing takes back: a report that left the case stays. */
const withoutReports = (kase: Case): string =>
  JSON.stringify(
    KINDS.filter((kind) => kind !== 'reports').map((kind): unknown[] => [...kase.records[kind].values()]),
  );

describe('whatever people do', () => {
  it('the history alone tells the same case', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        const { kase } = caseFrom(numbers);
        const again = replay(kase.history);
        expect(textOfCase(again)).toBe(textOfCase(kase));
        expect(again).toEqual(kase);
      }),
      settings,
    );
  });

  it('undoing all of it leads back to the beginning, and redoing to where it was', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        const { kase, context } = caseFrom(numbers);
        const [before, undone] = [withoutErasures(kase), kase.undo.length];
        while (kase.undo.length > 0) run(kase, UNDO, context);
        expect(withoutReports(kase)).toBe(withoutReports(replay(kase.history.slice(0, 1))));
        for (let step = 0; step < undone; step++) run(kase, REDO, context);
        expect(withoutErasures(kase)).toBe(before);
      }),
      settings,
    );
  });

  it('every reference is used once', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        const { kase } = caseFrom(numbers);
        const refs = kase.history
          .filter(({ type }) => type === 'allegation-recorded')
          .flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'allegations'))
          .map(({ after }) => after?.['ref']);
        expect(new Set(refs).size).toBe(refs.length);
      }),
      settings,
    );
  });

  it('a finding is whole', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        const { kase } = caseFrom(numbers);
        for (const { finding } of kase.records.allegations.values()) {
          const { state, why, basis, responseId } = finding;
          expect([why !== null, basis !== null]).toEqual([state === 'unverified', state === 'denied']);
          expect(responseId !== null).toBe(basis === 'party');
        }
      }),
      settings,
    );
  });

  it('what stands does not rest on the trash', () => {
    fc.assert(
      fc.property(seeds, (numbers) => {
        const { kase } = caseFrom(numbers);
        for (const { id, finding } of present(kase.records.allegations.values())) {
          const response =
            finding.responseId === null ? null : kase.records.responses.get(finding.responseId);
          expect([response?.removed ?? false, response?.kind ?? 'denied']).toEqual([false, 'denied']);
          for (const { documentId } of present(children(kase, ['passages', 'allegationId'], id)))
            expect(kase.records.documents.get(documentId)?.removed).toBe(false);
        }
      }),
      settings,
    );
  });

  it('nothing is refused only, and nothing taken only', () => {
    const { kase, refused } = caseFrom(Array.from({ length: 200 }, (_, at) => at * 7_919));
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(80);
    expect(kase.history.length).toBeGreaterThan(100);
    expect(new Set(kase.history.map(({ type }) => type)).size).toBeGreaterThanOrEqual(25);
  });
});

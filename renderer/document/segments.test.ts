import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../shared/queries/document-view.ts';
import { codePointLength, sliceByCodePoints } from '../../shared/text/code-points.ts';
import { linesOf, type Segment } from './segments.ts';

const mark = (passageId: string, start: number, end: number): Mark => ({
  passageId,
  allegationId: `of-${passageId}`,
  ref: 'CHN-001',
  state: 'unverified',
  start,
  end,
});

const ids = (marks: readonly Mark[]): string[] => marks.map(({ passageId }) => passageId);

/** Pieces that are hard to cut: pairs, joined emoji, combining signs, both directions, every kind of line end. */
const PIECES = [
  'a',
  'Word ',
  '🔥',
  '👩‍👩‍👧',
  'e\u0301',
  '\u0301',
  'שלום',
  '\u200f',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '𝒳',
];

const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

const anyMarked = anyText
  .filter((text) => text !== '')
  .chain((text) => {
    const length = codePointLength(text);
    const span = fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other) + 1] as const);
    return fc.record({ text: fc.constant(text), spans: fc.array(span, { maxLength: 12 }) });
  })
  .map(({ text, spans }) => ({
    text,
    marks: spans.map(([start, end], index) => mark(`p${index}`, start, end)),
  }));

describe('linesOf', () => {
  it('loses and adds nothing, marks exactly what is marked, and shows every label once', () => {
    fc.assert(
      fc.property(anyMarked, ({ text, marks }) => {
        const segments = linesOf(text, marks).flat();
        const joined = (some: readonly Segment<Mark>[]): string => some.map((each) => each.text).join('');
        expect(joined(segments)).toBe(text);
        for (const each of marks) {
          const under = segments.filter((segment) => segment.marks.includes(each));
          expect(joined(under)).toBe(sliceByCodePoints(text, each.start, each.end));
          const ending = segments.filter((segment) => segment.ending.includes(each));
          expect(ending).toHaveLength(1);
          expect(ending[0]).toBe(under.at(-1));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends every line with its line break and nowhere else', () => {
    fc.assert(
      fc.property(anyMarked, ({ text, marks }) => {
        const lines = linesOf(text, marks).map((line) => line.map((segment) => segment.text).join(''));
        expect(lines).toEqual(text.match(/[^\n]*\n|[^\n]+$/gu) ?? []);
      }),
    );
  });

  it('has no empty segments', () => {
    fc.assert(
      fc.property(anyMarked, ({ text, marks }) => {
        expect(
          linesOf(text, marks)
            .flat()
            .filter((segment) => segment.text === ''),
        ).toEqual([]);
      }),
    );
  });

  it('answers no lines for an empty text', () => {
    expect(linesOf('', [])).toEqual([]);
  });

  it('puts the shortest of nested marks last, whatever the order they come in', () => {
    const [outer, inner] = [mark('outer', 0, 9), mark('inner', 3, 6)];
    for (const marks of [
      [outer, inner],
      [inner, outer],
    ]) {
      const segments = linesOf('abcdefghi', marks).flat();
      expect(segments.map(({ text }) => text)).toEqual(['abc', 'def', 'ghi']);
      expect(segments.map((segment) => ids(segment.marks))).toEqual([
        ['outer'],
        ['outer', 'inner'],
        ['outer'],
      ]);
      expect(segments.map((segment) => ids(segment.ending))).toEqual([[], ['inner'], ['outer']]);
    }
  });

  it('counts an emoji as one', () => {
    const segments = linesOf('🔥🔥fire', [mark('p', 1, 3)]).flat();
    expect(segments.map(({ text }) => text)).toEqual(['🔥', '🔥f', 'ire']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, type Segment, type Spanning } from './segments.ts';

interface Named extends Spanning {
  name: string;
}
const mark = (name: string, from: number, to: number): Named => ({ name, from, to });
const names = (marks: readonly Named[]): string[] => marks.map(({ name }) => name);

/** A text, a stretch of it, and spans that begin and end anywhere in the text. */
const anyMarked = fc.string({ minLength: 1, maxLength: 60 }).chain((text) => {
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other) + 1] as const);
  return fc
    .record({ text: fc.constant(text), stretch: span, spans: fc.array(span, { maxLength: 12 }) })
    .map(({ spans, ...rest }) => ({
      ...rest,
      marks: spans.map(([from, to], index) => mark(`p${index}`, from, to)),
    }));
});

describe('segmentsOf', () => {
  it('loses and adds nothing, marks exactly what is marked, and shows every label once', () => {
    fc.assert(
      fc.property(anyMarked, ({ text, stretch: [from, to], marks }) => {
        const segments = segmentsOf(text, from, to, marks);
        const joined = (some: readonly Segment<Named>[]): string => some.map((each) => each.text).join('');
        expect(joined(segments)).toBe(text.slice(from, to));
        for (const segment of segments) {
          expect(segment.text).not.toBe('');
          expect(text.slice(segment.from, segment.from + segment.text.length)).toBe(segment.text);
        }
        for (const each of marks) {
          const under = segments.filter((segment) => segment.marks.includes(each));
          const [start, end] = [Math.max(from, each.from), Math.min(to, each.to)];
          expect(joined(under)).toBe(start < end ? text.slice(start, end) : '');
          const ending = segments.filter((segment) => segment.ending.includes(each));
          expect(ending).toEqual(each.to > from && each.to <= to ? [under.at(-1)] : []);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers no segments for an empty stretch', () => {
    expect(segmentsOf('abc', 1, 1, [mark('p', 0, 3)])).toEqual([]);
  });

  it('puts the shortest of nested marks last, whatever the order they come in', () => {
    const [outer, inner] = [mark('outer', 0, 9), mark('inner', 3, 6)];
    for (const marks of [
      [outer, inner],
      [inner, outer],
    ]) {
      const segments = segmentsOf('abcdefghi', 0, 9, marks);
      expect(segments.map(({ text }) => text)).toEqual(['abc', 'def', 'ghi']);
      expect(segments.map((segment) => names(segment.marks))).toEqual([
        ['outer'],
        ['outer', 'inner'],
        ['outer'],
      ]);
      expect(segments.map((segment) => names(segment.ending))).toEqual([[], ['inner'], ['outer']]);
    }
  });
});

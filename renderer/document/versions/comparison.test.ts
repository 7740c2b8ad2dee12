import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/text/compare.ts';
import { rowsOf, type Row, type Run } from './comparison.ts';

const rows = (before: string, after: string): Row[] => rowsOf(before, after, compareTexts(before, after));
const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
const paragraphs = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => `Paragraph ${from + at} of a story.`).join('\n\n');

describe('rowsOf', () => {
  it('folds what is the same between differences, all but a paragraph beside each', () => {
    const before = `${paragraphs(5)}\n\nTwelve people were in the house.\n\n${paragraphs(8, 5)}\n\nThe end of it.`;
    const after = before.replace('Twelve', 'Fourteen 🔥').replace('\n\nThe end of it.', '');
    const found = rows(before, after);
    expect(found.map((row) => (row.kind === 'same' ? row.folded : row.kind))).toEqual([
      4,
      null,
      'changed',
      null,
      6,
      null,
      'removed',
    ]);
    expect(found.flatMap((row) => (row.kind === 'same' ? [] : [row.number]))).toEqual([1, 2]);
    const [changed] = found.flatMap((row) => (row.kind === 'changed' ? [row] : []));
    expect(changed?.before[0]).toEqual({ kind: 'removed', text: 'Twelve ' });
    expect(changed?.after[0]).toEqual({ kind: 'added', text: 'Fourteen 🔥 ' });
  });

  it('does not fold a single paragraph, nor tell of equal texts as different', () => {
    expect(rows('One.\n\nTwo.', 'One.\n\nTwo.')).toMatchObject([{ kind: 'same', folded: 2 }]);
    expect(rows('One.', 'One.')).toMatchObject([{ kind: 'same', folded: null, text: 'One.' }]);
    expect(rows('', '')).toEqual([]);
  });

  it('leaves a side without words where the other has some', () => {
    expect(rows('', 'New.')).toMatchObject([
      { kind: 'added', before: [], after: [{ kind: 'added', text: 'New.' }] },
    ]);
    expect(rows('Old.', '')).toMatchObject([{ kind: 'removed', after: [] }]);
  });

  it('tells every difference: without what is folded, both texts can be put together again', () => {
    const line = fc
      .array(fc.constantFrom('fire', 'mill', '🔥', 'Київ', 'النار', '火', ',', '12'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((words) => words.join(' '));
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n\n'));
    const solid = (some: string): string => some.replace(/\s/gu, '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = rows(before, after);
        const side = (of: 'before' | 'after'): string =>
          found.map((row) => (row.kind === 'same' ? row.text : joined(row[of]))).join('');
        expect(solid(side('before'))).toBe(solid(before));
        expect(solid(side('after'))).toBe(solid(after));
      }),
    );
  });
});

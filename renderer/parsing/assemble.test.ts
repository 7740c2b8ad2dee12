import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_KINDS } from '../../shared/case/words.ts';
import { sliceByCodePoints } from '../../shared/text/code-points.ts';
import { isWellFormed, toWellFormed } from '../../shared/text/well-formed.ts';
import { assembled, type Part } from './assemble.ts';

const LIST = {};
const part = fc.record<Part>({
  text: fc.string({ unit: 'binary', minLength: 1 }),
  kind: fc.constantFrom(null, ...BLOCK_KINDS),
  level: fc.constantFrom(null, 1, 2),
  list: fc.constantFrom(null, LIST),
});

describe('putting parts into one text', () => {
  it('says where each part stands, in code points', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { text, blocks, starts } = assembled(parts);
        const words = parts.map((each) => toWellFormed(each.text).replaceAll('\0', '\uFFFD'));
        expect(
          starts.map((start, index) =>
            sliceByCodePoints(text, start, start + Array.from(words[index] ?? '').length),
          ),
        ).toEqual(words);
        const kinds = parts.filter(({ kind }) => kind !== null);
        expect(blocks.map(({ kind }) => kind)).toEqual(kinds.map(({ kind }) => kind));
        expect(blocks.map(({ start, end }) => sliceByCodePoints(text, start, end))).toEqual(
          words.filter((_words, index) => parts[index]?.kind !== null),
        );
        expect(isWellFormed(text) && !text.includes('\0')).toBe(true);
      }),
    );
  });

  it('leaves a blank line between parts, and none between items of a list', () => {
    const item = (text: string, list: object | null): Part => ({ text, kind: 'item', level: 1, list });
    const { text } = assembled([
      item('a', LIST),
      item('b', LIST),
      item('c', {}),
      item('d', null),
      item('e', null),
    ]);
    expect(text).toBe('a\nb\n\nc\n\nd\n\ne');
  });
});

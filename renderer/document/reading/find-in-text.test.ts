import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../shared/text/fold.ts';
import { findInText, foldedText, MOST_HITS } from './find-in-text.ts';

const found = (text: string, words: string): string[] =>
  findInText(foldedText(text), words).map(({ from, to }) => text.slice(from, to));

describe('findInText', () => {
  it('finds words whatever their case and marks, and answers them as they stand', () => {
    expect(found('Zelensky, ZELENSKY, zélénský', 'zelensky')).toEqual(['Zelensky', 'ZELENSKY', 'zélénský']);
    expect(found('Cafe\u0301 Müller', 'café')).toEqual(['Cafe\u0301']);
    expect(found('كِتَابٌ كتاب', 'كتاب')).toHaveLength(2);
    expect(found('Київ і КИЇВ', 'київ')).toEqual(['Київ', 'КИЇВ']);
  });

  it('takes signs for one another that people write in place of one another', () => {
    expect(found('“It’s a plan — now”', '"it\'s a plan - now"')).toEqual(['“It’s a plan — now”']);
  });

  it('finds over line breaks and runs of space', () => {
    expect(found('two\n  men were  seen', 'two men were seen')).toEqual(['two\n  men were  seen']);
  });

  it('finds half of a sign that became several, as all of it', () => {
    expect(found('the ﬁre', 'fi')).toEqual(['ﬁ']);
    expect(found('the ﬁre', 'f')).toEqual(['ﬁ']);
    expect(found('the ﬁre', 'ire')).toEqual(['ﬁre']);
  });

  it('finds nothing for nothing', () => {
    expect(found('a b c', '')).toEqual([]);
    expect(found('a b c', '  ')).toEqual([]);
    expect(found('', 'a')).toEqual([]);
  });

  it('counts up to a limit', () => {
    expect(findInText(foldedText('a'.repeat(MOST_HITS + 10)), 'a')).toHaveLength(MOST_HITS);
  });

  it('finds what stands there, in order, whole, and folded to what was asked', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B', 'é', 'e\u0301', 'Ж', '字', '🔥', ' ', '\n', 'ß', 'İ'), {
        maxLength: 60,
      })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), fc.integer({ min: 1, max: 6 }), (whole, start, length) => {
        const words = Array.from(whole)
          .slice(start, start + length)
          .join('');
        fc.pre(words.trim() === words && /[\p{L}🔥]/u.test(words) && !/^\p{M}/u.test(words));
        const hits = findInText(foldedText(whole), words);
        expect(hits.length).toBeGreaterThan(0);
        let last = 0;
        for (const { from, to } of hits) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(fold(whole.slice(from, to))).toBe(fold(words));
          last = to;
        }
      }),
      { numRuns: 500 },
    );
  });
});

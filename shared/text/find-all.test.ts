import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll } from './find-all.ts';

/** Text of few letters, in which everything stands often, also overlapping. */
const narrow = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', '火', '🔥'), { minLength, maxLength }).map((each) => each.join(''));

/** The same by the language's own search, one word after the other. */
function searched(text: string, word: string, most: number): number[] {
  const places: number[] = [];
  if (word === '') return places;
  for (let at = text.indexOf(word); at >= 0 && places.length < most; at = text.indexOf(word, at + 1))
    places.push(at);
  return places;
}

describe('finding many words at once', () => {
  it('finds each wherever it stands, overlapping too, in UTF-16 units', () => {
    expect(findAll('🔥aa🔥aaa', ['aa', '🔥', 'nowhere', 'aa'], 9)).toEqual(
      new Map([
        ['aa', [2, 6, 7]],
        ['🔥', [0, 4]],
        ['nowhere', []],
      ]),
    );
  });

  it('finds no empty word, and nothing in an empty text', () => {
    expect([...findAll('abc', ['', 'b'], 9).values()]).toEqual([[], [1]]);
    expect([...findAll('', ['', 'b'], 9).values()]).toEqual([[], []]);
  });

  it('finds what searching for one after the other finds', () => {
    fc.assert(
      fc.property(
        narrow(0, 60),
        fc.array(narrow(0, 12)),
        fc.integer({ min: 1, max: 8 }),
        (text, words, most) => {
          const found = findAll(text, words, most);
          expect([...found.keys()].sort()).toEqual([...new Set(words)].sort());
          for (const [word, places] of found) expect(places).toEqual(searched(text, word, most));
        },
      ),
      { numRuns: 500 },
    );
  });
});

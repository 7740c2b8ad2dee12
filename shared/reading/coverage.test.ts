import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength } from '../text/code-points.ts';
import { sentencesOf } from '../text/sentences.ts';
import { coverageOf, nextUntouched } from './coverage.ts';
import type { Span } from './span.ts';

const TEXT =
  '# Fire 🔥\n\n“The mill burned,” he said. Nobody saw it.\n\n1. It was old.\n\n* * *\n\nAdvertisement\n\nThe end.';
const SENTENCES = sentencesOf(TEXT, [], 'en');
const cover = (words: string): Span => {
  const start = codePointLength(TEXT.slice(0, TEXT.indexOf(words)));
  return { start, end: start + codePointLength(words) };
};
const states = (...words: string[]) => coverageOf(TEXT, SENTENCES, words.map(cover)).sentences;

describe('the coverage of a text', () => {
  it('is none at first; boilerplate and signs count neither way', () => {
    expect(coverageOf(TEXT, SENTENCES, [])).toEqual({
      sentences: ['untouched', 'untouched', 'untouched', 'untouched', null, null, 'untouched'],
      checked: 0,
      partly: 0,
      untouched: 5,
      total: 5,
      share: 0,
    });
  });

  it('is of letters and digits: signs, spaces and numbers of items need no cover', () => {
    expect(states('Fire', 'The mill burned', 'he said', 'It was old', 'Advertisement')).toEqual([
      'checked',
      'checked',
      'untouched',
      'checked',
      null,
      null,
      'untouched',
    ]);
  });

  it('may be partial, and pieces add up in any order', () => {
    expect(states('he said. Nobody').slice(1, 3)).toEqual(['partly', 'partly']);
    expect(states('saw it', 'he said. Nobody', 'burned', 'The mill').slice(1, 3)).toEqual([
      'checked',
      'checked',
    ]);
    expect(states('”', '. ', '“').slice(1, 3)).toEqual(['untouched', 'untouched']);
  });

  it('has a share by sentences', () => {
    const half = coverageOf(TEXT, SENTENCES, [cover('Fire'), cover('Nobody saw'), cover('The end.')]);
    expect(half).toMatchObject({ checked: 2, partly: 1, untouched: 2, total: 5, share: 0.4 });
    expect(coverageOf('', [], []).share).toBe(1);
    expect(coverageOf('***', sentencesOf('***', [], null), [])).toMatchObject({ total: 0, share: 1 });
  });

  it('is whole under a cover that is larger than the text, and takes no notice of empty ones', () => {
    expect(coverageOf(TEXT, SENTENCES, [{ start: -5, end: 9999 }]).share).toBe(1);
    const [empty] = coverageOf(TEXT, SENTENCES, [
      { start: 3, end: 3 },
      { start: 5, end: 2 },
    ]).sentences;
    expect(empty).toBe('untouched');
  });

  it('is what it is letter by letter, for any covers of any text', () => {
    const text = fc
      .array(fc.constantFrom('Mill ', '🔥', '. ', '我们。', 'قال ', '7', '\n', '“', 'й', ' - '), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    const covers = fc.array(fc.record({ start: fc.integer({ min: -3, max: 90 }), end: fc.nat(90) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, covers, (anyText, anyCovers) => {
        const points = Array.from(anyText);
        const far = [{ kind: 'note', start: 9000, end: 9001, level: null }] as const;
        const sentences = sentencesOf(anyText, far, null);
        const coverage = coverageOf(anyText, sentences, anyCovers);
        const expected = sentences.map(({ start, end }) => {
          const letters = points
            .map((point, at) => ({ point, at }))
            .slice(start, end)
            .filter(({ point }) => /[\p{L}\p{N}]/u.test(point));
          const under = letters.filter(({ at }) =>
            anyCovers.some((span) => span.start <= at && at < span.end),
          ).length;
          if (letters.length === 0) return null;
          return under === letters.length ? 'checked' : under > 0 ? 'partly' : 'untouched';
        });
        expect(coverage.sentences).toEqual(expected);
        expect(coverage.total).toBe(expected.filter((state) => state !== null).length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the next sentence that is not checked', () => {
  const coverage = coverageOf(TEXT, SENTENCES, [cover('Fire'), cover('Nobody')]);
  const next = (from: number): number | null => nextUntouched(coverage, SENTENCES, from);
  const startOf = (at: number): number => SENTENCES[at]?.start ?? Number.NaN;

  it('is the first behind a place, partly checked ones too, and goes round', () => {
    expect(next(-1)).toBe(1);
    expect(next(startOf(1))).toBe(2);
    expect(next(startOf(1) + 4)).toBe(2);
    expect(next(startOf(2))).toBe(3);
    expect(next(startOf(3))).toBe(6);
    expect(next(startOf(6))).toBe(1);
    expect(next(9999)).toBe(1);
  });

  it('is the same again when it is the only one, and none when all is done', () => {
    const but = coverageOf(TEXT, SENTENCES, [{ start: 0, end: startOf(6) }]);
    expect(nextUntouched(but, SENTENCES, startOf(6))).toBe(6);
    expect(nextUntouched(coverageOf(TEXT, SENTENCES, [{ start: 0, end: 999 }]), SENTENCES, 0)).toBeNull();
    expect(nextUntouched(coverage, [], 0)).toBeNull();
  });
});

const ARTICLE = resolve(import.meta.dirname, '../../..', 'shared', 'seed', 'article.txt');
const absent = !existsSync(ARTICLE);
if (absent) console.log('Skipped: ../shared/seed/article.txt is absent.');

it.skipIf(absent)('of an article goes from nothing to all of it, a sentence at a time', () => {
  const text = readFileSync(ARTICLE, 'utf8');
  const sentences = sentencesOf(text, [], 'en');
  const covers: Span[] = [];
  let at = nextUntouched(coverageOf(text, sentences, covers), sentences, -1);
  for (
    ;
    at !== null;
    at = nextUntouched(coverageOf(text, sentences, covers), sentences, covers.at(-1)?.start ?? -1)
  ) {
    const sentence = sentences[at];
    if (!sentence) break;
    expect(coverageOf(text, sentences, covers).share).toBe(covers.length / sentences.length);
    covers.push(sentence);
  }
  expect(covers).toEqual(sentences);
  expect(coverageOf(text, sentences, covers).share).toBe(1);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FITS } from '../case/words.ts';
import { selectorsFor } from './anchor.ts';
import { codePointLength, sliceByCodePoints } from './code-points.ts';
import { reanchor } from './reanchor.ts';
import type { Anchored, Selector } from './reanchor.ts';
import { isWellFormed } from './well-formed.ts';

/** Scripts by letters that make up words, and what stands between words. */
const SCRIPTS = {
  Latin: { letters: 'abcdefghijklmnoprstuvwyzáéñ0123456789', space: ' ' },
  Cyrillic: { letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя0123456789', space: ' ' },
  Arabic: { letters: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي٠١٢٣٤٥٦٧٨٩', space: ' ' },
  Chinese: {
    letters: '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会155',
    space: '',
  },
  'emoji and letters': { letters: 'abcde火🔥🚒👩‍👧🇺🇦\u0301🏭1234567', space: ' ' },
} as const;
type Script = (typeof SCRIPTS)[keyof typeof SCRIPTS];

/** Word number `index` of a script: three to six letters, always the same, and another for every number. */
function wordOf({ letters }: Script, index: number): string {
  const all = Array.from(letters);
  let word = '';
  for (let rest = index * 7_919 + 40_000; rest > 0; rest = Math.floor(rest / all.length))
    word += all[rest % all.length] ?? '';
  return word;
}
const textOf = (script: Script, words: readonly number[]): string =>
  words.map((index, at) => wordOf(script, index) + (at % 17 === 16 ? '.\n\n' : script.space)).join('');

/** Many words of which many stand often, or words of which each stands once. */
const anyWords = fc.array(fc.nat(60), { minLength: 60, maxLength: 160 });
const otherWords = fc.uniqueArray(fc.nat(4_000), { minLength: 60, maxLength: 160 });

/** A change of a text: where, as a share of its length, how many code points go, and which words come. */
interface Edit {
  at: number;
  gone: number;
  words: readonly number[];
}
const share = fc.integer({ min: 0, max: 999 }).map((each) => each / 1_000);
const edit = fc.record({ at: share, gone: fc.nat(40), words: fc.array(fc.nat(60), { maxLength: 6 }) });
const passage = fc.record({ at: share, length: fc.integer({ min: 1, max: 60 }) });

function spanOf(text: string, { at, length }: { at: number; length: number }) {
  const all = codePointLength(text);
  const start = Math.floor(at * all);
  return { start, end: Math.min(all, start + length) };
}

function select(text: string, { start, end }: { start: number; end: number }): Selector {
  const selectors = selectorsFor(text, start, end);
  if (!selectors) throw new Error('no such span');
  return selectors;
}

/** Makes a change, and says where a position behind it has gone. */
function change(script: Script, text: string, { at, gone, words }: Edit) {
  const points = Array.from(text);
  const start = Math.floor(at * points.length);
  const end = Math.min(points.length, start + gone);
  const come = textOf(script, words);
  const changed = points.slice(0, start).join('') + come + points.slice(end).join('');
  return { changed, start, end, by: codePointLength(come) - (end - start) };
}

const changeAll = (script: Script, text: string, edits: readonly Edit[]): string =>
  edits.reduce((sofar, each) => change(script, sofar, each).changed, text);

/** How often a text has some words, overlapping places too. */
function timesOf(text: string, words: string): number {
  let times = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) times++;
  return times;
}

/** How many code points before and after a place are the same as before and after the passage. */
function agreeing(old: string, text: string, was: { start: number; end: number }, is: typeof was) {
  const [one, other] = [Array.from(old), Array.from(text)];
  let [before, after] = [0, 0];
  while (
    is.start > before &&
    was.start > before &&
    one[was.start - 1 - before] === other[is.start - 1 - before]
  )
    before++;
  while (was.end + after < one.length && one[was.end + after] === other[is.end + after]) after++;
  return { before, after };
}

function expectWellFormed(text: string, [{ exact }, position]: Selector, anchored: Anchored): void {
  const { fit, span, candidates } = anchored;
  expect(FITS).toContain(fit);
  expect(span !== null).toBe(fit === 'exact' || fit === 'moved');
  expect(candidates.length > 0).toBe(fit === 'fuzzy' || fit === 'ambiguous');
  expect(span && sliceByCodePoints(text, span.start, span.end)).toBe(span && exact);
  expect(span?.start === position.start).toBe(fit === 'exact');
  for (const [at, { start, end, closeness }] of candidates.entries()) {
    expect(start >= 0 && start < end && end <= codePointLength(text)).toBe(true);
    expect(closeness > 0 && closeness <= (candidates[at - 1]?.closeness ?? 1)).toBe(true);
    expect(isWellFormed(sliceByCodePoints(text, start, end))).toBe(true);
  }
  const [closest] = candidates;
  const isSame = closest !== undefined && sliceByCodePoints(text, closest.start, closest.end) === exact;
  expect(isSame).toBe(fit === 'ambiguous');
}

describe.each(Object.entries(SCRIPTS))('passages in %s', (_name, script) => {
  it('are given a span only where their very words are, and candidates within the text', () => {
    fc.assert(
      fc.property(
        anyWords,
        fc.array(passage, { minLength: 1, maxLength: 5 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (words, passages, edits, isOldAtHand) => {
          const old = textOf(script, words);
          const selectors = passages.map((each) => select(old, spanOf(old, each)));
          const text = changeAll(script, old, edits);
          const found = reanchor(text, selectors, isOldAtHand ? selectors.map(() => old) : []);
          expect(found.length).toBe(selectors.length);
          for (const [at, selector] of selectors.entries())
            expectWellFormed(text, selector, found[at] as Anchored);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('go along with what is changed elsewhere, to the right place', () => {
    const counts = { tried: 0 };
    fc.assert(
      fc.property(
        fc.oneof(anyWords, otherWords),
        passage,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (words, where, edits, isOldAtHand) => {
          const old = textOf(script, words);
          const span = spanOf(old, where);
          const selector = select(old, span);
          const [{ prefix, exact, suffix }] = selector;
          let [text, start] = [old, span.start];
          for (const each of edits) {
            const done = change(script, text, each);
            // Changes of the passage or its surroundings are another matter.
            if (done.end < start - 32) start += done.by;
            else if (done.start <= start + codePointLength(exact) + 32) continue;
            text = done.changed;
          }
          const around = prefix + exact + suffix;
          fc.pre(timesOf(old, around) === 1 && timesOf(text, around) === 1);
          counts.tried++;
          const [found] = reanchor(text, [selector], isOldAtHand ? [old] : []);
          expect(found).toEqual({
            fit: start === span.start ? 'exact' : 'moved',
            span: { start, end: start + codePointLength(exact) },
            candidates: [],
          });
        },
      ),
      { numRuns: 300 },
    );
    expect(counts.tried).toBe(300);
  });

  it('are found nowhere for certain once deleted, but where the same words have the same surroundings', () => {
    fc.assert(
      fc.property(
        anyWords,
        passage,
        fc.array(edit, { maxLength: 2 }),
        fc.boolean(),
        (words, where, edits, isOldAtHand) => {
          const old = textOf(script, words);
          const span = spanOf(old, where);
          const selector = select(old, span);
          const cut = sliceByCodePoints(old, 0, span.start) + sliceByCodePoints(old, span.end, Infinity);
          const text = changeAll(script, cut, edits);
          const [found] = reanchor(text, [selector], isOldAtHand ? [old] : []);
          if (!found?.span) return;
          const [{ prefix, exact, suffix }] = selector;
          const { before, after } = agreeing(old, text, span, found.span);
          const isFull = before >= codePointLength(prefix) && after >= codePointLength(suffix);
          expect(isFull || (isOldAtHand && before + codePointLength(exact) + after >= 16)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are lost when deleted from a text that has no word twice', () => {
    fc.assert(
      fc.property(otherWords, passage, fc.boolean(), (words, where, isOldAtHand) => {
        const old = textOf(script, words);
        const span = spanOf(old, where);
        fc.pre(span.end - span.start >= 12);
        const text = sliceByCodePoints(old, 0, span.start) + sliceByCodePoints(old, span.end, Infinity);
        const [found] = reanchor(text, [select(old, span)], isOldAtHand ? [old] : []);
        expect(found?.span).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('wait for a person when a single character of them is another', () => {
    fc.assert(
      fc.property(otherWords, share, fc.integer({ min: 24, max: 60 }), share, fc.boolean(), (...given) => {
        const [words, at, length, place, isOldAtHand] = given;
        const old = textOf(script, words);
        const span = spanOf(old, { at: at * 0.6, length });
        const changedAt = span.start + 1 + Math.floor(place * (span.end - span.start - 2));
        const points = Array.from(old);
        points[changedAt] = points[changedAt] === '7' ? '8' : '7';
        const text = points.join('');
        const [found] = reanchor(text, [select(old, span)], isOldAtHand ? [old] : []);
        expect(found).toMatchObject({ fit: 'fuzzy', span: null });
        const [closest] = found?.candidates ?? [];
        expect(closest && closest.start <= changedAt && closest.end > changedAt).toBe(true);
        expect(closest && Math.abs(closest.start - span.start) < 24).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are where they are however many others are looked for, and in whatever order', () => {
    fc.assert(
      fc.property(
        anyWords,
        fc.array(passage, { minLength: 2, maxLength: 12 }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (words, passages, edits, isOldAtHand) => {
          const old = textOf(script, words);
          const text = changeAll(script, old, edits);
          const selectors = passages.map((each) => select(old, spanOf(old, each)));
          const olds = isOldAtHand ? selectors.map(() => old) : [];
          const found = reanchor(text, selectors, olds);
          expect(reanchor(text, selectors.toReversed(), olds)).toEqual(found.toReversed());
          expect(selectors.flatMap((each) => reanchor(text, [each], olds.slice(0, 1)))).toEqual(found);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are exact in the same text, wherever else their words stand', () => {
    fc.assert(
      fc.property(anyWords, fc.array(passage), (words, passages) => {
        const text = textOf(script, [...words, ...words]);
        const spans = passages.map((each) => spanOf(text, each));
        const found = reanchor(
          text,
          spans.map((span) => select(text, span)),
          spans.map(() => text),
        );
        expect(found).toEqual(spans.map((span) => ({ fit: 'exact', span, candidates: [] })));
      }),
      { numRuns: 50 },
    );
  });

  it('are orphaned in another article', () => {
    fc.assert(
      fc.property(
        otherWords,
        fc.array(passage, { minLength: 1 }),
        fc.boolean(),
        (words, passages, isOldAtHand) => {
          const old = textOf(script, words);
          const other = textOf(
            script,
            words.map((each) => each + 5_000),
          );
          const selectors = passages.map((each) => select(old, spanOf(old, each)));
          const found = reanchor(other, selectors, isOldAtHand ? selectors.map(() => old) : []);
          expect(found.map(({ fit }) => fit)).toEqual(selectors.map(() => 'orphaned'));
        },
      ),
      { numRuns: 50 },
    );
  });
});

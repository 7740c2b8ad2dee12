import { findAll } from '../text/find-all.ts';
import type { Found, Piece, Place } from './found.ts';
import { DENSE } from './name-forms.ts';
import type { Needle } from './needle.ts';
import { withUnescaped } from './unescaped.ts';
import { GAP, squeeze, squeezeAll, type Squeezed } from './squeeze.ts';

/** What is at least so long is found anywhere, also inside other words and with any gaps in it. */
const LONG = 8;
/** Words in these scripts are written together with what stands before them ("and", "to", "the"). */
const PREFIXED = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const PREFIXED_LONG = 4;

/** How many UTF-16 units are searched at once: a few milliseconds of work. */
const BATCH = 200_000;
/** The same string is told so often at most in one batch. */
const MOST = 50;

interface Wanted extends Squeezed {
  needle: Needle;
  /** Whether it is found inside of words, and whether also where something stands right before it. */
  anywhere: boolean;
  prefixed: boolean;
}

/** Searches texts for protected strings. Made once, for many texts. */
export interface Matcher {
  /**
   * Searches pieces in order, and after each batch of them answers what was found in it, at most one of each protected
   * string for a piece. A generator, so that whoever calls it can do something else in between. Texts that would be told
   * with a place are told without when something protected stands in them.
   */
  find: (pieces: Iterable<Piece>) => Generator<Found[], void, void>;
  /** Whether anything protected stands in a text. */
  isIn: (text: string) => boolean;
}

/**
 * A search for all needles in one pass. Both are squeezed first (squeeze.ts): upper and lower case, accents, how wide a
 * letter is, hyphens, quotation marks, line breaks, white space and characters that are not seen do not matter.
 *
 * - A string of eight letters or digits, squeezed, is found anywhere: within a longer word, and with any gaps in it.
 * - A shorter one is found as whole words, and where it has no space, a hyphen or an apostrophe is let pass and a space
 *   is not, so that "Aman" is not found in "a man". A hyphen, a digit, or a capital after a small letter is an end of a
 *   word.
 * - In Chinese, Japanese and Korean, which part no words, everything is found anywhere; in Arabic and Hebrew from four
 *   letters on also with something written before it.
 */
export function matcherOf(needles: readonly Needle[]): Matcher {
  const wanted = new Map<string, Wanted[]>();
  for (const needle of needles) {
    const squeezed = longestOf(squeeze(needle.text));
    const { text } = squeezed;
    if (text === '') continue;
    const anywhere = text.length >= LONG || DENSE.test(needle.text);
    const prefixed = PREFIXED.test(text) && text.length >= PREFIXED_LONG;
    const others = wanted.get(text) ?? [];
    if (others.some((other) => other.needle.what === needle.what && other.needle.id === needle.id)) continue;
    wanted.set(text, [...others, { ...squeezed, needle, anywhere, prefixed }]);
  }
  // Apart, since the shortest word of a search decides how fast it is.
  const words = [...wanted.keys()];
  const searches = [
    words.filter(({ length }) => length < LONG),
    words.filter(({ length }) => length >= LONG),
  ];

  function* places(squeezed: Squeezed): Generator<{ unit: number; needle: Needle }, void, void> {
    for (const search of searches) {
      if (search.length === 0) continue;
      const standing = (word: string, at: number): Wanted[] =>
        wanted.get(word)?.filter((each) => stands(squeezed, each, at)) ?? [];
      const found = findAll(squeezed.text, search, MOST, (word, at) => standing(word, at).length > 0);
      for (const [word, starts] of found) {
        for (const unit of starts) for (const { needle } of standing(word, unit)) yield { unit, needle };
      }
    }
  }
  const isIn = (text: string): boolean => places(squeeze(withUnescaped(text))).next().done !== true;

  function inBatch(batch: readonly Piece[]): Found[] {
    const squeezed = squeezeAll(batch.map(({ text }) => text));
    const found = new Map<string, { unit: number; found: Found }>();
    for (const { unit, needle } of places(squeezed)) {
      const index = pieceAt(squeezed.starts, unit);
      const place = batch[index]?.place ?? { code: 'raw' };
      const { what, id } = needle;
      const key = `${index} ${what} ${id}`;
      const first = Math.min(unit, found.get(key)?.unit ?? unit);
      found.set(key, { unit: first, found: { place: told(place), what, id } });
    }
    return [...found.values()].toSorted((a, b) => a.unit - b.unit).map((each) => each.found);
  }
  const told = (place: Place): Place =>
    'text' in place && isIn(place.text) ? { ...place, text: '' } : place;

  function* find(pieces: Iterable<Piece>): Generator<Found[], void, void> {
    let batch: Piece[] = [];
    let size = 0;
    for (const piece of pieces) {
      for (const part of partsOf(piece)) {
        batch.push(part);
        size += part.text.length;
        if (size < BATCH) continue;
        yield inBatch(batch);
        batch = [];
        size = 0;
      }
    }
    yield inBatch(batch);
  }
  return { find, isIn };
}

/** The last piece that begins at a unit or before it. */
function pieceAt(starts: readonly number[], unit: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= unit) low = middle;
    else high = middle;
  }
  return low;
}

/** The beginning of a longer string stands for all of it: who copies the one has copied the other. */
const LONGEST = 500;
/** Neighbouring parts of a long piece have so much in common, in which the longest string has room. */
const OVERLAP = 4_000;

function longestOf({ text, gaps }: Squeezed): Squeezed {
  return { text: text.slice(0, LONGEST), gaps: gaps.subarray(0, LONGEST) };
}

function* partsOf(piece: Piece): Generator<Piece, void, void> {
  const { place } = piece;
  const text = withUnescaped(piece.text);
  if (text.length <= BATCH + OVERLAP) return yield { text, place };
  for (let at = 0; at < text.length; at += BATCH) yield { text: text.slice(at, at + BATCH + OVERLAP), place };
}

/** Whether what is wanted stands at a unit of a squeezed text, where its letters do. */
function stands(
  { gaps }: Squeezed,
  { text, gaps: own, anywhere, prefixed, needle }: Wanted,
  at: number,
): boolean {
  const end = at + text.length;
  for (let unit = at + 1; unit < end; unit++) {
    const gap = gaps[unit] ?? GAP.none;
    if (gap === GAP.wall) return false;
    if (gap === GAP.hard && text.length < LONG && !anywhere && !needle.digits && own[unit - at] === GAP.none)
      return false;
  }
  const ends = end >= gaps.length || gaps[end] !== GAP.none;
  const begins = at === 0 || gaps[at] !== GAP.none;
  return anywhere || ((begins || prefixed || needle.digits === true) && ends);
}

import { CONTEXT_LENGTH } from './anchor.ts';
import { findAll } from './find-all.ts';

/**
 * Where the words of passages stand in a new text, and which of those places is the passage's own.
 *
 * Words alone do not tell: "155" or "He declined to comment." may stand wherever they like, and when a passage is
 * deleted, another place may be the only one left that has its words. What tells is the stretch around the words that is
 * the same as in the old text. It must be long enough not to be chance, and no other place, in the new text or in the
 * old one, may have nearly the same: so surroundings are widened for as long as they are alike. Where the old text is not
 * at hand, nobody knows where else the words stood, so that all 32 characters of the selector must agree on both sides.
 */

/** A passage, in UTF-16 units of the text it is known from. */
export interface Passage {
  exact: string;
  /** The old text, or only the words with their prefix and suffix. */
  source: string;
  isWhole: boolean;
  start: number;
  end: number;
  /** What its words weigh. */
  own: number;
  /** What the usual surroundings of a text quote weigh here, before and after. */
  before: number;
  after: number;
}

/**
 * How far a place agrees with a passage beyond its words, in weight: before, after, and in all with the words. Where the
 * texts begin or end together, they agree for ever.
 */
interface Agreement {
  left: number;
  right: number;
  stretch: number;
}

/** A place in the new text with the words of the passage, in UTF-16 units, and whether all usual surroundings agree. */
export interface Place extends Agreement {
  start: number;
  full: boolean;
}

export interface Standing {
  /** Where the passage stands for certain; null when no place or more than one is certain. */
  certain: Place | null;
  /** The places that may be meant, certain or not. */
  places: Place[];
}

/** Surroundings are compared no further than this: two places that are alike for so long are told apart by nobody. */
const WIDE = 1_024;
/** What agrees for less is chance: two or three words. */
export const SHORTEST = 16;
/** By so much one place must agree further than any other on one side: a letter or two more are chance. */
const MARGIN = 8;
/** Beside a figure so much must agree: "155" is not found in "155 million", "1550" or "over 155". */
const BESIDE_FIGURE = 8;
/** So many places of the same words are looked at; for more, longer surroundings are asked for. */
const MOST = 64;
const FEW = 5;
/** What is asked for in turn, in weight. */
const REACHES = [SHORTEST, 4 * SHORTEST, 16 * SHORTEST];

/**
 * A character of a script that writes words or syllables with single signs (from the CJK radicals on) says about as much
 * as two letters. A pair of surrogates weighs two together.
 */
function weightOf(unit: number): number {
  return unit < 0x2e80 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
}

/** What a part of a text weighs, in letters; `from` and `to` in UTF-16 units. */
export function weigh(text: string, from: number, to: number): number {
  let weight = 0;
  for (let at = from; at < to; at++) weight += weightOf(text.charCodeAt(at));
  return weight;
}

/** The passage of `source` from unit `start` up to `end`. */
export function passageOf(source: string, start: number, end: number, isWhole: boolean): Passage {
  const prefix = Array.from(source.slice(Math.max(0, start - 2 * CONTEXT_LENGTH), start)).slice(
    -CONTEXT_LENGTH,
  );
  const suffix = Array.from(source.slice(end, end + 2 * CONTEXT_LENGTH)).slice(0, CONTEXT_LENGTH);
  const [before, after] = [prefix.join(''), suffix.join('')];
  return {
    exact: source.slice(start, end),
    source,
    isWhole,
    start,
    end,
    own: weigh(source, start, end),
    before: weigh(before, 0, before.length),
    after: weigh(after, 0, after.length),
  };
}

function agreement(passage: Passage, text: string, start: number): Agreement {
  const { source } = passage;
  let left = 0;
  let one = passage.start;
  let other = start;
  while (left < WIDE && one > 0 && other > 0) {
    const unit = source.charCodeAt(one - 1);
    if (unit !== text.charCodeAt(other - 1)) break;
    left += weightOf(unit);
    one--;
    other--;
  }
  const begin = one === 0 && other === 0;
  let right = 0;
  one = passage.end;
  other = start + passage.exact.length;
  while (right < WIDE && one < source.length && other < text.length) {
    const unit = source.charCodeAt(one);
    if (unit !== text.charCodeAt(other)) break;
    right += weightOf(unit);
    one++;
    other++;
  }
  const end = one === source.length && other === text.length;
  const stretch = left + passage.own + right;
  return { left: begin ? Infinity : left, right: end ? Infinity : right, stretch };
}

const WORD = /^[\p{L}\p{M}\p{N}]$/u;
/** Scripts that put no spaces between words: letters that touch say nothing about words there. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]$/u;

/** Whether unit `at` lies inside a word. */
export function insideWord(text: string, at: number): boolean {
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
  const after = Array.from(text.slice(at, at + 2))[0] ?? '';
  return [before, after].every((one) => WORD.test(one) && !UNSPACED.test(one));
}

/** Whether the words still begin and end as words and figures do there: "man" is not found in "manager". */
function keepsEdges(passage: Passage, text: string, place: Place): boolean {
  const edge = (was: number, is: number, agreed: number, figure: boolean): boolean =>
    agreed >= BESIDE_FIGURE || !(figure || (insideWord(text, is) && !insideWord(passage.source, was)));
  return (
    edge(passage.start, place.start, place.left, /^\p{N}/u.test(passage.exact)) &&
    edge(passage.end, place.start + passage.exact.length, place.right, /\p{N}$/u.test(passage.exact))
  );
}

/** Whether `place` clearly agrees further with the passage than `other` does. */
const beats = (place: Agreement, other: Agreement): boolean =>
  place.left >= other.left + MARGIN || place.right >= other.right + MARGIN;

/** Words to look for, and how far into them the passage begins. */
type Handle = readonly [words: string, offset: number];

/**
 * What every place with a stretch of weight `reach` contains: the passage, and half of what its words lack of it on one
 * side or the other.
 */
function handlesOf({ exact, source, start, end, own }: Passage, reach: number): Handle[] {
  if (exact === '') return [];
  if (own >= reach) return [[exact, 0]];
  const half = Math.ceil((reach - own) / 2);
  const handles: Handle[] = [];
  let from = start;
  let weight = 0;
  while (weight < half && from > 0) weight += weightOf(source.charCodeAt(--from));
  if (weight >= half) handles.push([source.slice(from, end), start - from]);
  let to = end;
  weight = 0;
  while (weight < half && to < source.length) weight += weightOf(source.charCodeAt(to++));
  if (weight >= half) handles.push([source.slice(start, to), 0]);
  return handles;
}

const startsOf = (handles: readonly Handle[], found: ReadonlyMap<string, number[]>): number[] => [
  ...new Set(handles.flatMap(([words, offset]) => (found.get(words) ?? []).map((at) => at + offset))),
];

const isFullyBeside = (passage: Passage, { left, right }: Agreement): boolean =>
  left >= passage.before && right >= passage.after;

function placesOf(text: string, passage: Passage, starts: readonly number[], reach: number): Place[] {
  return starts
    .map((start) => ({ start, ...agreement(passage, text, start) }))
    .map((place): Place => ({ ...place, full: isFullyBeside(passage, place) }))
    .filter(({ stretch }) => stretch >= reach);
}

/** The one place that is certain, of all there are; `before` says where the old text has the same words. */
function certainOf(
  text: string,
  passage: Passage,
  places: readonly Place[],
  before: readonly number[],
  reach: number,
): Place | null {
  const others = before
    .filter((start) => start !== passage.start)
    .map((start) => agreement(passage, passage.source, start));
  const kept = places.filter((place) => keepsEdges(passage, text, place));
  const full = places.filter((place) => place.full);
  // Others as full would have been found only if full surroundings are as long as what was looked for.
  const isKnown = passage.before + passage.own + passage.after >= reach;
  const isAlone = isKnown && full.length === 1 && !others.some((other) => isFullyBeside(passage, other));
  if (isAlone && full[0] && kept.includes(full[0])) return full[0];
  const certain = kept.filter(
    (place) =>
      passage.isWhole &&
      place.stretch >= reach + 2 * MARGIN &&
      others.every((other) => beats(place, other)) &&
      places.every((other) => other === place || beats(place, other)),
  );
  return (certain.length === 1 && certain[0]) || null;
}

/** How the words of each passage stand in `text`, in the order of the passages. */
export function sameWords(text: string, passages: readonly Passage[]): Standing[] {
  const standings = passages.map((): Standing => ({ certain: null, places: [] }));
  let open = passages.map((passage, at) => ({ passage, at }));
  for (const reach of REACHES) {
    const searched = open.map((one) => ({ ...one, handles: handlesOf(one.passage, reach) }));
    const now = findAll(
      text,
      searched.flatMap(({ handles }) => handles.map(([one]) => one)),
      MOST + 1,
    );
    const sources = new Map<string, Map<string, number[]>>();
    for (const source of new Set(passages.filter(({ isWhole }) => isWhole).map((one) => one.source))) {
      const here = searched.filter(({ passage }) => passage.source === source);
      const words = here.flatMap(({ handles }) => handles.map(([one]) => one));
      sources.set(source, findAll(source, words, MOST + 1));
    }
    open = [];
    for (const { passage, at, handles } of searched) {
      if (handles.length === 0) continue;
      const before = sources.get(passage.source) ?? new Map<string, number[]>();
      const isFormula = handles.some(([one]) =>
        [before, now].some((map) => (map.get(one)?.length ?? 0) > MOST),
      );
      const starts = startsOf(handles, now);
      // Of a formula all places are alike, and the first ones are as good as any.
      const places = placesOf(text, passage, isFormula ? starts.slice(0, FEW) : starts, reach);
      const certain = isFormula ? null : certainOf(text, passage, places, startsOf(handles, before), reach);
      standings[at] = { certain, places };
      if (isFormula) open.push({ passage, at });
    }
  }
  return standings;
}

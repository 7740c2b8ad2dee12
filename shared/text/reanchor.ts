import search from 'approx-string-match';
import type { Fit } from '../case/words.ts';
import { CONTEXT_LENGTH } from './anchor.ts';
import type { TextPositionSelector, TextQuoteSelector } from './anchor.ts';
import { findAll } from './find-all.ts';
import { nearWords } from './near-words.ts';
import { toCodePointsEach, toUnitsEach } from './positions.ts';
import { passageOf, sameWords } from './same-words.ts';
import type { Passage, Standing } from './same-words.ts';

export type Selector = readonly [TextQuoteSelector, TextPositionSelector];

/** A place in the new text that may be meant; in code points. `closeness` goes from 0 to 1, the very same. */
export interface Candidate {
  start: number;
  end: number;
  closeness: number;
}

/** Where a passage stands in the new text, in code points. */
export interface Anchored {
  fit: Fit;
  /** Set for exact and moved only: whatever else is found waits for a person. */
  span: { start: number; end: number } | null;
  /** For fuzzy and ambiguous, the closest first; empty otherwise. */
  candidates: Candidate[];
}

/** So many candidates are put before a person, and so many are looked at closely for that. */
const MOST = 5;
const LOOKED_AT = 20;
/** What the words count for in closeness; the rest is what stands before and after them. */
const WORDS = 0.6;

/** A place in UTF-16 units; whether its words are the same, and all the usual surroundings too. */
interface Place {
  start: number;
  end: number;
  same: boolean;
  full: boolean;
}

interface Found extends Place {
  closeness: number;
}

/** How much of what stood beside a passage stands beside a place, from 0 to 1. */
function likeness(was: string, is: string): number {
  if (was === '' || is === '') return was === is ? 1 : 0;
  const [best] = search(is, was, Math.floor(was.length / 2));
  return best ? 1 - best.errors / was.length : 0;
}

function closenessOf(passage: Passage, text: string, { start, end }: Place, errors: number): number {
  const { source, exact } = passage;
  const more = 1.5 * CONTEXT_LENGTH;
  const words = Math.max(0, 1 - errors / exact.length);
  const before = likeness(
    source.slice(Math.max(0, passage.start - CONTEXT_LENGTH), passage.start),
    text.slice(Math.max(0, start - more), start),
  );
  const after = likeness(
    source.slice(passage.end, passage.end + CONTEXT_LENGTH),
    text.slice(end, end + more),
  );
  return WORDS * words + ((1 - WORDS) / 2) * (before + after);
}

const byCloseness = (one: Found, other: Found): number =>
  other.closeness - one.closeness || one.start - other.start || one.end - other.end;

/** What may be meant by each passage without a certain place. */
function candidatesOf(text: string, open: readonly { passage: Passage; standing: Standing }[]): Found[][] {
  const near = nearWords(
    text,
    open.map(({ passage }) => passage),
  );
  const found = open.map(({ passage, standing }, at) => {
    const all = new Map<number, Found>();
    const add = (place: Place, errors: number): void => {
      const rival = all.get(place.start);
      const rated = { ...place, closeness: closenessOf(passage, text, place, errors) };
      if (!rival || byCloseness(rated, rival) < 0) all.set(place.start, rated);
    };
    const places = standing.places.toSorted(
      (one, other) => other.stretch - one.stretch || one.start - other.start,
    );
    for (const { start, full } of places.slice(0, LOOKED_AT))
      add({ start, end: start + passage.exact.length, same: true, full }, 0);
    for (const { start, end, errors } of near[at] ?? [])
      add({ start, end, same: text.slice(start, end) === passage.exact, full: false }, errors);
    return [...all.values()].sort(byCloseness);
  });
  return withoutOthers(
    text,
    open.map(({ passage }, at) => ({ passage, found: found[at] ?? [] })),
  ).map((all) => all.slice(0, MOST));
}

/**
 * What is left without the places whose words and surroundings stood in the old text too, elsewhere: they belong to other
 * words. When a passage is deleted, lookalikes that were there all along are not put before anybody.
 */
function withoutOthers(text: string, searched: readonly { passage: Passage; found: Found[] }[]): Found[][] {
  const around = ({ start, end }: Found): string =>
    text.slice(Math.max(0, start - CONTEXT_LENGTH), end + CONTEXT_LENGTH);
  const wholes = searched.filter(({ passage }) => passage.isWhole);
  const old = new Map<string, Map<string, number[]>>();
  for (const source of new Set(wholes.map(({ passage }) => passage.source))) {
    const here = wholes.filter(({ passage }) => passage.source === source).flatMap(({ found }) => found);
    old.set(source, findAll(source, here.map(around), 1));
  }
  return searched.map(({ passage, found }) => {
    const places = old.get(passage.source);
    return found.filter((one) => one.full || !places?.get(around(one))?.length);
  });
}

/**
 * The passage a selector describes: in the old text if that is given and holds what the selector says, otherwise with
 * what the selector itself has of its surroundings.
 */
function passagesOf(selectors: readonly Selector[], oldTexts: readonly (string | null)[]): Passage[] {
  const positions = new Map<string, number[]>();
  for (const [at, [, { start, end }]] of selectors.entries()) {
    const old = oldTexts[at];
    if (old == null) continue;
    const here = positions.get(old);
    if (here) here.push(start, end);
    else positions.set(old, [start, end]);
  }
  const units = new Map([...positions].map(([old, here]) => [old, toUnitsEach(old, here)]));
  return selectors.map(([{ exact, prefix, suffix }, position], at) => {
    const old = oldTexts[at];
    const here = old == null ? undefined : units.get(old);
    const start = here?.get(position.start) ?? 0;
    const end = here?.get(position.end) ?? 0;
    return old != null && old.slice(start, end) === exact
      ? passageOf(old, start, end, true)
      : passageOf(prefix + exact + suffix, prefix.length, prefix.length + exact.length, false);
  });
}

/**
 * How passages stand in the newer version of their document, in the order of the selectors, each on its own.
 *
 * - _exact_: the same words at the same position, and certain; _moved_: the same words elsewhere, and certain. Certain
 *   is a place whose surroundings agree with the old ones and with no other place's (`same-words.ts` says how).
 * - _fuzzy_: the closest place has nearly the same words. A figure that changed makes a passage fuzzy, never exact.
 * - _ambiguous_: the same words stand in one or more places, but their surroundings do not tell whether and which.
 * - _orphaned_: nothing is near enough.
 *
 * `oldTexts` are the texts that the selectors were made of, in the same order. Without its text a selector is taken for
 * all that is known, and more is ambiguous: only the old text knows where else the words stood and how far surroundings
 * must be widened to tell. Aligning both texts would not tell: of lines that are alike, an alignment takes whichever makes
 * it shortest. A selector that does not hold in its text is treated as one without.
 */
export function reanchor(
  newText: string,
  selectors: readonly Selector[],
  oldTexts: readonly (string | null)[] = [],
): Anchored[] {
  const passages = passagesOf(selectors, oldTexts);
  // Nothing has changed, and no place is more certain.
  const isSame = (passage: Passage): boolean => passage.isWhole && passage.source === newText;
  const searched = passages.filter((passage) => !isSame(passage));
  const standings = sameWords(newText, searched);
  const known = searched.map((passage, at) => ({
    passage,
    standing: standings[at] ?? { certain: null, places: [] },
  }));
  const open = known.filter(({ standing }) => standing.certain === null);
  const found = candidatesOf(newText, open);
  const candidates = new Map(open.map(({ passage }, at) => [passage, found[at] ?? []]));
  const certain = new Map(
    passages.filter(isSame).map((passage) => [passage, { start: passage.start, end: passage.end }]),
  );
  for (const { passage, standing } of known) {
    const start = standing.certain?.start;
    if (start !== undefined) certain.set(passage, { start, end: start + passage.exact.length });
  }

  const places = [...certain.values(), ...found.flat()];
  const positions = toCodePointsEach(
    newText,
    places.flatMap(({ start, end }) => [start, end]),
  );
  const inPoints = ({ start, end }: { start: number; end: number }) => ({
    start: positions.get(start) ?? 0,
    end: positions.get(end) ?? 0,
  });
  return passages.map((passage, at): Anchored => {
    const place = certain.get(passage);
    if (place) {
      const span = inPoints(place);
      const fit = span.start === selectors[at]?.[1].start ? 'exact' : 'moved';
      return { fit, span, candidates: [] };
    }
    const all = candidates.get(passage) ?? [];
    const [closest] = all;
    if (!closest) return { fit: 'orphaned', span: null, candidates: [] };
    return {
      fit: closest.same ? 'ambiguous' : 'fuzzy',
      span: null,
      candidates: all.map((one) => ({ ...inPoints(one), closeness: one.closeness })),
    };
  });
}

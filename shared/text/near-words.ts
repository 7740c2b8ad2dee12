import search from 'approx-string-match';
import { findAll } from './find-all.ts';
import { insideWord, SHORTEST, weigh } from './same-words.ts';
import type { Passage } from './same-words.ts';

/** A place in the new text, in UTF-16 units, and by how many insertions, deletions and replacements it differs. */
export interface Near {
  start: number;
  end: number;
  errors: number;
}

/** From one character in so many on, words are others and not the same ones changed. */
const ERRORS = 0.25;
/** So much of the old text around a passage helps to find where it was, in units on each side. */
const AROUND = 64;
/** A seed weighs so much: a word or two. */
const SEED = 10;
const SEEDS = 64;
/** A seed that stands more often is a formula and leads nowhere. */
const MOST_HITS = 8;
/** So many seeds must lead to a region, or as large a share as there are of a short text. */
const VOTES = 4;
const REGIONS = 3;
/** A longer passage is looked for by its first and last words, this many units each: the time grows with the square. */
const LONGEST = 1_000;
const GROWN = 24;

type Seed = readonly [words: string, offset: number];

/** Pieces of the passage and its surroundings, evenly taken, and where each begins relative to the passage. */
function seedsOf({ source, start, end }: Passage): Seed[] {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(source.length, end + AROUND);
  const stride = Math.max(2, Math.ceil((to - from) / SEEDS));
  const seeds: Seed[] = [];
  for (let at = from; at < to; at += stride) {
    let until = at;
    while (until < to && weigh(source, at, until) < SEED) until++;
    if (weigh(source, at, until) >= SEED) seeds.push([source.slice(at, until), at - start]);
  }
  return seeds;
}

const slackOf = (passage: Passage): number => 32 + Math.ceil(passage.exact.length * ERRORS);

/** Where in the new text the passage would begin, as most seeds say: the lowest and the highest guess of each region. */
function regionsOf(
  passage: Passage,
  seeds: readonly Seed[],
  hits: ReadonlyMap<string, number[]>,
): [number, number][] {
  const guesses = seeds
    .flatMap(([words, offset]) => {
      const places = hits.get(words) ?? [];
      return places.length > MOST_HITS ? [] : places.map((at) => at - offset);
    })
    .sort((one, other) => one - other);
  const groups: number[][] = [];
  for (const guess of guesses) {
    const group = groups.at(-1);
    if (group && guess - (group[0] ?? 0) <= slackOf(passage)) group.push(guess);
    else groups.push([guess]);
  }
  const votes = Math.min(VOTES, Math.ceil(seeds.length / 4));
  return groups
    .filter((group) => group.length >= votes)
    .sort((one, other) => other.length - one.length)
    .slice(0, REGIONS)
    .map((group) => [group[0] ?? 0, group.at(-1) ?? 0]);
}

/** The best match of `words` between two units of `text`; of several as good, the one that begins nearest to `guess`. */
function bestMatch(
  text: string,
  words: string,
  [from, to, guess]: readonly [number, number, number],
  errors: number,
) {
  const begin = Math.max(0, from);
  const [best] = search(text.slice(begin, to), words, errors)
    .map((match) => ({ start: begin + match.start, end: begin + match.end, errors: match.errors }))
    .sort(
      (one, other) =>
        Math.abs(one.start - guess) - Math.abs(other.start - guess) ||
        Math.abs(one.end - one.start - words.length) - Math.abs(other.end - other.start - words.length),
    );
  return best ?? null;
}

function nearIn(text: string, passage: Passage, [lowest, highest]: readonly [number, number]): Near | null {
  const { exact, own } = passage;
  // A short quote that differs in a letter is another quote: of "155" only the very words are looked for.
  const allowed = (length: number): number => (own < SHORTEST ? 0 : Math.floor(length * ERRORS));
  const slack = slackOf(passage);
  const guess = (lowest + highest) / 2;
  const to = highest + exact.length + slack;
  if (exact.length <= 2 * LONGEST)
    return bestMatch(text, exact, [lowest - slack, to, guess], allowed(exact.length));
  const head = exact.slice(0, LONGEST);
  const tail = exact.slice(-LONGEST);
  const first = bestMatch(text, head, [lowest - slack, highest + LONGEST + slack, guess], allowed(LONGEST));
  const back = exact.length - LONGEST;
  const last = bestMatch(text, tail, [lowest + back - slack, to, guess + back], allowed(LONGEST));
  if (!first || !last || Math.abs(last.end - first.start - exact.length) > exact.length * ERRORS) return null;
  // The middle is not aligned. It is not the same, or the words would have been found as they are.
  return { start: first.start, end: last.end, errors: Math.max(1, first.errors + last.errors) };
}

const isInsidePair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** Grows a match to whole characters, and to whole words where the passage was of whole words. */
function grown(passage: Passage, text: string, near: Near): Near {
  const splits = (at: number, was: number): boolean =>
    insideWord(text, at) && !insideWord(passage.source, was);
  let { start, end } = near;
  while (near.start - start < GROWN && splits(start, passage.start)) start--;
  while (end - near.end < GROWN && splits(end, passage.end)) end++;
  if (isInsidePair(text, start)) start--;
  if (isInsidePair(text, end)) end++;
  return { ...near, start, end };
}

/**
 * Places of `text` whose words are nearly those of each passage, or which have the same short words where the passage
 * was. An inexact search through all of a long text takes a tenth of a second for each passage and finds lookalikes
 * anywhere; so it is only done where several pieces of the passage and its surroundings agree that it would be.
 */
export function nearWords(text: string, passages: readonly Passage[]): Near[][] {
  const seeded = passages.map((passage) => ({ passage, seeds: seedsOf(passage) }));
  const words = seeded.flatMap(({ seeds }) => seeds.map(([one]) => one));
  const hits = findAll(text, words, MOST_HITS + 1);
  return seeded.map(({ passage, seeds }) =>
    regionsOf(passage, seeds, hits).flatMap((region) => {
      const near = nearIn(text, passage, region);
      if (!near) return [];
      const whole = grown(passage, text, near);
      // Short words that have become part of longer ones are not the same: "155" in "1550".
      const isPart = whole.end - whole.start !== near.end - near.start && passage.own < SHORTEST;
      return isPart ? [] : [whole];
    }),
  );
}

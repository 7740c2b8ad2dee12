import { fold } from './fold.ts';

/** So many characters in a row are compared at a time: about two words, in scripts with and without spaces. */
const SHINGLE = 9;
/** Shorter excerpts are alike by chance: "He declined to comment." */
const SHORTEST = 40;
/** From this share of common pieces on, one text is taken to be copied from the other or both from a third. */
const ALIKE = 0.5;
/** One piece in so many leads from a text to those it may be like; then all of their pieces are compared. */
const SAMPLED = 4;
/** A piece that more texts share than this is a formula of the trade, and tells nothing about two of them. */
const MOST = 50;

/** The pieces of a text that are compared, each as a number. */
export type Shingles = ReadonlySet<number>;

/**
 * The pieces of a text that are compared: every run of characters of a fixed length, folded, without spaces and signs
 * (shingles, after Broder, "On the resemblance and containment of documents", 1997), each as a 32-bit hash (FNV-1a).
 * Null for a text too short to say.
 */
export function shinglesOf(text: string): Shingles | null {
  const plain = fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
  if (plain.length < SHORTEST) return null;
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= plain.length; at++) {
    let hash = 0x811c9dc5;
    for (let unit = at; unit < at + SHINGLE; unit++)
      hash = Math.imul(hash ^ plain.charCodeAt(unit), 0x01000193);
    shingles.add(hash >>> 0);
  }
  return shingles;
}

/** How much two texts have in common, from 0 to 1: what is common by what there is of the shorter (containment). */
export function resemblance(one: Shingles, other: Shingles): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common++;
  return small.size === 0 ? 0 : common / small.size;
}

/**
 * The pairs of texts that are so alike that they hardly came about independently, by their places in the list, each
 * pair once and in order. Texts are found by what they share, so that ten thousand different ones take no longer than
 * looking at each once.
 */
export function alikePairs(texts: readonly (Shingles | null)[]): [number, number][] {
  const places = new Map<number, number[]>();
  const pairs: [number, number][] = [];
  for (const [at, shingles] of texts.entries()) {
    if (!shingles) continue;
    const candidates = new Set<number>();
    for (const shingle of shingles) {
      if (shingle % SAMPLED !== 0) continue;
      const before = places.get(shingle);
      if (!before) places.set(shingle, [at]);
      else if (before.length <= MOST) {
        for (const other of before) candidates.add(other);
        before.push(at);
      }
    }
    for (const other of candidates) {
      const others = texts[other];
      if (others && resemblance(shingles, others) >= ALIKE) pairs.push([other, at]);
    }
  }
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
}

export type Random = () => number;

/** A repeatable source of numbers from 0 up to 1 (mulberry32, public domain, by Tommy Ettinger). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, not including, `end`. */
export const below = (random: Random, end: number): number => Math.floor(random() * end);

/** One of a list that is not empty. */
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T;

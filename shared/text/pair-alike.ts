/** So many of a line's pieces are compared; more would not tell better and take longer. */
const KEPT = 48;
/** From this share of common pieces on, a line is taken to be another one changed. */
const ALIKE = 0.3;

/** A line's pieces of three units as 32-bit hashes, the smallest of them, ascending (Broder's bottom-k sketch). */
function sketchOf(line: string): Uint32Array {
  const padded = `\n${line}\n`;
  const hashes = new Set<number>();
  for (let at = 0; at + 2 < padded.length; at++) {
    const [a, b, c] = [padded.charCodeAt(at), padded.charCodeAt(at + 1), padded.charCodeAt(at + 2)];
    const mixed = Math.imul(Math.imul(Math.imul(a, 0x01000193) ^ b, 0x01000193) ^ c, 0x9e3779b1);
    hashes.add((mixed ^ (mixed >>> 15)) >>> 0);
  }
  return Uint32Array.from(hashes).sort().slice(0, KEPT);
}

/** The share of common pieces among the smallest of both, from 0 to 1: an estimate of the share among all. */
function likeness(one: Uint32Array, other: Uint32Array): number {
  let [a, b, common, seen] = [0, 0, 0, 0];
  while (seen < KEPT && (a < one.length || b < other.length)) {
    const [left, right] = [one[a] ?? Infinity, other[b] ?? Infinity];
    if (left === right) common++;
    if (left <= right) a++;
    if (right <= left) b++;
    seen++;
  }
  return seen === 0 ? 0 : common / seen;
}

/**
 * Which lines of `before` became which of `after`: pairs of places, ascending in both, such that they are as alike
 * altogether as can be. Takes time with the product of both lengths.
 */
export function pairAlike(before: readonly string[], after: readonly string[]): [number, number][] {
  const sketches = after.map(sketchOf);
  const wide = after.length + 1;
  const best = new Float64Array((before.length + 1) * wide);
  const alike = new Float64Array((before.length + 1) * wide);
  for (const [i, line] of before.entries()) {
    const sketch = sketchOf(line);
    for (const [j, other] of sketches.entries()) {
      const share = likeness(sketch, other);
      const cell = (i + 1) * wide + j + 1;
      alike[cell] = share >= ALIKE ? share : 0;
      const both = (best[cell - wide - 1] ?? 0) + (alike[cell] ?? 0);
      best[cell] = Math.max(best[cell - wide] ?? 0, best[cell - 1] ?? 0, both);
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [before.length, after.length]; i > 0 && j > 0;) {
    const cell = i * wide + j;
    if (best[cell] === best[cell - wide]) i--;
    else if (best[cell] === best[cell - 1]) j--;
    else pairs.push([--i, --j]);
  }
  return pairs.reverse();
}

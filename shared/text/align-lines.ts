import { diffArrays } from 'diff';

/** From so many differences on, lines between two certain pairs are not compared with one another. */
const MOST_DIFFERENCES = 500;

type Pair = [one: number, other: number];

/** The longest ascending run of the second numbers, of pairs that ascend by the first (patience sorting). */
function ascending(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = [];
  const below: number[] = [];
  for (const [at, [, other]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    below.push(low > 0 ? (tops[low - 1] ?? -1) : -1);
    tops[low] = at;
  }
  const run: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = below[at] ?? -1) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** The places of the lines that stand once only. */
function singles(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? '';
    places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}

/** Pairs of the same lines between two places of each text. */
function between(one: readonly string[], other: readonly string[], [a, b]: Pair, [endA, endB]: Pair): Pair[] {
  if (a === endA || b === endB) return [];
  const changes = diffArrays(one.slice(a, endA), other.slice(b, endB), { maxEditLength: MOST_DIFFERENCES });
  const pairs: Pair[] = [];
  for (const { value, added, removed } of changes ?? []) {
    for (let at = 0; at < value.length; at++) if (!added && !removed) pairs.push([a + at, b + at]);
    if (!added) a += value.length;
    if (!removed) b += value.length;
  }
  return pairs;
}

/**
 * Which lines of one text are which of the other: pairs of the same lines, ascending in both. First what is the same at
 * both ends, then the lines that stand once in each (Cohen's patience diff), which are certain and leave little to
 * compare in between: the shortest edit of two long texts alone would take minutes.
 */
export function alignLines(one: readonly string[], other: readonly string[]): Pair[] {
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head++;
  let tail = 0;
  const rest = Math.min(one.length, other.length) - head;
  while (tail < rest && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const end: Pair = [one.length - tail, other.length - tail];

  const there = singles(other, head, end[1]);
  const common: Pair[] = [];
  for (const [line, at] of singles(one, head, end[0])) {
    const place = there.get(line) ?? -1;
    if (at >= 0 && place >= 0) common.push([at, place]);
  }
  const certain = ascending(common.sort(([a], [b]) => a - b));

  const pairs = Array.from({ length: head }, (_, at): Pair => [at, at]);
  let last: Pair = [head, head];
  for (const [a, b] of certain) {
    pairs.push(...between(one, other, last, [a, b]), [a, b]);
    last = [a + 1, b + 1];
  }
  pairs.push(...between(one, other, last, end));
  for (let at = 0; at < tail; at++) pairs.push([end[0] + at, end[1] + at]);
  return pairs;
}

/**
 * Many positions at once: converting one by one walks the text from its beginning each time, which for thousands of
 * passages in a long document takes minutes; one walk serves them all.
 */

const inOrder = (numbers: Iterable<number>): Float64Array => Float64Array.from(numbers).sort();

/** How many units the code point at `unit` takes; a lone surrogate is one, as the iterator of strings has it. */
const width = (text: string, unit: number): number => ((text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1);

/** The UTF-16 index of each of many positions in code points; like `toUnits()`, past the end it is the length. */
export function toUnitsEach(text: string, positions: Iterable<number>): Map<number, number> {
  const units = new Map<number, number>();
  let unit = 0;
  let seen = 0;
  for (const position of inOrder(positions)) {
    for (; seen < position && unit < text.length; seen++) unit += width(text, unit);
    units.set(position, unit);
  }
  return units;
}

/** The code points before each of many UTF-16 indexes; like `toCodePoints()`, an index inside a pair counts the pair. */
export function toCodePointsEach(text: string, units: Iterable<number>): Map<number, number> {
  const positions = new Map<number, number>();
  let at = 0;
  let seen = 0;
  for (const unit of inOrder(units)) {
    for (; at < unit && at < text.length; seen++) at += width(text, at);
    positions.set(unit, seen);
  }
  return positions;
}

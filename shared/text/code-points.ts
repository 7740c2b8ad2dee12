/**
 * Positions in stored text are counted in Unicode code points, as the W3C Web Annotation model asks
 * (TextPositionSelector); JavaScript strings count UTF-16 units. These two functions convert.
 */

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The index in UTF-16 units of code point number `position` of `text`; past the end it answers the length. */
export function toUnits(text: string, position: number): number {
  let unit = 0;
  for (let seen = 0; seen < position && unit < text.length; seen++) {
    unit += isHigh(text.charCodeAt(unit)) && isLow(text.charCodeAt(unit + 1)) ? 2 : 1;
  }
  return unit;
}

/** The number of code points before UTF-16 index `unit` of `text`; an index inside a pair counts the pair. */
export function toCodePoints(text: string, unit: number): number {
  const end = Math.min(unit, text.length);
  let points = 0;
  for (let at = 0; at < end; points++) {
    at += isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return points;
}

/** The length of `text` in code points. */
export function codePointLength(text: string): number {
  return toCodePoints(text, text.length);
}

/** The part of `text` from code point `start` up to, not including, code point `end`. */
export function sliceByCodePoints(text: string, start: number, end: number): string {
  const from = toUnits(text, Math.max(0, start));
  const rest = text.slice(from);
  return rest.slice(0, toUnits(rest, Math.max(0, end - Math.max(0, start))));
}

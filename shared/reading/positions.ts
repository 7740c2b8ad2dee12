/** So many UTF-16 units lie between two places whose code points are known. */
const STEP = 128;

/** Where code points are in UTF-16 units, and the other way round, for a text that is asked about often. */
export interface Positions {
  /** The index in units of code point number `point`; past the end it answers the length of the text. */
  toUnits: (point: number) => number;
  /** The number of code points before `unit`, which never points into a pair. */
  toPoints: (unit: number) => number;
}

/**
 * The positions of a text, counted once: `toUnits()` of `text/code-points.ts` counts from the beginning at every
 * question, which is quadratic for all sentences of a long text. Linear to make; each answer costs a short walk.
 */
export function positionsOf(text: string): Positions {
  // Most texts have no character outside the Basic Multilingual Plane: then both ways of counting agree.
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
    const same = (position: number): number => Math.max(0, Math.min(position, text.length));
    return { toUnits: same, toPoints: same };
  }
  const points = new Uint32Array(Math.floor(text.length / STEP) + 1);
  let seen = 0;
  for (let unit = 0; unit < text.length; unit++) {
    if (unit % STEP === 0) points[unit / STEP] = seen;
    if (!endsPair(text, unit)) seen++;
  }
  if (text.length % STEP === 0) points[text.length / STEP] = seen;
  return {
    toPoints(unit) {
      const end = Math.max(0, Math.min(unit, text.length));
      const from = Math.floor(end / STEP);
      let point = points[from] ?? 0;
      for (let at = from * STEP; at < end; at++) if (!endsPair(text, at)) point++;
      return point;
    },
    toUnits(point) {
      if (point <= 0) return 0;
      let [low, high] = [0, points.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((points[middle] ?? 0) <= point) low = middle;
        else high = middle - 1;
      }
      let unit = low * STEP;
      for (let at = points[low] ?? 0; unit < text.length; unit++) {
        if (endsPair(text, unit)) continue;
        if (at === point) break;
        at++;
      }
      return unit;
    },
  };
}

/** Whether the unit is the second half of a character: it is no code point of its own. */
function endsPair(text: string, unit: number): boolean {
  const here = text.charCodeAt(unit);
  if (here < 0xdc00 || here > 0xdfff || unit === 0) return false;
  const before = text.charCodeAt(unit - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** A part of a text; `end` is exclusive. What it counts in is said where it is used. */
export interface Span {
  start: number;
  end: number;
}

/** Those of `spans` that overlap none of `others`; both are in order. */
export function apartFrom<T extends Span>(others: readonly Span[], spans: readonly T[]): T[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next++;
    return (others[next]?.start ?? Infinity) >= end;
  });
}

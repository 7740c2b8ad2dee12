/** Whatever covers a span of the text; `from` and `to` count UTF-16 units, as the DOM does. */
export interface Spanning {
  from: number;
  to: number;
}

/** A run of text under the same marks. Joined, the texts of all segments of a stretch are its text. */
export interface Segment<M> {
  text: string;
  from: number;
  /** The marks it lies under, the innermost last. */
  marks: readonly M[];
  /** The marks that end with it, whose label is shown behind it. */
  ending: readonly M[];
}

/** Cuts a stretch of the text where marks begin and end. They may overlap, nest, and reach out of the stretch. */
export function segmentsOf<M extends Spanning>(
  text: string,
  from: number,
  to: number,
  marks: readonly M[],
): Segment<M>[] {
  const here = marks.filter((mark) => mark.from < to && mark.to > from);
  if (here.length === 0)
    return from < to ? [{ text: text.slice(from, to), from, marks: [], ending: [] }] : [];
  const edges = new Set([from, to]);
  for (const mark of here) {
    edges.add(Math.max(from, mark.from));
    edges.add(Math.min(to, mark.to));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? to;
    const over = here
      .filter((mark) => mark.from <= start && mark.to >= end)
      .sort((a, b) => b.to - b.from - (a.to - a.from));
    return {
      text: text.slice(start, end),
      from: start,
      marks: over,
      ending: over.filter((mark) => mark.to === end),
    };
  });
}

import { toUnits } from '../../shared/text/code-points.ts';

/** Whatever covers a span of the text; `start` and `end` count code points. */
interface Spanning {
  start: number;
  end: number;
}

/** A run of text under the same marks. Joined, the texts of all segments of all lines are the document's text. */
export interface Segment<M> {
  text: string;
  /** The marks it lies under, the innermost last. */
  marks: readonly M[];
  /** The marks that end with it, whose label is shown behind it. */
  ending: readonly M[];
}

/** A line of the text with the line break that ends it, cut where marks begin and end. */
export type Line<M> = readonly Segment<M>[];

/** Cuts a text into lines and segments for showing. `marks` count code points; they may overlap and nest. */
export function linesOf<M extends Spanning>(text: string, marks: readonly M[]): Line<M>[] {
  const spans = inUnits(text, marks);
  const lines: Line<M>[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    const here = spans.filter((span) => span.start < end && span.end > start);
    lines.push(cut(text, start, end, here));
    start = end;
  }
  return lines;
}

interface Span<M> {
  mark: M;
  start: number;
  end: number;
}

/** One walk through the text converts every position, however many there are. */
function inUnits<M extends Spanning>(text: string, marks: readonly M[]): Span<M>[] {
  const positions = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const units = new Map<number, number>();
  let points = 0;
  let unit = 0;
  for (const position of positions) {
    unit += toUnits(text.slice(unit), position - points);
    points = position;
    units.set(position, unit);
  }
  return marks.map((mark) => ({
    mark,
    start: units.get(mark.start) ?? 0,
    end: units.get(mark.end) ?? 0,
  }));
}

function cut<M>(text: string, start: number, end: number, spans: readonly Span<M>[]): Segment<M>[] {
  const edges = new Set([start, end]);
  for (const span of spans) {
    edges.add(Math.max(start, span.start));
    edges.add(Math.min(end, span.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    const over = spans
      .filter((span) => span.start <= from && span.end >= to)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return {
      text: text.slice(from, to),
      marks: over.map(({ mark }) => mark),
      ending: over.filter((span) => span.end === to).map(({ mark }) => mark),
    };
  });
}

import type { Mark } from '../../shared/queries/document-view.ts';
import { toUnits } from '../../shared/text/code-points.ts';

/** A run of text under the same marks. Joined, the texts of all segments of all lines are the document's text. */
export interface Segment {
  text: string;
  /** The marks it lies under, the innermost last. */
  marks: readonly Mark[];
  /** The marks that end with it, whose label is shown behind it. */
  ending: readonly Mark[];
}

/** A line of the text with the line break that ends it, cut where marks begin and end. */
export type Line = readonly Segment[];

/** Cuts a text into lines and segments for showing. `marks` count code points; they may overlap and nest. */
export function linesOf(text: string, marks: readonly Mark[]): Line[] {
  const spans = inUnits(text, marks);
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    const here = spans.filter((span) => span.start < end && span.end > start);
    lines.push(cut(text, start, end, here));
    start = end;
  }
  return lines;
}

interface Span {
  mark: Mark;
  start: number;
  end: number;
}

/** One walk through the text converts every position, however many there are. */
function inUnits(text: string, marks: readonly Mark[]): Span[] {
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

function cut(text: string, start: number, end: number, spans: readonly Span[]): Segment[] {
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

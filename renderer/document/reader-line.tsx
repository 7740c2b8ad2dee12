import type { CSSProperties } from 'react';
import type { ReadLine } from '../../shared/reading/lines.ts';
import { segmentsOf, type Spanning } from '../../shared/reading/segments.ts';
import type { Marking } from './markings.ts';
import { MarkedSegment } from './marked-segment.tsx';
import { coverBar, coverOfLine, type CoveredSentence, type Drawn } from './reading/drawn.ts';

interface ReaderLineProps {
  text: string;
  line: ReadLine;
  drawn: Drawn;
  /** The allegation and the query that stand out. */
  selectedId: string | null;
  queryId: string | null;
}

/** A line of the document with what is marked in it, and beside it what of it is accounted for. */
export function ReaderLine({ text, line, drawn, selectedId, queryId }: ReaderLineProps) {
  const { from, to, kind, level, depth, bullet, page } = line;
  const sentences = drawn.sentences.filter((each) => each.from < to && each.to > from);
  const cover = coverOfLine(sentences);
  const bar = coverBar(from, to, sentences);
  const marks = [
    ...drawn.marks.filter((each) => each.from < to && each.to > from),
    ...checkedIn(sentences),
    ...sentences.flatMap((each): Marking[] => (each.hint ? [{ ...each, hint: true }] : [])),
  ];
  const show = (start: number, end: number) =>
    segmentsOf(text, start, end, withPages(marks, line)).map((segment) => (
      <MarkedSegment key={segment.from} segment={segment} selectedId={selectedId} queryId={queryId} />
    ));
  return (
    <p
      dir="auto"
      data-kind={kind === 'text' ? undefined : kind}
      data-level={kind === 'heading' || kind === 'item' ? Math.min(level, 6) : undefined}
      data-bullet={bullet || undefined}
      data-page={page ?? undefined}
      data-cover={cover ?? undefined}
      // A heading in the text is one below the headings of the window.
      {...(kind === 'heading' && { role: 'heading', 'aria-level': Math.min(depth + 1, 6) })}
      style={bar === null ? undefined : ({ '--cover': bar } as CSSProperties)}
    >
      {kind === 'table'
        ? cellsOf(text, from, to).map((cell) => (
            <span key={cell.from} data-cell dir="auto">
              {show(cell.from, cell.to)}
            </span>
          ))
        : show(from, to)}
    </p>
  );
}

/** In a line where something is still to do, the sentences that are accounted for can fade by themselves. */
function checkedIn(sentences: readonly CoveredSentence[]): Marking[] {
  const done = sentences.filter(({ cover }) => cover === 'checked');
  if (done.length === sentences.length) return [];
  return done.map(({ from, to }) => ({ from, to, checked: true }));
}

/** A page that begins in the middle of a line is marked from there on. */
function withPages(marks: readonly Marking[], { breaks, to }: ReadLine): readonly Marking[] {
  if (breaks.length === 0) return marks;
  return [...marks, ...breaks.map(({ label, at }): Marking => ({ from: at, to, page: label }))];
}

/** The cells of a row, each with the tab or line break that ends it. */
function cellsOf(text: string, from: number, to: number): Spanning[] {
  const cells: Spanning[] = [];
  for (let start = from; start < to;) {
    const tab = text.indexOf('\t', start);
    const end = tab < 0 || tab >= to ? to : tab + 1;
    cells.push({ from: start, to: end });
    start = end;
  }
  return cells;
}

import type { Document } from '../../case/document.ts';
import type { BlockKind, MarkKind } from '../../case/words.ts';
import { linesOf, type ReadLine } from '../../reading/lines.ts';
import { positionsOf } from '../../reading/positions.ts';
import type { Span } from '../../reading/span.ts';
import { segmentsOf, type Spanning } from '../../reading/segments.ts';

/** A run of words under the same marks. */
export interface AnnotatedSegment {
  text: string;
  /** Which places of the document (`AnnotatedDocument.places`) it lies in, the innermost last. */
  in: number[];
  /** The places that end with it, whose labels stand behind it. */
  ends: number[];
  /** What a checker said of words that became no allegation; null for nothing. */
  mark: NotedKind | null;
  /** What the page is called that begins with it; null when none does. */
  page: string | null;
}

export type NotedKind = Exclude<MarkKind, 'dismissed'>;

/** A paragraph, or whatever else stands by itself. In a table tabs part the cells and line breaks the rows. */
export interface AnnotatedBlock {
  kind: BlockKind | 'text';
  /** Of a heading or an item, from 1. */
  level: number;
  /** How deep a heading stands under those before it, from 1. */
  depth: number;
  /** Whether it is an item whose text has no sign of its own. */
  bullet: boolean;
  /** The white space that parts it from what stands before it. */
  before: string;
  segments: AnnotatedSegment[];
}

/** A text in blocks: what stands before each and its segments, all joined, and `after` at the end, are the text. */
export interface AnnotatedText {
  blocks: AnnotatedBlock[];
  after: string;
}

type Marking = Spanning & ({ place: number } | { mark: NotedKind } | { page: string } | { cell: true });

/**
 * Cuts a document into blocks, as the reader shows it, and these where places and marks begin and end. All positions
 * are in code points; places and marks may overlap and nest. Takes the time of sorting them and reading the text once,
 * and for each block the square of what lies on it.
 */
export function annotatedText(
  document: Pick<Document, 'text' | 'blocks' | 'pages'>,
  places: readonly Span[],
  marks: readonly (Span & { kind: NotedKind })[],
): AnnotatedText {
  const { text } = document;
  const positions = positionsOf(text);
  const { lines, parting } = linesOf(document, positions);
  const at = ({ start, end }: Span): Spanning => ({
    from: positions.toUnits(start),
    to: positions.toUnits(end),
  });
  const waiting: Marking[] = [
    ...places.map((span, place) => ({ ...at(span), place })),
    ...marks.map(({ kind, ...span }) => ({ ...at(span), mark: kind })),
  ].sort((a, b) => a.from - b.from);
  const blocks: AnnotatedBlock[] = [];
  let open: Marking[] = [];
  let next = 0;
  let end = 0;
  for (const group of grouped(lines, parting)) {
    const { from, to } = edgesOf(text, group);
    for (let marking = waiting[next]; marking && marking.from < to; marking = waiting[++next]) {
      open.push(marking);
    }
    open = open.filter((marking) => marking.to > from);
    blocks.push({
      ...shapeOf(group),
      before: text.slice(end, from),
      segments: cut(text, from, to, group, open),
    });
    end = to;
  }
  labelEnds(blocks);
  return { blocks, after: text.slice(end) };
}

/** The lines of each block, in order; blank lines only part them. */
function grouped(lines: readonly ReadLine[], parting: 'lines' | 'blank-lines'): ReadLine[][] {
  const groups: ReadLine[][] = [];
  let open: ReadLine[] | null = null;
  for (const line of lines) {
    if (line.kind === 'blank') {
      open = null;
      continue;
    }
    const goesOn =
      open?.[0]?.kind === line.kind && !line.begins && !(line.kind === 'text' && parting === 'lines');
    if (open && goesOn) open.push(line);
    else {
      open = [line];
      groups.push(open);
    }
  }
  return groups;
}

/** Where the words of a block begin and end, in units. An empty cell at either end of a table is one of its cells. */
function edgesOf(text: string, group: readonly ReadLine[]): Spanning {
  const from = group[0]?.from ?? 0;
  const whole = text.slice(from, group.at(-1)?.to);
  if (group[0]?.kind === 'table') return { from, to: from + whole.replace(/\n$/, '').length };
  return { from: from + (whole.length - whole.trimStart().length), to: from + whole.trimEnd().length };
}

function shapeOf(group: readonly ReadLine[]): Pick<AnnotatedBlock, 'kind' | 'level' | 'depth' | 'bullet'> {
  const [first] = group;
  const kind = first === undefined || first.kind === 'blank' ? 'text' : first.kind;
  return { kind, level: first?.level ?? 1, depth: first?.depth ?? 1, bullet: first?.bullet ?? false };
}

function cut(
  text: string,
  from: number,
  to: number,
  group: readonly ReadLine[],
  open: readonly Marking[],
): AnnotatedSegment[] {
  const pages = group.flatMap((line): Marking[] => [
    ...(line.page === null ? [] : [{ from: Math.max(from, line.from), to, page: line.page }]),
    ...line.breaks.map(({ label, at }) => ({ from: Math.max(from, at), to, page: label })),
  ]);
  const cells = group[0]?.kind === 'table' ? cellsIn(text, from, to) : [];
  return segmentsOf<Marking>(text, from, to, [...open, ...pages, ...cells]).map((segment) => ({
    text: segment.text,
    in: segment.marks.flatMap((each) => ('place' in each ? [each.place] : [])),
    ends: [],
    mark: segment.marks.flatMap((each) => ('mark' in each ? [each.mark] : [])).at(-1) ?? null,
    page:
      segment.marks
        .flatMap((each) => ('page' in each && each.from === segment.from ? [each.page] : []))
        .at(0) ?? null,
  }));
}

/** The cells of a table that hold anything, so that no segment is of two of them. */
function cellsIn(text: string, from: number, to: number): Marking[] {
  return [...text.slice(from, to).matchAll(/[^\t\n]+/g)].map(({ 0: words, index }) => ({
    from: from + index,
    to: from + index + words.length,
    cell: true,
  }));
}

/** A place ends with the last segment in it; where it was marked to may be white space that no block has. */
function labelEnds(blocks: readonly AnnotatedBlock[]): void {
  const last = new Map<number, AnnotatedSegment>();
  for (const { segments } of blocks) {
    for (const segment of segments) for (const place of segment.in) last.set(place, segment);
  }
  for (const [place, segment] of last) segment.ends.push(place);
}

/** The rows of a table, each with its cells, each with its segments. */
export function rowsOf(segments: readonly AnnotatedSegment[]): AnnotatedSegment[][][] {
  const rows: AnnotatedSegment[][][] = [[[]]];
  for (const segment of segments) {
    if (/[^\t\n]/.test(segment.text)) {
      rows.at(-1)?.at(-1)?.push(segment);
      continue;
    }
    for (const sign of segment.text) {
      if (sign === '\n') rows.push([[]]);
      else rows.at(-1)?.push([]);
    }
    // Nothing that ends on what parts two cells may lose its label.
    if (segment.ends.length > 0 || segment.page !== null) {
      rows
        .at(-1)
        ?.at(-1)
        ?.push({ ...segment, text: '' });
    }
  }
  return rows;
}

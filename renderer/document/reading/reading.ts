import type { Block, Document } from '../../../shared/case/document.ts';
import type { BlockKind } from '../../../shared/case/words.ts';
import { positionsOf, type Positions } from '../../../shared/reading/positions.ts';
import { isWrapped, ITEM_MARKER, shapesOf } from '../../../shared/reading/shapes.ts';

/** A line of the text with the line break that ends it; `from` and `to` count UTF-16 units, as the DOM does. */
export interface ReadLine {
  from: number;
  to: number;
  kind: BlockKind | 'text' | 'blank';
  /** Of a heading or an item, from 1. */
  level: number;
  /** How deep a heading stands under the headings before it, from 1: files skip levels, an outline does not. */
  depth: number;
  /** Whether it is an item whose text has no sign of its own. */
  bullet: boolean;
  /** What the page is called that begins with it; null when none does. */
  page: string | null;
  /** The pages that begin in the middle of it. */
  breaks: readonly ReadPage[];
}

/** Lines that are drawn together, and drawn again together when something in them changes. */
export interface Chunk {
  index: number;
  from: number;
  to: number;
  lines: readonly ReadLine[];
  /** How high it will be, in lines of a reading column: what stands in for it until it comes into sight. */
  rows: number;
}

/** A page of the original; `at` is where it begins, in units. */
export interface ReadPage {
  label: string;
  at: number;
}

/** A document as the reader needs it: counted, cut and laid out once, since its text never changes. */
export interface Reading {
  text: string;
  language: string | null;
  positions: Positions;
  /** As they are stored; empty when the form of the text is all there is to go by. */
  blocks: readonly Block[];
  pages: readonly ReadPage[];
  /** Whether every line is a paragraph, or a paragraph is what stands between blank lines. */
  parting: 'lines' | 'blank-lines';
  chunks: readonly Chunk[];
}

/** So many lines make a chunk: about two screens, so that a mark draws little again and a long text has few of them. */
const CHUNK_LINES = 40;
/** Rows of one table stay in one chunk up to this many: their columns are only aligned there. */
const TABLE_LINES = 240;
/** About so many characters fit into a line of the column. */
const COLUMN = 76;

type Source = Pick<Document, 'text' | 'blocks' | 'pages' | 'language'>;

/** Lays a document out for reading. Without blocks its form decides (`shapesOf()`). Linear in the length of the text. */
export function readingOf({ text, blocks, pages, language }: Source): Reading {
  const positions = positionsOf(text);
  const known = blocks.length > 0 ? blocks : shapesOf(text);
  const starts = pages.map(({ label, start }) => ({ label, at: positions.toUnits(start) }));
  const lines = linesOf(text, known, positions, starts);
  const parting = blocks.length === 0 && !isWrapped(text) ? 'lines' : 'blank-lines';
  return { text, language, positions, blocks, pages: starts, parting, chunks: chunksOf(lines) };
}

/** The chunk that holds a place in the text; `unit` counts UTF-16 units. */
export function chunkAt({ chunks }: Pick<Reading, 'chunks'>, unit: number): Chunk | undefined {
  return chunks[lastFrom(chunks.length, (at) => (chunks[at]?.from ?? 0) <= unit)];
}

/** The last of `count` things, in order, of which `before` is true; -1 when it is true of none. */
export function lastFrom(count: number, before: (at: number) => boolean): number {
  let [low, high] = [-1, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (before(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Placed extends Pick<Block, 'kind' | 'level'> {
  from: number;
  to: number;
}

function linesOf(
  text: string,
  blocks: readonly Block[],
  positions: Positions,
  pages: readonly ReadPage[],
): ReadLine[] {
  const placed = blocks
    .map(({ kind, level, start, end }): Placed => ({
      kind,
      level,
      from: positions.toUnits(start),
      to: positions.toUnits(end),
    }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const lines: ReadLine[] = [];
  let open: Placed[] = [];
  let next = 0;
  let page = 0;
  /** The levels of the headings that a line stands under. */
  let above: number[] = [];
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline + 1;
    const first = firstWord(text, from, to);
    for (let block = placed[next]; block && block.from < to; block = placed[++next]) open.push(block);
    if (open.length > 0) open = open.filter((block) => block.to > from);
    const begin: ReadPage[] = [];
    for (let at = pages[page]; at && at.at < to; at = pages[++page]) begin.push(at);
    const label = begin.findLast(({ at }) => at <= first)?.label ?? null;
    const breaks = begin.filter(({ at }) => at > first);
    const shape = shapeOf(text, first, to, open);
    if (shape.kind === 'heading') {
      above = above.filter((level) => level < shape.level);
      above.push(shape.level);
    }
    lines.push({ from, to, ...shape, depth: Math.max(1, above.length), page: label, breaks });
    from = to;
  }
  return lines;
}

/** What a line is: the innermost block it begins in, but boilerplate whatever else it is. */
function shapeOf(
  text: string,
  first: number,
  to: number,
  open: readonly Placed[],
): Pick<ReadLine, 'kind' | 'level' | 'bullet'> {
  if (first >= to) return { kind: 'blank', level: 1, bullet: false };
  const here = open.filter((block) => block.from <= first && block.to > first);
  const block = here.find(({ kind }) => kind === 'boilerplate') ?? here.at(-1);
  if (!block) return { kind: 'text', level: 1, bullet: false };
  const begins = block.kind === 'item' && firstWord(text, block.from, to) === first;
  return {
    kind: block.kind,
    level: block.level ?? 1,
    bullet: begins && !ITEM_MARKER.test(text.slice(first, Math.min(to, first + 12))),
  };
}

/** Where the first sign of a line stands that is no white space; `to` when there is none. */
function firstWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text.charAt(at))) at++;
  return at;
}

function chunksOf(lines: readonly ReadLine[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let first = 0; first < lines.length;) {
    let last = Math.min(first + CHUNK_LINES, lines.length);
    const most = Math.min(first + TABLE_LINES, lines.length);
    while (last < most && lines[last]?.kind === 'table' && lines[last - 1]?.kind === 'table') last++;
    const own = lines.slice(first, last);
    chunks.push({
      index: chunks.length,
      from: own[0]?.from ?? 0,
      to: own.at(-1)?.to ?? 0,
      lines: own,
      rows: own.reduce((sum, { from, to }) => sum + Math.ceil((to - from) / COLUMN), 0),
    });
    first = last;
  }
  return chunks;
}

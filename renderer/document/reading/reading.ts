import type { Block, Document } from '../../../shared/case/document.ts';
import { linesOf, type Lines, type ReadLine, type ReadPage } from '../../../shared/reading/lines.ts';
import { positionsOf, type Positions } from '../../../shared/reading/positions.ts';

/** Lines that are drawn together, and drawn again together when something in them changes. */
export interface Chunk {
  index: number;
  from: number;
  to: number;
  lines: readonly ReadLine[];
  /** How high it will be, in lines of a reading column: what stands in for it until it comes into sight. */
  rows: number;
}

/** A document as the reader needs it: counted, cut and laid out once, since its text never changes. */
export interface Reading {
  text: string;
  language: string | null;
  positions: Positions;
  /** As they are stored; empty when the form of the text is all there is to go by. */
  blocks: readonly Block[];
  pages: readonly ReadPage[];
  parting: Lines['parting'];
  chunks: readonly Chunk[];
}

/** So many lines make a chunk: about two screens, so that a mark draws little again and a long text has few of them. */
const CHUNK_LINES = 40;
/** Rows of one table stay in one chunk up to this many: their columns are only aligned there. */
const TABLE_LINES = 240;
/** About so many characters fit into a line of the column. */
const COLUMN = 76;

type Source = Pick<Document, 'text' | 'blocks' | 'pages' | 'language'>;

/** Lays a document out for reading. Linear in the length of the text. */
export function readingOf({ text, blocks, pages, language }: Source): Reading {
  const positions = positionsOf(text);
  const { lines, parting, pages: starts } = linesOf({ text, blocks, pages }, positions);
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

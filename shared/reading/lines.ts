import type { Block, Document } from '../case/document.ts';
import type { BlockKind } from '../case/words.ts';
import type { Positions } from './positions.ts';
import { isWrapped, ITEM_MARKER, shapesOf } from './shapes.ts';

/** A line of the text with the line break that ends it; `from` and `to` count UTF-16 units, as the DOM does. */
export interface ReadLine {
  from: number;
  to: number;
  kind: BlockKind | 'text' | 'blank';
  /** Of a heading or an item, from 1. */
  level: number;
  /** How deep a heading stands under the headings before it, from 1: files skip levels, an outline does not. */
  depth: number;
  /** Whether it begins the block it lies in; false where it lies in none. */
  begins: boolean;
  /** Whether it is an item whose text has no sign of its own. */
  bullet: boolean;
  /** What the page is called that begins with it; null when none does. */
  page: string | null;
  /** The pages that begin in the middle of it. */
  breaks: readonly ReadPage[];
}

/** A page of the original; `at` is where it begins, in units. */
export interface ReadPage {
  label: string;
  at: number;
}

/** A text line by line, and what parts its paragraphs. */
export interface Lines {
  lines: ReadLine[];
  pages: ReadPage[];
  /** Whether every line is a paragraph, or a paragraph is what stands between blank lines. */
  parting: 'lines' | 'blank-lines';
}

/**
 * The lines of a document with what each is. Without blocks the form of the text decides (`shapesOf()`). Linear in its
 * length.
 */
export function linesOf(
  { text, blocks, pages }: Pick<Document, 'text' | 'blocks' | 'pages'>,
  positions: Positions,
): Lines {
  const known = blocks.length > 0 ? blocks : shapesOf(text);
  const starts = pages.map(({ label, start }) => ({ label, at: positions.toUnits(start) }));
  return {
    lines: placedLines(text, known, positions, starts),
    pages: starts,
    parting: blocks.length === 0 && !isWrapped(text) ? 'lines' : 'blank-lines',
  };
}

interface Placed extends Pick<Block, 'kind' | 'level'> {
  from: number;
  to: number;
}

function placedLines(
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
): Pick<ReadLine, 'kind' | 'level' | 'begins' | 'bullet'> {
  if (first >= to) return { kind: 'blank', level: 1, begins: false, bullet: false };
  const here = open.filter((block) => block.from <= first && block.to > first);
  const block = here.find(({ kind }) => kind === 'boilerplate') ?? here.at(-1);
  if (!block) return { kind: 'text', level: 1, begins: false, bullet: false };
  const begins = firstWord(text, block.from, to) === first;
  const signed = ITEM_MARKER.test(text.slice(first, Math.min(to, first + 12)));
  return {
    kind: block.kind,
    level: block.level ?? 1,
    begins,
    bullet: block.kind === 'item' && begins && !signed,
  };
}

/** Where the first sign of a line stands that is no white space; `to` when there is none. */
function firstWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text.charAt(at))) at++;
  return at;
}

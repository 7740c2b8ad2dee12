import { chunkAt, lastFrom, type Reading } from './reading.ts';

/**
 * Places in the text of a document as nodes of its reading column, and back. The text content of the column is exactly
 * the text; its children are the chunks, each with the unit it begins at, so that nothing is counted from the beginning
 * of a long text. Units are UTF-16 code units.
 */

type Chunks = Pick<Reading, 'chunks'>;

/** The unit of the text at a place in the DOM. */
export function unitAt(column: HTMLElement, node: Node, offset: number): number {
  const element = node instanceof Element ? node : node.parentElement;
  const chunk = element?.closest<HTMLElement>('[data-from]') ?? column;
  const before = document.createRange();
  before.selectNodeContents(chunk);
  before.setEnd(node, offset);
  return Number(chunk.dataset['from'] ?? 0) + before.toString().length;
}

/** The place in the DOM before a unit of the text; `after` is for the end of words, which stays in their own node. */
export function pointAt(
  column: HTMLElement,
  reading: Chunks,
  unit: number,
  after = false,
): [Text, number] | null {
  const chunk = chunkAt(reading, after ? unit - 1 : unit);
  const element = chunk && column.children[chunk.index];
  return element ? pointIn(element, unit - chunk.from, after) : null;
}

/** The place before a unit of the text of an element; at its very end there is only the one after its last sign. */
export function pointIn(element: Element, unit: number, after = false): [Text, number] | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = unit;
  let last: Text | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    last = node as Text;
    if (left < last.length || (after && left === last.length)) return [last, left];
    left -= last.length;
  }
  return last && left === 0 ? [last, last.length] : null;
}

/** The range of the DOM that holds a span of the text; null when it is not drawn. */
export function rangeOf(column: HTMLElement, reading: Chunks, from: number, to: number): Range | null {
  const start = pointAt(column, reading, from);
  const end = pointAt(column, reading, to, true);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** What is selected in the column, or where the caret is, in units; null when neither is there. */
export function selectedUnits(column: HTMLElement): { from: number; to: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!column.contains(range.commonAncestorContainer)) return null;
  const from = unitAt(column, range.startContainer, range.startOffset);
  const to = range.collapsed ? from : unitAt(column, range.endContainer, range.endOffset);
  return { from, to };
}

/** The span of the text whose chunks are in sight at least in part, in units. */
export function unitsInSight(column: HTMLElement, { chunks }: Chunks): [number, number] {
  const { innerHeight } = window;
  const topOf = (at: number): number => column.children[at]?.getBoundingClientRect().top ?? 0;
  const first = Math.max(
    0,
    lastFrom(chunks.length, (at) => topOf(at) <= 0),
  );
  const last = Math.max(
    first,
    lastFrom(chunks.length, (at) => topOf(at) <= innerHeight),
  );
  return [chunks[first]?.from ?? 0, chunks[last]?.to ?? 0];
}

import { toCodePoints } from '../../shared/text/code-points.ts';

/** What is selected in the reading column: its place in the document's text, in code points, and its words. */
export interface SelectedSpan {
  start: number;
  end: number;
  words: string;
}

/**
 * The selection inside `column`, whose text content is exactly `text`; without the white space at its ends, which
 * comes along when people select by double click. Null when nothing readable is selected there.
 */
export function selectedSpan(column: HTMLElement, text: string): (SelectedSpan & { range: Range }) | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!column.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(column);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const words = text.slice(from, from + range.toString().length);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const start = from + words.indexOf(trimmed);
  return {
    start: toCodePoints(text, start),
    end: toCodePoints(text, start + trimmed.length),
    words: trimmed,
    range,
  };
}

import { bringIntoView } from './reading/bring-into-view.ts';
import { drawAt } from './reading/draw-chunks.ts';
import { pointAt, rangeOf } from './reading/places.ts';
import type { Reading } from './reading/reading.ts';

/** Puts the keyboard into the reading column, before unit `from` of its text, and brings the words up to `to` into sight. */
export function placeCaret(column: HTMLElement, reading: Reading, from: number, to = from + 1): void {
  drawAt(column, reading, from, to);
  const point = pointAt(column, reading, from);
  if (!point) return;
  column.focus({ preventScroll: true });
  document.getSelection()?.collapse(...point);
  const range = rangeOf(column, reading, from, Math.max(to, from + 1));
  if (range) bringIntoView(range);
}

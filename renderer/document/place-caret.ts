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
  // There is at least a sign to bring into sight, also at the very end.
  const { length } = reading.text;
  const first = Math.max(0, Math.min(from, length - 1));
  const range = rangeOf(column, reading, first, Math.min(length, Math.max(to, first + 1)));
  if (range) bringIntoView(range);
}

import type { RefObject } from 'react';
import type { Span } from '../../ui-state.ts';
import { placeCaret } from '../place-caret.ts';
import { rangeOf } from '../reading/places.ts';
import type { Reading } from '../reading/reading.ts';

/** Where the text is read: its column, and how the text is laid out there. */
export interface TextPlace {
  column: RefObject<HTMLDivElement | null>;
  reading: Reading;
}

/** The name under which the style sheet knows what is shown (versions.module.css). */
const SHOWN = 'stet-place';

/**
 * Puts the keyboard before a span of the text, brings it into sight and makes its words stand out, without changing the
 * page or what is selected. The span counts code points.
 */
export function showSpan({ column, reading }: TextPlace, { start, end }: Span): void {
  if (!column.current) return;
  const [from, to] = [reading.positions.toUnits(start), reading.positions.toUnits(end)];
  placeCaret(column.current, reading, from, to);
  const range = rangeOf(column.current, reading, from, to);
  // jsdom, where components are tested, paints nothing.
  if (range && typeof Highlight !== 'undefined') CSS.highlights.set(SHOWN, new Highlight(range));
}

/** Lets what was shown look like the rest of the text again. */
export function hideSpan(): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(SHOWN);
}

import type { Reading } from './reading/reading.ts';
import { selectedUnits } from './reading/places.ts';

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
export function selectedSpan(
  column: HTMLElement,
  { text, positions }: Pick<Reading, 'text' | 'positions'>,
): SelectedSpan | null {
  const selected = selectedUnits(column);
  if (!selected) return null;
  const words = text.slice(selected.from, selected.to);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const from = selected.from + words.indexOf(trimmed);
  return {
    start: positions.toPoints(from),
    end: positions.toPoints(from + trimmed.length),
    words: trimmed,
  };
}

import { codePointLength, sliceByCodePoints } from './code-points.ts';

/** How much text around a passage is kept to find it again: 32 code points, as is usual for text quotes. */
export const CONTEXT_LENGTH = 32;

export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

/** `start` and `end` count Unicode code points of the stored text; `end` is exclusive. */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

/**
 * Describes a span of `text` in the two ways of the W3C Web Annotation Data Model (4.2.4, 4.2.5): by its words with
 * their surroundings, and by position. `start` and `end` are in code points.
 * Answers null for an empty span or one that lies outside the text.
 */
export function selectorsFor(
  text: string,
  start: number,
  end: number,
): [TextQuoteSelector, TextPositionSelector] | null {
  if (!(start >= 0 && start < end && end <= codePointLength(text))) return null;
  return [
    {
      type: 'TextQuoteSelector',
      exact: sliceByCodePoints(text, start, end),
      prefix: sliceByCodePoints(text, Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: sliceByCodePoints(text, end, end + CONTEXT_LENGTH),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

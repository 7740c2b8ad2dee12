import { sliceByCodePoints } from './code-points.ts';
import { compareTexts } from './compare.ts';

interface Span {
  start: number;
  end: number;
}

/**
 * Tells of words of the text `before` that were found in `after` whether they stand where they stood: in the same
 * paragraph, however far a paragraph before it has pushed it. Spans are in code points of their texts.
 */
export function standingIn(before: string, after: string): (old: Span, now: Span) => boolean {
  // A change may be told of several paragraphs at once, among which one may have moved.
  const isOne = (text: string, { start, end }: Span): boolean =>
    !sliceByCodePoints(text, start, end).trim().includes('\n');
  const kept = compareTexts(before, after).flatMap(({ kind, before: old, after: now }) => {
    if (!old || !now) return [];
    return kind === 'same' || (isOne(before, old) && isOne(after, now)) ? [{ before: old, after: now }] : [];
  });
  return (old, now) => kept.some((part) => within(old, part.before) && within(now, part.after));
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

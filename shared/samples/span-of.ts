import { toCodePoints } from '../text/code-points.ts';

/**
 * The span of `exactWords` in `text`, in code points with an exclusive end. Throws when the words are not there or are
 * there more than once, so that a sample can never be anchored to the wrong place.
 */
export function spanOf(text: string, exactWords: string): { start: number; end: number } {
  const at = text.indexOf(exactWords);
  if (exactWords === '' || at < 0) throw new Error(`the text does not say “${exactWords}”`);
  if (text.includes(exactWords, at + 1)) throw new Error(`the text says “${exactWords}” more than once`);
  return { start: toCodePoints(text, at), end: toCodePoints(text, at + exactWords.length) };
}

/**
 * The number of the paragraph that holds `exactWords`, counted from 1. Paragraphs are set apart by an empty line; the
 * first block of the text is its headline and is not counted.
 */
export function paragraphOf(text: string, exactWords: string): number {
  spanOf(text, exactWords);
  const before = text.slice(0, text.indexOf(exactWords));
  return before.split('\n\n').length - 1;
}

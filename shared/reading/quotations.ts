import type { Span } from './span.ts';

/** Words in quotation marks, in UTF-16 units, the marks included. */
export interface Quotation extends Span {
  /** What was said: without the marks, the white space and the comma that belongs to the sentence around. */
  words: Span;
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['"', '"'],
];
const OPENING = /[“«„"]|(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])(?!\d0?s\b)/gu;
/**
 * Single quotation marks look like apostrophes, so what stands between them ends soon, and before white space or a
 * sign.
 */
const SINGLE_CLOSING = /[’'](?![\p{L}\p{N}])/gu;
const SINGLE_LENGTH = 300;

/**
 * The quotations of a paragraph, in order and apart. One that is not closed goes to the end of the paragraph if its
 * mark says that it opens: by English custom a speech of several paragraphs opens each and closes the last.
 * Quotations within quotations are part of them.
 */
export function quotationsIn(paragraph: string): Quotation[] {
  const quotations: Quotation[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (const { 0: mark, index } of paragraph.matchAll(OPENING)) {
    if (index < from || unclosed.has(mark)) continue;
    const single = mark === '‘' || mark === "'";
    const end = single ? singleEnd(paragraph, index) : endOf(paragraph, index, mark);
    if (end === null) {
      // Where this one has no end none of its kind behind it has, and looking again would be quadratic.
      if (!single) unclosed.add(mark);
      continue;
    }
    quotations.push({ start: index, end, words: wordsWithin(paragraph, index + 1, end) });
    from = end;
  }
  return quotations;
}

function endOf(paragraph: string, start: number, mark: string): number | null {
  const closing = PAIRS.find(([opening]) => opening === mark)?.[1] ?? mark;
  const at = paragraph.indexOf(closing, start + 1);
  if (at >= 0) return at + 1;
  return mark === '“' || mark === '«' ? paragraph.length : null;
}

function singleEnd(paragraph: string, start: number): number | null {
  const near = paragraph.slice(start + 1, start + 1 + SINGLE_LENGTH);
  const ends = Array.from(near.matchAll(SINGLE_CLOSING), ({ index }) => index);
  // “the soldiers’ lives” within single marks: a sign before the mark tells that it closes.
  const at = ends.find((end) => /[.,!?…]/.test(near[end - 1] ?? '')) ?? ends[0];
  return at === undefined ? null : start + at + 2;
}

function wordsWithin(paragraph: string, start: number, end: number): Span {
  const inside = paragraph.slice(start, end).replace(/[”»“"’']$/u, '');
  const words = inside.trimEnd().replace(/,$/, '');
  return { start: start + (words.length - words.trimStart().length), end: start + words.length };
}

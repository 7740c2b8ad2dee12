import type { Span } from './span.ts';

/** Words in quotation marks, in UTF-16 units, the marks included. */
export interface Quotation extends Span {
  /** What was said: without the marks, the white space and the comma that belongs to the sentence around. */
  words: Span;
}

/** What each mark is closed by, in the customs of many languages: „…“ and „…”, «…» and »…«, ”…” and 「…」. */
export const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '"': '"',
  '＂': '＂',
  '「': '」',
  '『': '』',
  '《': '》',
  '‚': '‘’',
};
const OPENING = /[“”„«»‹"＂「『《‚]|(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])(?!\d0?s\b)/gu;
/** Marks that can do nothing but open: without their end they go on to the end of the paragraph. */
const ONLY_OPENING = '“«「『《';
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

/** So far within a quotation others of the same marks are counted, in UTF-16 units. */
const NESTED = 5_000;

function endOf(paragraph: string, start: number, mark: string): number | null {
  const closing = CLOSING[mark] ?? mark;
  const at = nestedEnd(paragraph, start, mark, closing) ?? firstOf(closing, paragraph, start + 1);
  if (at !== null) return at + 1;
  return ONLY_OPENING.includes(mark) ? paragraph.length : null;
}

/** The mark that closes what `mark` opens where quotations of these marks stand in it; null where they do not add up. */
function nestedEnd(paragraph: string, start: number, mark: string, closing: string): number | null {
  if (closing.includes(mark)) return null;
  const last = Math.min(paragraph.length, start + NESTED);
  for (let [at, open] = [start + 1, 1]; at < last; at++) {
    const sign = paragraph.charAt(at);
    if (sign === mark || (mark === '„' && sign === '“' && isOpening(paragraph, at))) open++;
    else if (closing.includes(sign) && --open === 0) return at;
  }
  return null;
}

/** Whether “ within „ opens: it stands before a word and after white space or a mark. */
function isOpening(paragraph: string, at: number): boolean {
  return /[\s(«„]/.test(paragraph.charAt(at - 1)) && /\S/.test(paragraph.charAt(at + 1));
}

function firstOf(closing: string, paragraph: string, from: number): number | null {
  const found = Array.from(closing, (sign) => paragraph.indexOf(sign, from)).filter((at) => at >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

function singleEnd(paragraph: string, start: number): number | null {
  const near = paragraph.slice(start + 1, start + 1 + SINGLE_LENGTH);
  const ends = Array.from(near.matchAll(SINGLE_CLOSING), ({ index }) => index);
  // “the soldiers’ lives” within single marks: a sign before the mark tells that it closes.
  const at = ends.find((end) => /[.,!?…]/.test(near[end - 1] ?? '')) ?? ends[0];
  return at === undefined ? null : start + at + 2;
}

function wordsWithin(paragraph: string, start: number, end: number): Span {
  const inside = paragraph.slice(start, end).replace(/[”»«›“‘"＂’'」』》]$/u, '');
  const words = inside.trimEnd().replace(/,$/, '');
  return { start: start + (words.length - words.trimStart().length), end: start + words.length };
}

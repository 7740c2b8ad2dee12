import type { Sentence } from '../text/sentences.ts';
import { attributionsIn, type Attribution } from './attribution.ts';
import { positionsOf } from './positions.ts';
import { quotationsIn, type Quotation } from './quotations.ts';
import { isWrapped, ITEM_MARKER } from './shapes.ts';
import { MASK, type Names } from './speakers.ts';

/** A sentence as the rules read it; what is found in it is in UTF-16 units of `words`. */
export interface SentenceRead {
  /** Its words, and where they begin in the text, in UTF-16 units. */
  words: string;
  start: number;
  /** Where it begins behind the sign of a list. */
  from: number;
  /** What of each quotation lies in it. */
  quotations: Quotation[];
  attributions: Attribution[];
  /**
   * Whom of those that the text introduces with title and name it mentions outside of quotations, by their full
   * names.
   */
  persons: string[];
}

export interface Paragraph {
  sentences: SentenceRead[];
  /** Which sentences each quotation of the paragraph reaches from and to, by their numbers in it. */
  quotations: { first: number; last: number }[];
  /** A heading or something else stands before it, so that it does not go on with the paragraph before. */
  opens: boolean;
}

/** The sentences in their paragraphs, read for quotations and attributions; without headings and boilerplate. */
export function paragraphsOf(text: string, sentences: readonly Sentence[], names: Names): Paragraph[] {
  const { toUnits } = positionsOf(text);
  const parting = isWrapped(text) ? /\n\s*\n/ : /\n/;
  const paragraphs: Paragraph[] = [];
  let open: { start: number; end: number; kind: Sentence['kind'] }[] = [];
  let opens = true;
  const close = (): void => {
    if (open.length > 0) paragraphs.push({ ...readParagraph(text, open, names), opens });
    if (open.length > 0) opens = false;
    open = [];
  };
  for (const { start, end, kind } of sentences) {
    const units = { start: toUnits(start), end: toUnits(end), kind };
    const before = open.at(-1);
    const isNew = !before || before.kind !== kind || parting.test(text.slice(before.end, units.start));
    if (isNew) close();
    if (kind === 'heading' || kind === 'boilerplate') opens = true;
    else open.push(units);
  }
  close();
  return paragraphs;
}

function readParagraph(
  text: string,
  spans: readonly { start: number; end: number; kind: Sentence['kind'] }[],
  names: Names,
): Omit<Paragraph, 'opens'> {
  const begin = spans[0]?.start ?? 0;
  const paragraph = text.slice(begin, spans.at(-1)?.end);
  const quotations = quotationsIn(paragraph);
  const reach = quotations.map(() => ({ first: spans.length, last: -1 }));
  let next = 0;
  const sentences = spans.map(({ start, end, kind }, number): SentenceRead => {
    const [from, to] = [start - begin, end - begin];
    const parts: Quotation[] = [];
    while ((quotations[next]?.end ?? Infinity) <= from) next++;
    for (let at = next; (quotations[at]?.start ?? Infinity) < to; at++) {
      const [quotation, reached] = [quotations[at], reach[at]];
      if (!quotation || !reached) break;
      reached.first = Math.min(reached.first, number);
      reached.last = number;
      const within = (position: number): number => Math.max(0, Math.min(position, to) - from);
      parts.push({
        start: within(quotation.start),
        end: within(quotation.end),
        words: { start: within(quotation.words.start), end: within(quotation.words.end) },
      });
    }
    const words = text.slice(start, end);
    const marker = kind === 'item' ? (ITEM_MARKER.exec(words)?.[0].length ?? 0) : 0;
    const masked = maskedWords(words, parts, marker);
    const attributions = attributionsIn(masked, names).map((found) => ({
      ...found,
      start: found.start + marker,
      end: found.end + marker,
      content: found.content === null ? null : found.content + marker,
    }));
    const persons = (masked.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).flatMap(
      (name) => names.get(name.replace(/[’']s$/u, '')) ?? [],
    );
    return { words, start, from: marker, quotations: parts, attributions, persons };
  });
  return { sentences, quotations: reach };
}

/**
 * The words of a sentence from `from` on as rules about who speaks read them: each quotation masked, line breaks as
 * spaces.
 */
function maskedWords(words: string, quotations: readonly Quotation[], from: number): string {
  const pieces: string[] = [];
  let at = from;
  for (const { start, end } of quotations) {
    pieces.push(words.slice(at, Math.max(at, start)), MASK.repeat(Math.max(0, end - Math.max(at, start))));
    at = Math.max(at, end);
  }
  return pieces
    .concat(words.slice(at))
    .join('')
    .replace(/[\n\r]/g, ' ');
}

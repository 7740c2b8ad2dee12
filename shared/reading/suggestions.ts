import type { Sentence } from '../text/sentences.ts';
import type { Attribution } from './attribution.ts';
import { claimantsOf } from './claimants.ts';
import { isEnglish } from './english.ts';
import { reasonsIn } from './find-reasons.ts';
import { paragraphsOf, type SentenceRead } from './paragraphs.ts';
import { positionsOf } from './positions.ts';
import { WEIGHTS, type Reason, type ReasonCode } from './reasons.ts';
import type { Span } from './span.ts';
import { namesIn } from './speakers.ts';

/** A sentence that deserves checking, and why: a hint that a person accepts, edits or dismisses. In code points. */
export interface Suggestion extends Span {
  /** Where each reason stands, in order; there is at least one. */
  reasons: Reason[];
  /** From 0 to 1: the weights of its kinds of reason, added up. */
  score: number;
  /** Who says it, as far as the text is plain about that; null when nobody does or it is in doubt. */
  claimant: string | null;
  /** The longest words in quotation marks, without the marks; null when there are none. */
  quotation: Span | null;
  /** What is said, without who says it where that is plain; otherwise the sentence without the sign of a list. */
  statement: Span;
}

/**
 * The sentences of a text that deserve checking, by score and then in the order of the text. Rules for English; in
 * any other language there are none (`isEnglish()`). Headings and boilerplate are never proposed. `sentences` are
 * those of `text`, in order. Time is linear in the length of the text.
 */
export function suggestionsFor(
  text: string,
  sentences: readonly Sentence[],
  language: string | null,
): Suggestion[] {
  if (!isEnglish(text, language)) return [];
  const { toPoints } = positionsOf(text);
  const suggestions: Suggestion[] = [];
  const paragraphs = paragraphsOf(text, sentences, namesIn(text));
  const claimants = claimantsOf(paragraphs);
  for (const sentence of paragraphs.flatMap((paragraph) => paragraph.sentences)) {
    const reasons = reasonsOf(sentence);
    if (reasons.length === 0) continue;
    const inPoints = ({ start, end }: Span): Span => ({
      start: toPoints(sentence.start + start),
      end: toPoints(sentence.start + end),
    });
    const longest = sentence.quotations.reduce<Span | null>(
      (most, { words }) => (words.end - words.start > (most ? most.end - most.start : 0) ? words : most),
      null,
    );
    suggestions.push({
      ...inPoints({ start: 0, end: sentence.words.length }),
      reasons: reasons.map((reason) => ({ code: reason.code, ...inPoints(reason) })),
      score: scoreOf(reasons),
      claimant: claimants.get(sentence) ?? null,
      quotation: longest && inPoints(longest),
      statement: inPoints(statementOf(sentence)),
    });
  }
  return suggestions.sort((a, b) => b.score - a.score || a.start - b.start);
}

function reasonsOf({ words, from, quotations, attributions }: SentenceRead): Reason[] {
  const as =
    (code: ReasonCode) =>
    ({ start, end }: Span): Reason => ({ code, start, end });
  return [
    ...reasonsIn(words.slice(from)).map(({ code, start, end }) => ({
      code,
      start: from + start,
      end: from + end,
    })),
    ...quotations.map(as('quotation')),
    ...attributions.map(as('attribution')),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Rounded, since 0.1 + 0.2 is not 0.3 and equal scores shall be equal. */
function scoreOf(reasons: readonly Reason[]): number {
  const codes = new Set(reasons.map(({ code }) => code));
  return Math.round(Array.from(codes).reduce((sum, code) => sum + WEIGHTS[code], 0) * 100) / 100;
}

/** What is said, without the marks when all of it is quoted. */
function statementOf(sentence: SentenceRead): Span {
  const said = saidIn(sentence);
  const quoted = sentence.quotations.find(({ start }) => start >= said.start);
  const rest = quoted && sentence.words.slice(quoted.end, Math.max(quoted.end, said.end)).trim();
  return quoted?.start === said.start && /^[.,]?$/.test(rest ?? '-') ? quoted.words : said;
}

/** What is said, where the sentence begins or ends with who says it and has nothing else. */
function saidIn({ words, from, quotations, attributions }: SentenceRead): Span {
  const whole = { start: from, end: words.length };
  const named = attributions.filter(({ speaker }) => speaker !== null);
  const [only] = named;
  if (!only || named.length > 1) return whole;
  if (only.content !== null && startsWith(words, from, only)) {
    const start = only.content + (/^\s*/.exec(words.slice(only.content))?.[0].length ?? 0);
    return start < words.length ? { start, end: words.length } : whole;
  }
  const [quotation] = quotations;
  if (quotation && quotations.length === 1 && quotation.start === from && quotation.end <= only.start)
    return { start: from, end: quotation.end };
  // “…, the minister said.”
  const before = /^(.*),(?: the| an?)?$/s.exec(words.slice(from, only.start).trimEnd())?.[1];
  if (before !== undefined && /^[.!?]?$/.test(words.slice(only.end).trim()))
    return { start: from, end: from + before.length };
  return whole;
}

/** Whether the attribution is what the sentence begins with: a name of few words stands before its last one. */
function startsWith(words: string, from: number, { start }: Attribution): boolean {
  return words.slice(from, start).trim().split(/\s+/).length <= 6 && !/[,;:—]/.test(words.slice(from, start));
}

import { CLOSING, quotationsIn } from '../reading/quotations.ts';
import { apartFrom, type Span } from '../reading/span.ts';

const BLANK_LINE = /\n[^\S\n]*\n/g;
/** A line of a message that is answered, by the custom of e-mail. */
const ANSWERED = /^[^\S\n]*>.*$/gm;
/** Marks that open by one custom and close by another, where they cannot close: behind white space or a bracket. */
const OPENING_BEFORE_WORDS = /(?<![^\s([])[„»‹]/gu;

/**
 * What of a text is in quotation marks, in UTF-16 units, in order and apart. A quotation without its end goes as far as
 * its paragraph, unless the next mark of its kind, in whatever paragraph, closes it.
 */
export function quotedIn(text: string): Span[] {
  const quoted: Span[] = [];
  let from = 0;
  for (const end of paragraphEnds(text)) {
    if (end <= from) continue;
    const begin = from;
    const within = quotationsIn(text.slice(begin, end)).map((span) => ({
      start: begin + span.start,
      end: begin + span.end,
    }));
    const open = openedIn(text, { start: begin, end }, within);
    for (const { start, end: last } of within) {
      if (open && start > open.start) break;
      const goesOn = last === end && !isClosed(text, start, end);
      quoted.push({ start, end: (goesOn ? closedBeyond(text, start, end) : null) ?? last });
    }
    if (open) quoted.push(open);
    from = Math.max(end, quoted.at(-1)?.end ?? 0);
  }
  return quoted;
}

/** Lines that are quoted as a whole, as in an answer to a message; in UTF-16 units. */
export function answeredIn(text: string): Span[] {
  if (!text.includes('>')) return [];
  return Array.from(text.matchAll(ANSWERED), ({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

function* paragraphEnds(text: string): Generator<number> {
  for (const { index } of text.matchAll(BLANK_LINE)) yield index;
  yield text.length;
}

/**
 * Of a paragraph what begins with a mark that opens or closes by custom, as „ and » do, and is closed in a later one
 * only. Within its paragraph that tells nothing: there such a mark may close what was opened before.
 */
function openedIn(text: string, { start: begin, end }: Span, within: readonly Span[]): Span | null {
  const marks = Array.from(text.slice(begin, end).matchAll(OPENING_BEFORE_WORDS), ({ index }) => ({
    start: begin + index,
    end: begin + index + 1,
  }));
  // What closes one closes all of its kind, so the first of each tells.
  const seen = new Set<string>();
  for (const { start } of apartFrom(within, marks)) {
    const mark = text.charAt(start);
    if (seen.has(mark)) continue;
    seen.add(mark);
    const last = closedBeyond(text, start, end);
    if (last !== null) return { start, end: last };
  }
  return null;
}

function isClosed(text: string, start: number, end: number): boolean {
  return end - 1 > start && closingOf(text.charAt(start)).includes(text.charAt(end - 1));
}

/** Where what opens at `start` is closed behind `from`, if nothing of its kind opens before that. */
function closedBeyond(text: string, start: number, from: number): number | null {
  const mark = text.charAt(start);
  const closing = Array.from(closingOf(mark)).filter((sign) => sign !== mark);
  const opens = text.indexOf(mark, from);
  // No further than that: a text of many marks without an end would be looked through for each of them.
  const near = text.slice(from, opens < 0 ? text.length : opens);
  const ends = closing.map((sign) => near.indexOf(sign)).filter((at) => at >= 0);
  return ends.length === 0 ? null : from + Math.min(...ends) + 1;
}

function closingOf(mark: string): string {
  return CLOSING[mark] ?? mark;
}

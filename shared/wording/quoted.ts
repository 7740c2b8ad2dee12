import { CLOSING, quotationsIn } from '../reading/quotations.ts';
import type { Span } from '../reading/span.ts';

const BLANK_LINE = /\n[^\S\n]*\n/g;
/** A line of a message that is answered, by the custom of e-mail. */
const ANSWERED = /^[^\S\n]*>.*$/gm;

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
    for (const quotation of quotationsIn(text.slice(begin, end))) {
      const [first, last] = [begin + quotation.start, begin + quotation.end];
      const span = { start: first, end: last === end ? endBeyond(text, first, end) : last };
      quoted.push(span);
      from = span.end;
    }
    from = Math.max(from, end);
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

function endBeyond(text: string, start: number, end: number): number {
  const mark = text.charAt(start);
  const closing = CLOSING[mark] ?? mark;
  if (closing.includes(text.charAt(end - 1)) && end - 1 > start) return end;
  if (closing.includes(mark)) return end;
  const next = [mark, ...closing]
    .map((sign) => text.indexOf(sign, end))
    .map((at) => (at < 0 ? Infinity : at));
  const [opens = Infinity, ...closes] = next;
  const at = Math.min(...closes);
  return at < opens ? at + 1 : end;
}

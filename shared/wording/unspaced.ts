import type { Span } from '../reading/span.ts';
import { isAsked, type Finder } from './spaced.ts';
import type { TermList } from './term-list.ts';

/** So many UTF-16 units before a term are looked at for a word that shows that nobody asserts it. */
const BEFORE = 4;
/** So many on either side of a term are enough to tell where words begin and end. */
const AROUND = 24;
const PAUSE = /[\p{P}\s]/u;

/**
 * The finder of a language that is written without spaces between its words. Whether a form is a word of its own, and
 * not the end of one word with the beginning of the next, is told by Unicode's segmentation (UAX #29, with the
 * platform's dictionary), which is only asked where a form stands: it costs more than everything else.
 */
export function unspacedFinder(list: TermList): Finder {
  const terms = new Map(list.terms.flatMap((term) => term.forms.map((form) => [form, term] as const)));
  // Forms are letters only (termListSchema), so there is nothing to escape; of two at one place the longer counts.
  const forms = new RegExp([...terms.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
  const segmenter = new Intl.Segmenter(list.language, { granularity: 'word' });
  return (text) =>
    Array.from(text.matchAll(forms)).flatMap(({ 0: form, index: start }) => {
      const term = terms.get(form);
      const span = { start, end: start + form.length };
      if (!term || term.unless.some((phrase) => covers(text, phrase, span))) return [];
      const unasserted =
        isAsked(text, span.end) || list.unasserted.before.some((word) => leadIn(text, start).includes(word));
      if (term.onlyAsserted && unasserted) return [];
      return isOfWords(text, span, segmenter) ? [{ ...span, term }] : [];
    });
}

/** The few characters before a term, back to a mark. */
function leadIn(text: string, start: number): string {
  return (
    text
      .slice(Math.max(0, start - BEFORE), start)
      .split(PAUSE)
      .at(-1) ?? ''
  );
}

function covers(text: string, phrase: string, { start, end }: Span): boolean {
  for (let at = Math.max(0, end - phrase.length); at <= start; at++)
    if (text.startsWith(phrase, at)) return true;
  return false;
}

/** Whether a span begins where a word begins and ends where one ends. */
function isOfWords(text: string, { start, end }: Span, segmenter: Intl.Segmenter): boolean {
  const from = Math.max(0, start - AROUND);
  const around = text.slice(from, end + AROUND);
  const edges = new Set([around.length]);
  for (const { index } of segmenter.segment(around)) edges.add(index);
  return edges.has(start - from) && edges.has(end - from);
}

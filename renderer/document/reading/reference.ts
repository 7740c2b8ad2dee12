import type { Translate } from '../../../shared/messages/translate.ts';
import type { DocumentView } from '../../../shared/queries/document-view.ts';
import type { Span } from '../../ui-state.ts';
import { lastFrom, type Reading } from './reading.ts';

/** So much of a SHA-256 tells two texts of a case apart at sight. */
const SHORT_HASH = 12;

/**
 * Words of a document with where they stand, to be pasted elsewhere: in quotation marks, with title, page or paragraph,
 * the beginning of the text's SHA-256, and the allegations that are anchored to them. `span` counts code points.
 */
export function withReference(
  { document, passages }: Pick<DocumentView, 'document' | 'passages'>,
  reading: Reading,
  span: Span,
  t: Translate,
): string {
  const from = reading.positions.toUnits(span.start);
  const to = reading.positions.toUnits(span.end);
  const words = reading.text.slice(from, to).replace(/\s+/gu, ' ').trim();
  const refs = passages
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map(({ ref }) => ref);
  return [
    t('document.reference.words', { words }),
    [
      document.title,
      placeOf(reading, from, Math.max(from, to - 1), t),
      t('document.reference.sha256', { sha256: document.sha256.slice(0, SHORT_HASH) }),
      ...new Set(refs),
    ].join(', '),
  ].join(' ');
}

function placeOf(reading: Reading, first: number, last: number, t: Translate): string {
  const { pages } = reading;
  const pageAt = (unit: number): string | undefined =>
    pages[lastFrom(pages.length, (at) => (pages[at]?.at ?? 0) <= unit)]?.label;
  const [from, to] = [pageAt(first), pageAt(last)];
  if (from !== undefined && to !== undefined)
    return from === to
      ? t('document.reference.page', { page: from })
      : t('document.reference.pages', { from, to });
  const [begins, ends] = [paragraphAt(reading, first), paragraphAt(reading, last)];
  return begins === ends
    ? t('document.reference.paragraph', { number: begins })
    : t('document.reference.paragraphs', { from: begins, to: ends });
}

/** The number of the paragraph a unit of the text lies in, from 1: blank lines are none. */
export function paragraphAt({ chunks }: Reading, unit: number): number {
  let number = 0;
  for (const { from, lines } of chunks) {
    if (from > unit) break;
    for (const line of lines) if (line.from <= unit && line.kind !== 'blank') number++;
  }
  return Math.max(1, number);
}

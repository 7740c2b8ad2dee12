import type { DocumentQuery, DocumentView, Mark } from '../../shared/queries/document-view.ts';
import type { Span } from '../ui-state.ts';

/** What a span of the text is marked with: an allegation, a query, or words that a query is being written about. */
export type Marking = Span & ({ mark: Mark } | { query: DocumentQuery } | { asked: true });

/** Everything to mark in a document. */
export function markingsOf({ marks, queries }: DocumentView, asked: Span | null): Marking[] {
  return [
    ...marks.map((mark) => ({ start: mark.start, end: mark.end, mark })),
    ...queries.map((query) => ({ start: query.start, end: query.end, query })),
    ...(asked ? [{ ...asked, asked: true } as const] : []),
  ];
}

/** The allegations among markings. */
export const marksIn = (markings: readonly Marking[]): Mark[] =>
  markings.flatMap((each) => ('mark' in each ? [each.mark] : []));

/** The queries among markings. */
export const queriesIn = (markings: readonly Marking[]): DocumentQuery[] =>
  markings.flatMap((each) => ('query' in each ? [each.query] : []));

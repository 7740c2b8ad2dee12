import type {
  DocumentMark,
  DocumentPassage,
  DocumentQuery,
  DocumentView,
} from '../../shared/queries/document-view.ts';
import type { Positions } from '../../shared/reading/positions.ts';
import type { Spanning } from '../../shared/reading/segments.ts';
import type { Span } from '../ui-state.ts';

/**
 * What a span of the text is marked with: an allegation, words that become none, a query, words that a query is being
 * written about, a sentence that is worth checking, one of a mixed paragraph that is accounted for, or what is on a new
 * page that begins in the middle of a line.
 */
export type Marking = Spanning &
  (
    | { passage: DocumentPassage }
    | { mark: DocumentMark }
    | { query: DocumentQuery }
    | { asked: true }
    | { hint: true }
    | { checked: true }
    | { page: string }
  );

/** Everything to mark in a document, in no order; of the marks those that are shown: a dismissed hint is nothing to read. */
export function markingsOf(
  { passages, marks, queries }: Pick<DocumentView, 'passages' | 'marks' | 'queries'>,
  asked: Span | null,
  positions: Positions,
): Marking[] {
  const at = ({ start, end }: Span): Spanning => ({
    from: positions.toUnits(start),
    to: positions.toUnits(end),
  });
  return [
    ...passages.map((passage) => ({ ...at(passage), passage })),
    ...marks.filter(({ kind }) => kind !== 'dismissed').map((mark) => ({ ...at(mark), mark })),
    ...queries.map((query) => ({ ...at(query), query })),
    ...(asked ? [{ ...at(asked), asked: true } as const] : []),
  ];
}

/** All of a marking of `markingsOf()` that is drawn, as text: what draws the same has the same. */
export function faceOf(marking: Marking): string {
  const at = `${marking.from}-${marking.to}`;
  if ('passage' in marking) {
    const { passageId, allegationId, ref, state, doubt } = marking.passage;
    return `p${at}:${passageId}:${allegationId}:${ref}:${state}:${doubt ?? ''}`;
  }
  if ('mark' in marking) return `m${at}:${marking.mark.kind}`;
  if ('query' in marking) {
    const { id, number, decision } = marking.query;
    return `q${at}:${id}:${number}:${decision ?? ''}`;
  }
  return `a${at}`;
}

/** The allegations among markings. */
export const passagesIn = (markings: readonly Marking[]): DocumentPassage[] =>
  markings.flatMap((each) => ('passage' in each ? [each.passage] : []));

/** The queries among markings. */
export const queriesIn = (markings: readonly Marking[]): DocumentQuery[] =>
  markings.flatMap((each) => ('query' in each ? [each.query] : []));

/** The words among markings that became no allegation. */
export const marksIn = (markings: readonly Marking[]): DocumentMark[] =>
  markings.flatMap((each) => ('mark' in each ? [each.mark] : []));

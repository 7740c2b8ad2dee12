import { present } from '../case/case.ts';
import type { Query } from '../case/dealings.ts';
import type { Telling } from './report-about.ts';

/** A query to the author or editor with what was decided. This is what a checker delivers. */
export interface ReportQuery extends Pick<
  Query,
  'number' | 'kind' | 'question' | 'proposed' | 'decider' | 'by' | 'addedAt'
> {
  /** Null where the document is withheld (report-confidential.ts). */
  documentTitle: string | null;
  /** The words it is about. */
  exact: string;
  /** The allegation it came up with, if it did. */
  ref: string | null;
  /**
   * Null while it is open. `wording` is what the passage says from now on, and null where it stands; an empty one takes
   * the passage out.
   */
  decision: (Pick<Query, 'wording' | 'reason'> & { outcome: Decided; by: string; at: string }) | null;
}

type Decided = Exclude<Query['decision'], null>;

/**
 * The queries on the documents of the case, by number; of a report that is of chosen allegations, those that came up with
 * one of them.
 */
export function queriesOf({ kase, isIn, isWhole, withheldDocuments }: Telling): ReportQuery[] {
  return present<Query>(kase.records.queries.values())
    .sort((a, b) => a.number - b.number)
    .flatMap((query) => {
      const document = kase.records.documents.get(query.documentId);
      if (!document || document.removed) return [];
      const { number, kind, question, proposed, decider, by, addedAt, selector, allegationId } = query;
      const allegation = allegationId === null ? undefined : kase.records.allegations.get(allegationId);
      if (allegation ? !isIn(allegation) : !isWhole) return [];
      return [
        {
          number,
          kind,
          question,
          proposed,
          decider,
          by,
          addedAt,
          documentTitle: withheldDocuments.has(document.id) ? null : document.title,
          exact: selector[0].exact,
          ref: allegation && !allegation.removed ? allegation.ref : null,
          decision: decisionOf(query),
        },
      ];
    });
}

function decisionOf({ decision, wording, reason, decidedBy, decidedAt }: Query): ReportQuery['decision'] {
  if (decision === null) return null;
  return { outcome: decision, wording, reason, by: decidedBy ?? '', at: decidedAt ?? '' };
}

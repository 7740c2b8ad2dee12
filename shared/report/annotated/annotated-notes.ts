import { changedText } from '../../queries/changed-text.ts';
import type { Telling } from '../report-about.ts';
import { reportAllegation, type ReportAllegation } from '../report-allegation.ts';
import { examined } from '../report-evidence.ts';
import { queriesOf, type ReportQuery } from '../report-queries.ts';

/** What a note beside the text says: of an allegation as the report has it, or of a query. */
export type AnnotatedNote =
  | {
      kind: 'allegation';
      /** From 1, in the order of the text: what its label says. */
      number: number;
      allegation: AnnotatedAllegation;
    }
  | {
      kind: 'query';
      query: ReportQuery;
      /** Whether its wording is in the changed text; a later decision on the same words may have taken its place. */
      applied: boolean;
    };

export type AnnotatedAllegation = Pick<
  ReportAllegation,
  | 'ref'
  | 'statement'
  | 'claimant'
  | 'quote'
  | 'serious'
  | 'unasked'
  | 'finding'
  | 'reviews'
  | 'responses'
  | 'work'
>;

/** Writes the notes of a document one after the other, by the ids of their allegations and queries. */
export function noteWriter(telling: Telling, documentId: string): (id: string) => AnnotatedNote {
  const { kase } = telling;
  const queries = new Map(queriesOf(telling).map((query) => [query.number, query]));
  const applied = new Set(changedText(kase, documentId)?.applied);
  let number = 0;
  return (id) => {
    const allegation = kase.records.allegations.get(id);
    if (allegation) {
      const told = reportAllegation(telling, examined(telling, allegation));
      return { kind: 'allegation', number: ++number, allegation: allegationTold(told) };
    }
    const query = queries.get(kase.records.queries.get(id)?.number ?? 0);
    if (!query) throw new Error('a note about neither an allegation nor a query');
    return { kind: 'query', query, applied: applied.has(query.number) };
  };
}

function allegationTold(told: ReportAllegation): AnnotatedAllegation {
  const { ref, statement, claimant, quote, serious, unasked, finding, reviews, responses, work } = told;
  return { ref, statement, claimant, quote, serious, unasked, finding, reviews, responses, work };
}

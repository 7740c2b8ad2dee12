import { children, present, type Case } from '../case/case.ts';
import type { Allegation, Quote } from '../case/records.ts';
import type { Doubt, Priority, State } from '../case/words.ts';
import { relationsOf, type RelatedAllegation } from '../queries/details.ts';
import { partyName } from '../queries/rows.ts';
import type { Missing } from '../standard/assess.ts';
import { missingFor } from '../standard/gate.ts';
import { questionsOf, type Question } from '../standard/questions.ts';
import type { Telling } from './report-about.ts';
import { evidenceTold, type Examined, type ReportEvidence } from './report-evidence.ts';
import {
  earlierFindings,
  reportFinding,
  reviewsTold,
  weightOf,
  type EarlierFinding,
  type ReportFinding,
  type ReportReview,
  type ReportWeight,
} from './report-finding.ts';
import { ratingTold, type ReportRating } from './report-rating.ts';
import { responsesTold, type ReportResponse } from './report-responses.ts';

/** One allegation as a report tells of it: data only, words as codes; times as precise as they are known. */
export interface ReportAllegation {
  ref: string;
  statement: string;
  claimant: string | null;
  saidOn: string | null;
  saidWhere: string | null;
  /** When what is alleged is said to have happened. */
  happenedOn: string | null;
  /** The names of the parties it would harm or oblige. */
  touches: string[];
  /** That the claimant was verified to have said it, which says nothing about whether it is so. */
  quote: Pick<Quote, 'how' | 'by' | 'at'> | null;
  serious: boolean;
  /**
   * Where the standard wants a serious allegation put to those it touches: whom it was not put to, by name; empty when
   * it touches nobody by name and nobody was asked; null when nothing is missing.
   */
  unasked: string[] | null;
  passages: ReportPassage[];
  finding: ReportFinding;
  /** What is published of it; null for none. */
  rating: ReportRating | null;
  /** Oldest first. */
  reviews: ReportReview[];
  /** How all the evidence stands, whether or not this edition lists every item. */
  evidenceFor: ReportWeight;
  evidenceAgainst: ReportWeight;
  /** What the standard still asks for before each move that depends on evidence alone; empty means it is open. */
  needs: { corroborated: Missing[]; deniedByEvidence: Missing[] };
  evidence: ReportEvidence[];
  responses: ReportResponse[];
  relations: ReportRelation[];
  /** What belongs to the work and not to its outcome; null in the checked edition. */
  work: ReportWork | null;
}

/** A quoted passage. */
export type ReportPassage = PassageInDocument | WithheldPassage;

/** `start` and `end` count Unicode code points of the text that `documentSha256` names. */
export interface PassageInDocument {
  withheld: false;
  documentTitle: string;
  documentSha256: string;
  /** What is in doubt about it since its document came anew; null when nothing is. */
  doubt: Doubt | null;
  prefix: string;
  exact: string;
  suffix: string;
  start: number;
  end: number;
}

/** Of a document that is withheld (report-confidential.ts): the words that were chosen, and nothing around them. */
export type WithheldPassage = Pick<PassageInDocument, 'doubt' | 'exact'> & { withheld: true };

/** Another allegation as this one is related to it. */
export interface ReportRelation extends Pick<RelatedAllegation, 'kind' | 'note'> {
  ref: string;
  statement: string;
  state: State;
  /** Whether its finding was made against the standard, which is said wherever its state stands. */
  overridden: boolean;
}

export interface ReportWork {
  priority: Priority;
  tags: string[];
  assignee: string | null;
  notes: string;
  /** What a colleague would ask about the evidence. */
  questions: Question[];
  earlier: EarlierFinding[];
}

export function reportAllegation(telling: Telling, part: Examined): ReportAllegation {
  const { kase, edition } = telling;
  const { allegation, assessments } = part;
  const { id, ref, statement, saidOn, saidWhere, happenedOn, quote, serious, finding } = allegation;
  const { supports, contradicts, unasked } = assessments;
  return {
    ref,
    statement,
    claimant: partyName(kase, allegation.claimantId),
    saidOn,
    saidWhere,
    happenedOn,
    touches: allegation.touchedIds.flatMap((partyId) => partyName(kase, partyId) ?? []),
    quote: quote && { how: quote.how, by: quote.by, at: quote.at },
    serious,
    unasked,
    passages: passagesOf(telling, allegation),
    finding: reportFinding(kase, part),
    rating: ratingTold(telling, allegation),
    reviews: reviewsTold(kase, allegation),
    evidenceFor: weightOf(supports),
    evidenceAgainst: weightOf(contradicts),
    needs: {
      corroborated: missingFor(assessments, { to: 'corroborated' }, finding.by),
      deniedByEvidence: missingFor(assessments, { to: 'denied', basis: 'evidence' }, finding.by),
    },
    evidence: evidenceTold(telling, part),
    responses: responsesTold(telling, id),
    relations: relationsOf(kase, id).flatMap(({ kind, note, other }) => {
      const record = kase.records.allegations.get(other.id);
      if (!record || !telling.isIn(record)) return [];
      const { ref: otherRef, statement: words, finding: found } = record;
      const overridden = found.override !== null;
      return [{ kind, ref: otherRef, statement: words, state: found.state, overridden, note }];
    }),
    work: edition === 'checking' ? workOn(kase, part) : null,
  };
}

function workOn(kase: Case, { allegation, assessments }: Examined): ReportWork {
  const { priority, tags, assignee, notes } = allegation;
  return {
    priority,
    tags: [...tags],
    assignee,
    notes,
    questions: questionsOf(kase, allegation, assessments),
    earlier: earlierFindings(kase, allegation),
  };
}

function passagesOf({ kase, withheldDocuments }: Telling, { id }: Allegation): ReportPassage[] {
  return present(children(kase, ['passages', 'allegationId'], id)).map((passage): ReportPassage => {
    const [{ exact, prefix, suffix }, { start, end }] = passage.selector;
    if (withheldDocuments.has(passage.documentId)) return { withheld: true, doubt: passage.doubt, exact };
    return {
      withheld: false,
      documentTitle: kase.records.documents.get(passage.documentId)?.title ?? '',
      documentSha256: passage.documentSha256,
      doubt: passage.doubt,
      prefix,
      exact,
      suffix,
      start,
      end,
    };
  });
}

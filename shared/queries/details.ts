import { children, present, type Case } from '../case/case.ts';
import type { Query, Relation, Response, Review } from '../case/dealings.ts';
import type { Evidence, Exhibit, Source } from '../case/evidence.ts';
import type { Allegation, Passage } from '../case/records.ts';
import type { RelationKind, State } from '../case/words.ts';
import type { Missing } from '../standard/assess.ts';
import { agrees, assessAllegation, lacksOf, type Assessments } from '../standard/gate.ts';
import { questionsOf, type Question } from '../standard/questions.ts';
import { historyOf, type HistoryLine } from './history.ts';
import { isAwaited } from './requests.ts';
import { partyName, rowOf, type AllegationRow } from './rows.ts';

/** Everything the inspector shows of one allegation. */
export interface AllegationDetails {
  row: AllegationRow;
  allegation: Allegation;
  /** The names of the parties it touches, in the order they were named. */
  touches: string[];
  passages: (Passage & { documentTitle: string })[];
  evidence: (Evidence & {
    source: Source;
    exhibit: Exhibit | null;
    /** The name of the source it is derived from, where that is no item here. */
    originSource: string | null;
  })[];
  /** Each with whether an answer to it is still awaited. */
  responses: (Response & { party: string; awaited: boolean })[];
  queries: (Query & { documentTitle: string })[];
  /** Oldest first, each with whether it came to the same as the present finding. */
  reviews: (Review & { agrees: boolean })[];
  relations: RelatedAllegation[];
  assessments: Assessments;
  /** What the standard asks for the present finding as the evidence is now; empty means that it meets it. */
  lacks: Missing[];
  /** What a colleague would ask about the evidence. */
  questions: Question[];
  /** This record's own history, newest first. */
  history: HistoryLine[];
}

/** Another allegation as this one is related to it. */
export interface RelatedAllegation extends Pick<Relation, 'id' | 'note'> {
  /** `wider` is `narrower` seen from the other side. */
  kind: RelationKind | 'wider';
  other: { id: string; ref: string; statement: string; state: State };
}

/** The details of an allegation, or null when there is none of that id or it is in the trash. */
export function detailsOf(kase: Case, id: string): AllegationDetails | null {
  const allegation = kase.records.allegations.get(id);
  if (!allegation || allegation.removed) return null;
  const { records } = kase;
  const assessments = assessAllegation(kase, allegation);
  const responses = present(children(kase, ['responses', 'allegationId'], id));
  return {
    row: rowOf(kase, allegation),
    allegation,
    touches: allegation.touchedIds.flatMap((partyId) => partyName(kase, partyId) ?? []),
    passages: present(children(kase, ['passages', 'allegationId'], id)).map((passage) => ({
      ...passage,
      documentTitle: records.documents.get(passage.documentId)?.title ?? '',
    })),
    evidence: present(children(kase, ['evidence', 'allegationId'], id)).flatMap((item) => {
      const source = records.sources.get(item.sourceId);
      const { origin, exhibitId } = item;
      const named = origin.type === 'derived-source' ? records.sources.get(origin.sourceId) : undefined;
      const exhibit = exhibitId === null ? null : (records.exhibits.get(exhibitId) ?? null);
      return source ? [{ ...item, source, exhibit, originSource: named?.name ?? null }] : [];
    }),
    responses: responses.map((response) => ({
      ...response,
      party: partyName(kase, response.partyId) ?? '',
      awaited: isAwaited(response, responses),
    })),
    queries: present(children(kase, ['queries', 'allegationId'], id)).map((query) => ({
      ...query,
      documentTitle: records.documents.get(query.documentId)?.title ?? '',
    })),
    reviews: present(children(kase, ['reviews', 'allegationId'], id)).map((review) => ({
      ...review,
      agrees: agrees(review, allegation.finding),
    })),
    relations: relationsOf(kase, id),
    assessments,
    lacks: lacksOf(kase, allegation, assessments),
    questions: questionsOf(kase, allegation, assessments),
    history: historyOf(kase, { allegationId: id }),
  };
}

/** How an allegation relates to others, as it is told from its own side. */
export function relationsOf(kase: Case, allegationId: string): RelatedAllegation[] {
  const related = ({ id, note, kind, fromId, toId }: Relation): RelatedAllegation[] => {
    const other = kase.records.allegations.get(fromId === allegationId ? toId : fromId);
    if (!other || other.removed) return [];
    const { ref, statement, finding } = other;
    return [
      {
        id,
        note,
        kind: kind === 'narrower' && toId === allegationId ? 'wider' : kind,
        other: { id: other.id, ref, statement, state: finding.state },
      },
    ];
  };
  return present([
    ...children(kase, ['relations', 'fromId'], allegationId),
    ...children(kase, ['relations', 'toId'], allegationId),
  ]).flatMap(related);
}

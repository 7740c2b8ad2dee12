import { children, present, type Case } from '../case/case.ts';
import type { Allegation, Evidence, Passage, Response, Source } from '../case/records.ts';
import { assessAllegation, lacksOf, missingFor, type Assessments } from '../standard/gate.ts';
import type { Missing } from '../standard/assess.ts';
import { historyOf, type HistoryLine } from './history.ts';
import { rowOf, type AllegationRow } from './rows.ts';

/** Everything the inspector shows of one allegation. */
export interface AllegationDetails {
  row: AllegationRow;
  allegation: Allegation;
  passages: (Passage & { documentTitle: string })[];
  evidence: (Evidence & { source: Source })[];
  responses: (Response & { party: string })[];
  assessments: Assessments;
  /** What the standard still asks for before each move that depends on evidence alone; empty means it is open. */
  missing: { corroborated: Missing[]; deniedByEvidence: Missing[] };
  /** What the standard asks for the present finding as the evidence is now; empty means that it meets it. */
  lacks: Missing[];
  /** This record's own history, newest first. */
  history: HistoryLine[];
}

/** The details of an allegation, or null when there is none of that id or it is in the trash. */
export function detailsOf(kase: Case, id: string): AllegationDetails | null {
  const allegation = kase.records.allegations.get(id);
  if (!allegation || allegation.removed) return null;
  const assessments = assessAllegation(kase, allegation);
  return {
    row: rowOf(kase, allegation),
    allegation,
    passages: present(children(kase, ['passages', 'allegationId'], id)).map((passage) => ({
      ...passage,
      documentTitle: kase.records.documents.get(passage.documentId)?.title ?? '',
    })),
    evidence: present(children(kase, ['evidence', 'allegationId'], id)).flatMap((item) => {
      const source = kase.records.sources.get(item.sourceId);
      return source ? [{ ...item, source }] : [];
    }),
    responses: present(children(kase, ['responses', 'allegationId'], id)).map((response) => ({
      ...response,
      party: kase.records.parties.get(response.partyId)?.name ?? '',
    })),
    assessments,
    missing: {
      corroborated: missingFor(assessments, { to: 'corroborated' }),
      deniedByEvidence: missingFor(assessments, { to: 'denied', basis: 'evidence' }),
    },
    lacks: lacksOf(kase, allegation, assessments),
    history: historyOf(kase, { allegationId: id }),
  };
}

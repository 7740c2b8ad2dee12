import { children, caseInfo, present, type Case } from '../case/case.ts';
import type { Allegation, Finding, Response } from '../case/records.ts';
import { assess, type Assessment, type Missing } from './assess.ts';

export interface Assessments {
  supports: Assessment;
  contradicts: Assessment;
}

/** How the evidence of an allegation stands against the case's standard, for and against. */
export function assessAllegation(kase: Case, allegation: Allegation): Assessments {
  const input = {
    evidence: present(children(kase, ['evidence', 'allegationId'], allegation.id)),
    sourceOf: (item: { sourceId: string }) => kase.records.sources.get(item.sourceId),
    standard: caseInfo(kase).standard,
    touchedPartyIds: new Set(allegation.claimantId === null ? [] : [allegation.claimantId]),
  };
  return { supports: assess('supports', input), contradicts: assess('contradicts', input) };
}

/** A move as the standard sees it. */
export type Move =
  | { to: 'unverified' }
  | { to: 'corroborated' }
  | { to: 'denied'; basis: 'evidence' }
  | { to: 'denied'; basis: 'party'; extent: Response['extent'] };

/** The move that led to a finding, as the standard sees it today: a response can be edited after it. */
export function moveOf(kase: Case, { state, basis, responseId }: Finding): Move {
  if (state !== 'denied') return { to: state };
  if (basis !== 'party') return { to: state, basis: 'evidence' };
  return { to: state, basis, extent: denialOf(kase, responseId)?.extent ?? null };
}

/** The denial that a finding rests on, if it is one still. */
export function denialOf(kase: Case, responseId: string | null): Response | undefined {
  const response = responseId === null ? undefined : kase.records.responses.get(responseId);
  return response?.kind === 'denied' && !response.removed ? response : undefined;
}

/**
 * What the standard asks for the finding of an allegation as the evidence and the standard are now. Evidence changes
 * after a finding was made, and so may the standard; the finding is kept, and says what it lacks until a person
 * decides. Nothing means that it meets the standard, or that it is unverified, which asks for nothing.
 */
export function lacksOf(
  kase: Case,
  allegation: Allegation,
  assessments: Assessments = assessAllegation(kase, allegation),
): Missing[] {
  return missingFor(assessments, moveOf(kase, allegation.finding));
}

/**
 * What the standard still asks for before a move; nothing means the move is open. Corroborated needs support that
 * meets the standard and no contradiction that does; denied by evidence the reverse; denied by a party needs a denial
 * of this statement and evidence that does not already settle it. Unverified is always an honest state.
 */
export function missingFor({ supports, contradicts }: Assessments, move: Move): Missing[] {
  if (move.to === 'unverified') return [];
  if (move.to === 'corroborated') {
    return [...supports.missing, ...(contradicts.met ? [{ code: 'also-contradicted' } as const] : [])];
  }
  if (move.basis === 'evidence') {
    return [...contradicts.missing, ...(supports.met ? [{ code: 'also-supported' } as const] : [])];
  }
  return [
    ...(move.extent === 'else' ? [{ code: 'denies-something-else' } as const] : []),
    ...(supports.met && !contradicts.met ? [{ code: 'also-supported' } as const] : []),
  ];
}

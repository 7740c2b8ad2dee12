import { children, caseInfo, present, type Case } from '../case/case.ts';
import type { Allegation, Response } from '../case/records.ts';
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

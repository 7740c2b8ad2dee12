import { children, caseInfo, present, type Case } from '../case/case.ts';
import type { Response, Review } from '../case/dealings.ts';
import type { Evidence } from '../case/evidence.ts';
import type { Allegation, Finding } from '../case/records.ts';
import type { Basis, State } from '../case/words.ts';
import { nameKey } from '../text/name-key.ts';
import { assess, type Assessment, type Missing } from './assess.ts';
import type { TrailsInput } from './origins.ts';

/** How an allegation stands against the case's standard: what decides which moves are open. */
export interface Assessments {
  supports: Assessment;
  contradicts: Assessment;
  /**
   * What a reply is still missing from before evidence may settle it: parties by name; an empty list where it touches
   * nobody by name and nobody was asked; null where nothing is missing.
   */
  unasked: string[] | null;
  /** What others found, where the standard wants a second person to have come to the same; null where it does not. */
  secondPersons: SecondFinding[] | null;
}

export type SecondFinding = Pick<Review, 'by' | 'state' | 'basis'>;

/** How an allegation stands, with all its present evidence, responses and reviews. */
export function assessAllegation(kase: Case, allegation: Allegation): Assessments {
  const { standard } = caseInfo(kase);
  const { id, serious } = allegation;
  const wanted = standard.secondPerson === 'always' || (standard.secondPerson === 'serious' && serious);
  return {
    ...assess({ ...evidenceInput(kase, allegation), standard }),
    unasked: serious && standard.replyIfSerious ? unaskedOf(kase, allegation) : null,
    secondPersons: wanted ? latestReviews(present(children(kase, ['reviews', 'allegationId'], id))) : null,
  };
}

/** What following the evidence of an allegation back to its origins needs to know. */
export function evidenceInput(kase: Case, { id, claimantId, touchedIds }: Allegation): TrailsInput {
  return {
    evidence: present<Evidence>(children(kase, ['evidence', 'allegationId'], id)),
    sourceOf: (sourceId) => kase.records.sources.get(sourceId),
    touchedPartyIds: new Set(claimantId === null ? touchedIds : [claimantId, ...touchedIds]),
  };
}

/**
 * Whom a serious allegation has still to be put to. Any response will do, and any attempt to get one: what is asked is
 * that they had the chance (Ofcom Broadcasting Code 7.11; IFCN Code of Principles 5).
 */
function unaskedOf(kase: Case, { id, claimantId, touchedIds }: Allegation): string[] | null {
  const asked = new Set(
    present<Response>(children(kase, ['responses', 'allegationId'], id)).map(({ partyId }) => partyId),
  );
  const touched = touchedIds.filter((partyId) => partyId !== claimantId && kase.records.parties.has(partyId));
  if (touched.length === 0) return asked.size === 0 ? [] : null;
  const left = touched.filter((partyId) => !asked.has(partyId));
  return left.length === 0 ? null : left.map((partyId) => kase.records.parties.get(partyId)?.name ?? '');
}

/** Of each reviewer the last finding: who changed their mind is heard once. */
export function latestReviews(reviews: readonly Review[]): Review[] {
  const latest = new Map<string, Review>();
  for (const review of reviews) {
    const before = latest.get(nameKey(review.by));
    if (!before || before.at <= review.at) latest.set(nameKey(review.by), review);
  }
  return [...latest.values()];
}

/** Whether two findings are the same: the state, and for a denial what it rests on. */
export function agrees(
  one: { state: State; basis: Basis | null },
  other: { state: State; basis: Basis | null },
): boolean {
  return one.state === other.state && one.basis === other.basis;
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
 * What the standard asks for the finding of an allegation as everything is now. Evidence changes after a finding was
 * made, and so may the standard; the finding is kept, and says what it lacks until a person decides. Nothing means
 * that it meets the standard, or that it is unverified, which asks for nothing.
 */
export function lacksOf(
  kase: Case,
  allegation: Allegation,
  assessments: Assessments = assessAllegation(kase, allegation),
): Missing[] {
  return missingFor(assessments, moveOf(kase, allegation.finding), allegation.finding.by);
}

/**
 * What the standard still asks for before a move by `mover`; nothing means the move is open. Corroborated needs support
 * that meets the standard and no contradiction that does; denied by evidence the reverse; denied by a party needs a
 * denial of this statement and evidence that does not already settle it. Where evidence settles a serious allegation,
 * those it touches must have had their chance to answer. Unverified is always an honest state.
 */
export function missingFor(assessments: Assessments, move: Move, mover: string): Missing[] {
  if (move.to === 'unverified') return [];
  return [...ofEvidence(assessments, move), ...ofPeople(assessments, move, mover)];
}

function ofEvidence(
  { supports, contradicts }: Assessments,
  move: Exclude<Move, { to: 'unverified' }>,
): Missing[] {
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

function ofPeople(
  { unasked, secondPersons }: Assessments,
  move: Exclude<Move, { to: 'unverified' }>,
  mover: string,
): Missing[] {
  const basis = 'basis' in move ? move.basis : null;
  const asks = unasked !== null && basis !== 'party';
  const shared = secondPersons?.some(
    (second) => nameKey(second.by) !== nameKey(mover) && agrees(second, { state: move.to, basis }),
  );
  return [
    ...(asks ? [{ code: 'needs-reply', parties: unasked } as const] : []),
    ...(shared === false ? [{ code: 'needs-second-person' } as const] : []),
  ];
}

import { children, present, type Case } from '../case/case.ts';
import type { Allegation } from '../case/records.ts';
import { agrees, lacksOf, latestReviews } from '../standard/gate.ts';
import type { Basis, Extent, Priority, State, Why } from '../case/words.ts';
import { isAwaited } from './requests.ts';

/** A party's denial, shown as a badge whatever the state: a denial and the evidence are different facts. */
export interface DenialBadge {
  party: string;
  extent: Extent;
  /** What was denied, in a few words, where somebody wrote it down. */
  denies: string | null;
}

/** An allegation as lists need it: light enough that a window can hold 100,000 of them. */
export interface AllegationRow {
  id: string;
  ref: string;
  statement: string;
  claimant: string | null;
  saidOn: string | null;
  state: State;
  why: Why | null;
  basis: Basis | null;
  /** Whether the present finding was made against the standard, with a written reason. */
  overridden: boolean;
  /** Whether the finding no longer meets the standard, though it was not made against it. */
  lacking: boolean;
  priority: Priority;
  serious: boolean;
  tags: string[];
  assignee: string | null;
  denials: DenialBadge[];
  /** How many parties declined to comment; never shown as a denial. */
  declined: number;
  /** How many answers are awaited, and until when the first of them was asked for (text/when.ts). */
  asked: number;
  deadline: string | null;
  /** Whether the claimant was verified to have said it; that says nothing about whether it is so. */
  quoteVerified: boolean;
  openQueries: number;
  /** What second persons found: null while nobody reviewed it, `mixed` when one of them came to something else. */
  reviews: 'agree' | 'mixed' | null;
  evidenceCount: number;
  /** Seconds matter little in a list: the day and time of the present finding, in UTC. */
  decidedAt: string;
}

/** The name of a party, or null for none. */
export function partyName(kase: Case, id: string | null): string | null {
  return id === null ? null : (kase.records.parties.get(id)?.name ?? null);
}

export function rowOf(kase: Case, allegation: Allegation): AllegationRow {
  const responses = present(children(kase, ['responses', 'allegationId'], allegation.id));
  const { finding, id } = allegation;
  const asked = responses.filter((response) => isAwaited(response, responses));
  const reviews = latestReviews(present(children(kase, ['reviews', 'allegationId'], id)));
  return {
    id: allegation.id,
    ref: allegation.ref,
    statement: allegation.statement,
    claimant: partyName(kase, allegation.claimantId),
    saidOn: allegation.saidOn,
    state: finding.state,
    why: finding.why,
    basis: finding.basis,
    overridden: finding.override !== null,
    lacking:
      finding.state !== 'unverified' && finding.override === null && lacksOf(kase, allegation).length > 0,
    priority: allegation.priority,
    serious: allegation.serious,
    tags: allegation.tags,
    assignee: allegation.assignee,
    denials: responses
      .filter((response) => response.kind === 'denied')
      .map((response) => ({
        party: partyName(kase, response.partyId) ?? '',
        extent: response.extent ?? 'all',
        denies: response.denies,
      })),
    declined: responses.filter((response) => response.kind === 'declined').length,
    asked: asked.length,
    deadline: asked.flatMap(({ deadline }) => deadline ?? []).sort()[0] ?? null,
    quoteVerified: allegation.quote !== null,
    openQueries: present(children(kase, ['queries', 'allegationId'], id)).filter(
      ({ decision }) => decision === null,
    ).length,
    reviews:
      reviews.length === 0 ? null : reviews.every((review) => agrees(review, finding)) ? 'agree' : 'mixed',
    evidenceCount: present(children(kase, ['evidence', 'allegationId'], allegation.id)).length,
    decidedAt: finding.at,
  };
}

/** The rows of all allegations that are not in the trash, in the order they were recorded; each made when it is asked for. */
export function* rowsOf(kase: Case): Generator<AllegationRow> {
  for (const allegation of kase.records.allegations.values()) {
    if (!allegation.removed) yield rowOf(kase, allegation);
  }
}

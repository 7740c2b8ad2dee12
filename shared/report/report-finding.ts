import { children, present, type Case } from '../case/case.ts';
import type { Review } from '../case/dealings.ts';
import { findingSchema, type Allegation, type Finding } from '../case/records.ts';
import type { Basis, State, Why } from '../case/words.ts';
import { partyName, type DenialBadge } from '../queries/rows.ts';
import type { Assessment, Missing } from '../standard/assess.ts';
import { agrees, denialOf, lacksOf, latestReviews } from '../standard/gate.ts';
import type { Examined } from './report-evidence.ts';

export interface ReportFinding {
  state: State;
  /** Only while unverified. */
  why: Why | null;
  /** Only while denied. */
  basis: Basis | null;
  /** The party whose denial it rests on, and what that denies; null when there is no such denial any more. */
  deniedBy: DenialBadge | null;
  /** The numbers of the evidence items it rests on, as the case had them when it was made. */
  restsOn: number[];
  reason: string;
  override: string | null;
  by: string;
  at: string;
  /** What the standard asks for this state as the evidence is now; empty means that the finding meets it. */
  lacks: Missing[];
}

/** Evidence of one stance: how many items, how many count, how many distinct origins those have, whether that is enough. */
export interface ReportWeight {
  items: number;
  counting: number;
  origins: number;
  met: boolean;
}

/** A second person's own finding. It changes no state: agreement and disagreement both stay. */
export interface ReportReview extends Pick<
  Review,
  'state' | 'why' | 'basis' | 'reason' | 'blind' | 'by' | 'at'
> {
  /** Whether it is the present finding too. */
  agrees: boolean;
  /** Whether the same person came to another one later. */
  superseded: boolean;
}

/** A finding that came before the present one; `undone` when it was taken back rather than followed by another. */
export interface EarlierFinding extends Pick<
  Finding,
  'state' | 'why' | 'basis' | 'reason' | 'override' | 'by' | 'at'
> {
  undone: boolean;
}

/** The present finding, held against everything as it is now. */
export function reportFinding(kase: Case, { allegation, assessments, evidence }: Examined): ReportFinding {
  const { finding } = allegation;
  const { state, why, basis, reason, override, by, at } = finding;
  const numbers = new Map(evidence.map(({ id, number }) => [id, number]));
  // A response can be edited after a finding was made; one that is no denial any more is not told as one.
  const response = denialOf(kase, finding.responseId);
  return {
    state,
    why,
    basis,
    deniedBy: response
      ? {
          party: partyName(kase, response.partyId) ?? '',
          extent: response.extent ?? 'all',
          denies: response.denies,
        }
      : null,
    restsOn: finding.evidenceIds.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b),
    reason,
    override,
    by,
    at,
    lacks: lacksOf(kase, allegation, assessments),
  };
}

/** What second persons found, oldest first. */
export function reviewsTold(kase: Case, { id, finding }: Allegation): ReportReview[] {
  const reviews = present<Review>(children(kase, ['reviews', 'allegationId'], id));
  const latest = new Set(latestReviews(reviews));
  return reviews.map((review) => {
    const { state, why, basis, reason, blind, by, at } = review;
    const superseded = !latest.has(review);
    return { state, why, basis, reason, blind, by, at, agrees: agrees(review, finding), superseded };
  });
}

export function weightOf({ items, origins, met }: Assessment): ReportWeight {
  return { items: items.length, counting: items.filter((item) => item.counts).length, origins, met };
}

/** The findings an allegation had before the present one, oldest first, from its history. */
export function earlierFindings(kase: Case, { id, finding }: Allegation): EarlierFinding[] {
  const events = kase.eventsByAllegation.get(id) ?? [];
  const undone = new Set<string>();
  for (const { type, of } of events) {
    if (of === undefined) continue;
    if (type === 'undone') undone.add(of);
    else if (type === 'redone') undone.delete(of);
  }
  const told = events.flatMap((event): EarlierFinding[] => {
    if (event.of !== undefined) return [];
    const change = event.changes.find((each) => each.kind === 'allegations' && each.id === id);
    if (!change || change.before === null) return [];
    const parsed = findingSchema.safeParse(change.after?.['finding']);
    if (!parsed.success) return [];
    const { state, why, basis, reason, override, by, at } = parsed.data;
    return [{ state, why, basis, reason, override, by, at, undone: undone.has(event.id) }];
  });
  const present = told.findLastIndex(
    (each) => !each.undone && each.at === finding.at && each.state === finding.state,
  );
  return told.filter((_, index) => index !== present);
}

import type { Evidence } from '../case/evidence.ts';
import type { Standard } from '../case/standard.ts';
import { CREDIBILITIES, RELIABILITIES, type Stance } from '../case/words.ts';
import { trailsOf, type NoOrigin, type TrailsInput } from './origins.ts';

/**
 * Whether evidence meets the case's standard. The same rule for what supports and what contradicts.
 *
 * - Primary sources first, otherwise several that do not repeat one another (KSJ Fact-Checking Project, MIT).
 * - Two sources are independent only if neither got it from the other: items are followed back along what they are
 *   derived from, and what counts is the number of distinct origins reached. Nine reports of one wire story are one.
 * - An origin that is not known counts zero. A circle of reports, each citing the next, is one origin, and since nobody
 *   in it has it first-hand that one is not known: it counts zero too, and is warned about.
 * - An interested party cannot confirm itself: what originates with a touched party counts zero.
 * - What cannot be found again (no locator) counts zero, and so does what is graded below the floors of the standard,
 *   reliability of the source and credibility of the information each by itself (Admiralty code, NATO AJP-2.1).
 *
 * From this follows, and the property tests hold it to: an item derived from one that counts never adds an origin;
 * taking an item away never adds one either; the order in which items came never matters.
 */

/** Why an evidence item counts zero. */
export type NotCounted = NoOrigin | 'no-locator' | 'reliability-below' | 'credibility-below';

export type CountsAs = 'primary' | 'first-hand' | 'secondary';

export type ItemVerdict =
  | {
      evidenceId: string;
      counts: true;
      as: CountsAs;
      originId: string;
      /** The first item of the same origin that counts; then this one adds no origin. Null when it is that one. */
      sameAs: string | null;
    }
  | { evidenceId: string; counts: false; because: NotCounted };

/** What would be enough, one way each of those with a count; any one of them would do. The others stand in the way. */
export type Missing =
  | { code: 'needs-primary' | 'needs-first-hand' | 'needs-secondary'; count: number }
  | { code: 'also-contradicted' }
  | { code: 'also-supported' }
  | { code: 'denies-something-else' }
  /** Parties a serious allegation touches that were not asked; empty when it touches nobody by name and none was. */
  | { code: 'needs-reply'; parties: string[] }
  /** Somebody other than who decides, with the same finding. */
  | { code: 'needs-second-person' };

export interface Assessment {
  met: boolean;
  /** The number of distinct origins among the items that count. */
  origins: number;
  items: ItemVerdict[];
  /** Empty when met. */
  missing: Missing[];
}

export interface AssessmentInput extends TrailsInput {
  standard: Standard;
}

/** Holds the evidence of each stance against the standard. Independent of the order of the evidence. */
export function assess(input: AssessmentInput): Record<'supports' | 'contradicts', Assessment> {
  const trails = trailsOf(input);
  return { supports: side('supports', input, trails), contradicts: side('contradicts', input, trails) };
}

function side(stance: Stance, input: AssessmentInput, trails: ReturnType<typeof trailsOf>): Assessment {
  const { standard } = input;
  const firstOf = new Map<string, string>();
  const origins: Record<CountsAs, Set<string>> = {
    primary: new Set(),
    'first-hand': new Set(),
    secondary: new Set(),
  };
  const items = input.evidence
    .filter((item) => item.stance === stance)
    .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
    .map((item): ItemVerdict => {
      const trail = trails.get(item.id);
      const evidenceId = item.id;
      const because = !item.locator?.trim() ? 'no-locator' : (belowFloor(item, input) ?? undefined);
      if (because !== undefined) return { evidenceId, counts: false, because };
      if (!trail || 'because' in trail)
        return { evidenceId, counts: false, because: trail?.because ?? 'origin-unknown' };
      const { originId } = trail;
      const as = trail.own ? ownLevel(item, standard) : 'secondary';
      origins[as].add(originId);
      const sameAs = firstOf.get(originId) ?? null;
      if (sameAs === null) firstOf.set(originId, evidenceId);
      return { evidenceId, counts: true, as, originId, sameAs };
    });
  const distinct = (...kinds: CountsAs[]): number =>
    new Set(kinds.flatMap((kind) => [...origins[kind]])).size;
  const missing: Missing[] = [
    { code: 'needs-primary', count: standard.primary - distinct('primary') },
    { code: 'needs-first-hand', count: standard.firstHand - distinct('primary', 'first-hand') },
    { code: 'needs-secondary', count: standard.secondary - distinct('primary', 'first-hand', 'secondary') },
  ];
  const met = missing.some((way) => 'count' in way && way.count <= 0);
  return { met, origins: firstOf.size, items, missing: met ? [] : missing };
}

/** A record that nobody authenticated is what somebody showed: first-hand, but no primary record. */
function ownLevel({ level, authentication }: Evidence, { authenticated }: Standard): CountsAs {
  return level === 'primary' && (!authenticated || authentication?.trim()) ? 'primary' : 'first-hand';
}

/** Grades are in order but for the last, which says that nobody could judge: below every floor, and no floor itself. */
function belowFloor(item: Evidence, { standard, sourceOf }: AssessmentInput): NotCounted | null {
  const source = sourceOf(item.sourceId);
  const below = <G extends string>(grades: readonly G[], grade: G, floor: G): boolean =>
    grades.indexOf(grade) > grades.indexOf(floor);
  if (source && below(RELIABILITIES, source.reliability, standard.reliability)) return 'reliability-below';
  return below(CREDIBILITIES, item.credibility, standard.credibility) ? 'credibility-below' : null;
}

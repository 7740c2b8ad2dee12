import type { Evidence, Source, Standard } from '../case/records.ts';
import type { Stance } from '../case/words.ts';

/**
 * Whether evidence meets the case's standard. The same rule for what supports and what contradicts.
 *
 * - Primary sources first, otherwise several that do not repeat one another (KSJ Fact-Checking Project, MIT).
 * - Two sources are independent only if neither got it from the other: items are followed back along what they are
 *   derived from, and what counts is the number of distinct origins reached. Nine reports of one wire story are one.
 * - An origin that is not known counts zero; a circle of reports, each citing the next, is one origin and counts zero
 *   too, since nobody in it got it first-hand.
 * - An interested party cannot confirm itself: what originates with a touched party counts zero.
 * - What cannot be found again (no locator) counts zero.
 */

/** Why an evidence item counts zero. */
export type NotCounted = 'origin-unknown' | 'circle' | 'touched-party' | 'no-locator' | 'source-missing';

export type CountsAs = 'primary' | 'first-hand' | 'secondary';

export type ItemVerdict =
  | { evidenceId: string; counts: true; as: CountsAs; originId: string }
  | { evidenceId: string; counts: false; because: NotCounted };

/** What would be enough, one way each; any one of them would do. */
export type Missing =
  | { code: 'needs-primary' | 'needs-first-hand' | 'needs-secondary'; count: number }
  | { code: 'also-contradicted' }
  | { code: 'also-supported' }
  | { code: 'denies-something-else' };

export interface Assessment {
  met: boolean;
  /** The number of distinct origins among the items that count. */
  origins: number;
  items: ItemVerdict[];
  /** Empty when met. */
  missing: Missing[];
}

export interface AssessmentInput {
  /** All present evidence of one allegation, whatever its stance: origins are followed through all of it. */
  evidence: readonly Evidence[];
  sourceOf: (evidence: Evidence) => Source | undefined;
  standard: Standard;
  /** The claimant and the parties the allegation touches. */
  touchedPartyIds: ReadonlySet<string>;
}

/** Holds the evidence of one stance against the standard. Independent of the order of the evidence. */
export function assess(stance: Stance, input: AssessmentInput): Assessment {
  const byId = new Map(input.evidence.map((item) => [item.id, item]));
  const items = input.evidence
    .filter((item) => item.stance === stance)
    .map((item) => judge(item, byId, input));
  const origins = (...kinds: CountsAs[]): number =>
    new Set(items.flatMap((item) => (item.counts && kinds.includes(item.as) ? [item.originId] : []))).size;
  const { standard } = input;
  const missing: Missing[] = [
    { code: 'needs-primary', count: standard.primary - origins('primary') },
    { code: 'needs-first-hand', count: standard.firstHand - origins('primary', 'first-hand') },
    { code: 'needs-secondary', count: standard.secondary - origins('primary', 'first-hand', 'secondary') },
  ];
  const met = missing.some((way) => 'count' in way && way.count <= 0);
  return {
    met,
    origins: origins('primary', 'first-hand', 'secondary'),
    items,
    missing: met ? [] : missing,
  };
}

function judge(
  item: Evidence,
  byId: ReadonlyMap<string, Evidence>,
  { sourceOf, touchedPartyIds }: AssessmentInput,
): ItemVerdict {
  const not = (because: NotCounted): ItemVerdict => ({ evidenceId: item.id, counts: false, because });
  if (!item.locator?.trim()) return not('no-locator');
  const seen = new Set<string>();
  let root: Evidence = item;
  for (;;) {
    const source = sourceOf(root);
    if (!source) return not('source-missing');
    if (source.partyId !== null && touchedPartyIds.has(source.partyId)) return not('touched-party');
    if (root.origin.type === 'unknown') return not('origin-unknown');
    if (root.origin.type === 'first-hand') break;
    seen.add(root.id);
    const next = byId.get(root.origin.evidenceId);
    if (!next) return not('origin-unknown');
    if (seen.has(next.id)) return not('circle');
    root = next;
  }
  const own = root === item;
  const as: CountsAs = !own ? 'secondary' : item.level === 'primary' ? 'primary' : 'first-hand';
  return { evidenceId: item.id, counts: true, as, originId: root.sourceId };
}

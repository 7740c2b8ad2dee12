import type { Evidence, Source } from '../case/evidence.ts';

/**
 * Where the evidence on one allegation comes from in the end. Each item has at most one way back, so following the ways
 * of all of them is one walk over each item, however long the chains are, and its result does not depend on the order.
 */

/** Why nothing can be said of where an item comes from, or why it does not matter. */
export type NoOrigin = 'source-missing' | 'touched-party' | 'origin-unknown' | 'circle';

export type Trail =
  | {
      /** The source that has it first-hand. Items that share it are one origin, however many they are. */
      originId: string;
      /** Whether that is the item's own source: it saw, measured, issued or recorded it itself. */
      own: boolean;
    }
  | {
      because: NoOrigin;
      /** The items that cite one another in a circle that the way leads into; only with `circle`. */
      circle: readonly string[];
    };

export interface TrailsInput {
  /** All present evidence of one allegation, whatever its stance. */
  evidence: readonly Evidence[];
  sourceOf: (sourceId: string) => Source | undefined;
  /** The claimant and the parties the allegation touches. */
  touchedPartyIds: ReadonlySet<string>;
}

/**
 * The way back of every item, by its id. It ends at the source that has it first-hand, or where something is in the
 * way, whichever comes first. A way that leads into a circle of reports, each citing the next, ends there: the circle
 * is one origin that nobody in it had first-hand.
 */
export function trailsOf(input: TrailsInput): Map<string, Trail> {
  const byId = new Map(input.evidence.map((item) => [item.id, item]));
  const trails = new Map<string, Trail>();
  for (const start of input.evidence) {
    const path: Evidence[] = [];
    const onPath = new Set<string>();
    let item: Evidence = start;
    let found: Trail | undefined;
    for (;;) {
      found = trails.get(item.id);
      if (found) break;
      path.push(item);
      onPath.add(item.id);
      const end = endAt(item, input);
      if (end) {
        found = end;
        break;
      }
      const next = byId.get(item.origin.type === 'derived' ? (item.origin.evidenceId as string) : '');
      if (!next) {
        found = { because: 'origin-unknown', circle: [] };
        break;
      }
      if (onPath.has(next.id)) {
        const circle = path.slice(path.indexOf(next)).map(({ id }) => id);
        found = { because: 'circle', circle: circle.toSorted() };
        break;
      }
      item = next;
    }
    for (const passed of path) trails.set(passed.id, passed === item ? found : passedOn(found));
  }
  return trails;
}

/** Where the way back ends at this very item; null when it goes on. */
function endAt({ sourceId, origin }: Evidence, { sourceOf, touchedPartyIds }: TrailsInput): Trail | null {
  const no = (because: NoOrigin): Trail => ({ because, circle: [] });
  const isTouched = ({ partyId }: Source): boolean => partyId !== null && touchedPartyIds.has(partyId);
  const source = sourceOf(sourceId);
  if (!source) return no('source-missing');
  if (isTouched(source)) return no('touched-party');
  if (origin.type === 'unknown') return no('origin-unknown');
  if (origin.type === 'first-hand') return { originId: sourceId, own: true };
  if (origin.type === 'derived') return null;
  const named = sourceOf(origin.sourceId);
  if (!named) return no('origin-unknown');
  return isTouched(named) ? no('touched-party') : { originId: named.id, own: false };
}

/** The same end, seen from an item that has it from another. */
function passedOn(trail: Trail): Trail {
  return 'originId' in trail ? { originId: trail.originId, own: false } : trail;
}

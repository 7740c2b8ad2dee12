import type { Case } from '../case/case.ts';
import type { Kind } from '../case/records.ts';
import type { Fields } from './event.ts';
import { changesOf } from './upcast.ts';

/** A record as it was at an earlier point of the history; null where it did not exist then. */
export type EarlierRecord = Readonly<Fields> | null;

/**
 * The records that the events from number `from` on (counted from 0) have changed, as they were before: by kind and id.
 * What was changed and changed back is among them. It walks back over those events only, not over the whole history.
 */
export function recordsBefore(kase: Case, from: number): ReadonlyMap<Kind, Map<string, EarlierRecord>> {
  const found = new Map<Kind, Map<string, EarlierRecord>>();
  for (let at = kase.history.length - 1; at >= from; at--) {
    const event = kase.history[at];
    if (!event) continue;
    for (const { kind, id, before } of changesOf(event).toReversed()) {
      const known = found.get(kind) ?? new Map<string, EarlierRecord>();
      found.set(kind, known);
      const later = known.has(id) ? known.get(id) : kase.records[kind].get(id);
      known.set(id, before === null ? null : { ...later, ...before });
    }
  }
  return found;
}

/** The number in the history, from 0, of the event that made a record; -1 when none did. */
export function madeAt({ history }: Case, kind: Kind, id: string): number {
  return history.findLastIndex(({ changes }) =>
    changes.some((change) => change.kind === kind && change.id === id && change.before === null),
  );
}

import type { Case } from '../case/case.ts';
import type { Kind } from '../case/records.ts';
import type { Fields } from './event.ts';
import { changesOf } from './upcast.ts';

/** A record as it was at an earlier point of the history; null where it did not exist then. */
export type EarlierRecord = Readonly<Fields> | null;
export type EarlierRecords = ReadonlyMap<Kind, ReadonlyMap<string, EarlierRecord>>;

/**
 * The records that the events from number `from` on (counted from 0) have changed, as they were before: by kind and id.
 * What was changed and changed back is among them. It walks back over those events only, not over the whole history.
 *
 * One field is told as far as the events tell it: an identity that was erased before the making of its source was taken
 * back has no `erasedAt` here, since an event that takes back a making names the fields of that making.
 */
export function recordsBefore(kase: Case, from: number): EarlierRecords {
  const found = new Map<Kind, Map<string, EarlierRecord>>();
  for (let at = kase.history.length - 1; at >= from; at--) {
    const event = kase.history[at];
    if (!event) continue;
    for (const { kind, id, before } of changesOf(event).toReversed()) {
      const known = found.get(kind) ?? new Map<string, EarlierRecord>();
      found.set(kind, known);
      const later = known.has(id) ? known.get(id) : kase.records[kind].get(id);
      known.set(id, before === null ? null : { ...later, ...before, id });
    }
  }
  return found;
}

/** How many events, from the first, a history had when these were its heads; 0 when it never had any of them. */
export function eventsUpTo({ history }: Case, heads: readonly string[]): number {
  const known = new Set(heads);
  return history.findLastIndex(({ hash }) => known.has(hash)) + 1;
}

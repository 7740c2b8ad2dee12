import type { Event } from './event.ts';
import type { Case } from '../case/case.ts';
import { KINDS } from '../case/records.ts';
import { replay } from './apply.ts';
import { canonical, eventHash, sha256Hex } from './seal.ts';

/** The hash of an event; null for one that has no canonical form, such as with half a character in it. */
function hashOf(event: Event): string | null {
  try {
    return eventHash(event);
  } catch {
    return null;
  }
}

/** The first thing about a case that does not hold. */
export type Fault =
  | { code: 'event-altered'; number: number; id: string }
  | { code: 'event-unlinked'; number: number; id: string }
  | { code: 'record-differs'; kind: string; id: string }
  | { code: 'document-altered'; id: string; title: string };

/**
 * Recomputes everything that can be recomputed: the hash of every event, the links between them, the records that the
 * history tells of, and the hash of every document's text. Answers the first thing that does not hold, or null.
 *
 * What it proves: that this history is whole and these records are its result. What it does not: that its owner did
 * not write all of it anew. That is what the head hash printed in a report is for.
 */
export function verifyCase(kase: Case): Fault | null {
  const known = new Set<string>();
  for (const [index, event] of kase.history.entries()) {
    const place = { number: index + 1, id: event.id };
    if (hashOf(event) !== event.hash) return { code: 'event-altered', ...place };
    const linked = index === 0 ? event.parents.length === 0 : event.parents.length > 0;
    if (!linked || known.has(event.hash) || event.parents.some((parent) => !known.has(parent)))
      return { code: 'event-unlinked', ...place };
    known.add(event.hash);
  }
  const told = replay(kase.history);
  for (const kind of KINDS) {
    const stored = kase.records[kind];
    for (const id of new Set([...stored.keys(), ...told.records[kind].keys()])) {
      const [one, other] = [stored.get(id), told.records[kind].get(id)];
      if (!one || !other || canonical(one) !== canonical(other)) return { code: 'record-differs', kind, id };
    }
  }
  for (const { id, title, text, sha256 } of kase.records.documents.values()) {
    if (sha256Hex(text) !== sha256) return { code: 'document-altered', id, title };
  }
  return null;
}

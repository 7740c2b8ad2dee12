import isEqual from 'fast-deep-equal';
import type { Case } from '../case/case.ts';
import { KINDS, type Kind, type RecordOf } from '../case/records.ts';
import type { Event, Fields } from './event.ts';
import { eventHash, sha256Hex, type Sha256 } from './seal.ts';
import { changesOf } from './upcast.ts';
import { atOneGo } from '../steps.ts';

/** The hash of an event; null for one that has no canonical form, such as with half a character in it. */
function hashOf(event: Event, sha256: Sha256): string | null {
  try {
    return eventHash(event, sha256);
  } catch {
    return null;
  }
}

/** The first thing about a case that does not hold. */
export type Fault =
  | { code: 'event-altered'; number: number; id: string }
  | { code: 'event-unlinked'; number: number; id: string }
  /** `label` is what people call the record by, if anything. */
  | { code: 'record-differs'; kind: string; id: string; label: string }
  | { code: 'document-altered'; id: string; title: string };

/**
 * Recomputes everything that can be recomputed: the hash of every event, the links between them, the records that the
 * history tells of, and the hash of every document's text. Answers the first thing that does not hold, or null.
 *
 * What it proves: that this history is whole and these records are its result. What it does not: that its owner did
 * not write all of it anew. That is what the head hash printed in a report is for.
 */
export function verifyCase(kase: Case): Fault | null {
  return atOneGo(verifySteps(kase));
}

/**
 * verifyCase() in small steps, for whoever has other things to do between them: each step answers how much of the work
 * is done, from 0 to 1. What is verified is the case as it is at the first step, whatever happens to it meanwhile.
 * `sha256` answers the SHA-256 of a text in UTF-8, in hexadecimal.
 */
export function* verifySteps(kase: Case, sha256: Sha256 = sha256Hex): Generator<number, Fault | null> {
  const { history, records } = pictureOf(kase);
  const known = new Set<string>();
  for (const [index, event] of history.entries()) {
    const place = { number: index + 1, id: event.id };
    if (hashOf(event, sha256) !== event.hash) return { code: 'event-altered', ...place };
    const linked = index === 0 ? event.parents.length === 0 : event.parents.length > 0;
    if (!linked || known.has(event.hash) || event.parents.some((parent) => !known.has(parent)))
      return { code: 'event-unlinked', ...place };
    known.add(event.hash);
    yield (0.5 * index) / history.length;
  }
  // One kind after the other, so that never more than one is there twice.
  for (const [index, kind] of KINDS.entries()) {
    const share = 0.5 + index / (2 * KINDS.length);
    const told = yield* toldBy(history, kind, share);
    const difference = yield* compare(kind, records[kind], told, share);
    if (difference) return difference;
  }
  for (const { id, title, text, sha256: stored } of records.documents.values()) {
    if (sha256(text) !== stored) return { code: 'document-altered', id, title };
    yield 1;
  }
  return null;
}

type Records = { readonly [K in Kind]: ReadonlyMap<string, RecordOf<K>> };

/** A case as it is now: records and events never change, so holding on to them is enough. */
function pictureOf(kase: Case): { history: readonly Event[]; records: Records } {
  const entries = KINDS.map((kind) => [kind, new Map(kase.records[kind] as ReadonlyMap<string, unknown>)]);
  return { history: [...kase.history], records: Object.fromEntries(entries) as Records };
}

/** The records of a kind that a history tells of, made from nothing. */
function* toldBy(
  history: readonly Event[],
  wanted: Kind,
  share: number,
): Generator<number, ReadonlyMap<string, Readonly<Fields>>> {
  const told = new Map<string, Readonly<Fields>>();
  for (const event of history) {
    for (const { kind, id, after } of changesOf(event)) {
      if (kind !== wanted) continue;
      if (after === null) told.delete(id);
      else told.set(id, { ...told.get(id), ...after, id });
    }
    yield share;
  }
  return told;
}

function* compare(
  kind: Kind,
  stored: ReadonlyMap<string, unknown>,
  told: ReadonlyMap<string, unknown>,
  share: number,
): Generator<number, Fault | null> {
  for (const [id, record] of stored) {
    if (!isEqual(record, told.get(id))) return { code: 'record-differs', kind, id, label: labelOf(record) };
    yield share;
  }
  for (const [id, record] of told)
    if (!stored.has(id)) return { code: 'record-differs', kind, id, label: labelOf(record) };
  return null;
}

function labelOf(record: unknown): string {
  const { ref, title, name } = record as Partial<Record<'ref' | 'title' | 'name', unknown>>;
  const label = ref ?? title ?? name;
  return typeof label === 'string' ? label : '';
}

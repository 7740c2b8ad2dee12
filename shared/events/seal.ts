import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { EVENT_VERSION, type Context, type Draft, type Event } from './event.ts';

/** Answers the SHA-256 of a text in UTF-8, as 64 hexadecimal digits: a machine may know a quicker way than ours. */
export type Sha256 = (text: string) => string;

/** SHA-256 of `text` in UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)));
}

/** The canonical form of a JSON value after RFC 8785. Throws on what JSON cannot hold. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this value has no canonical form');
  return text;
}

/** The hash an event must carry: SHA-256 over its canonical form without the hash itself. */
export function eventHash(event: Event | Omit<Event, 'hash'>, sha256: Sha256 = sha256Hex): string {
  const { hash: _own, ...content } = event as Event;
  return sha256(canonical(content));
}

/** Makes a draft an event: gives it its id, time and author, and links it to its parents. */
export function seal(
  draft: Draft,
  parents: readonly string[],
  context: Context,
  sha256: Sha256 = sha256Hex,
): Event {
  const content = {
    id: context.newId(),
    v: EVENT_VERSION as typeof EVENT_VERSION,
    type: draft.type,
    at: context.at,
    by: context.by,
    changes: draft.changes,
    ...(draft.of === undefined ? {} : { of: draft.of }),
    parents: [...parents],
  };
  return { ...content, hash: eventHash(content, sha256) };
}

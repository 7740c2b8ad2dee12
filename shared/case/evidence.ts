import { z } from 'zod';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';
import { when } from '../text/when.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { CREDIBILITIES, EXHIBIT_KINDS, LEVELS, RELIABILITIES, SOURCE_KINDS, STANCES } from './words.ts';

/** Like all schemas of records these are loose, and a field without a value is null (see records.ts). */

/**
 * Where information comes from. A confidential source is called by the description agreed with it, here and everywhere;
 * who it is stands in the vault only, which is no part of the case, and here there is but a commitment to that.
 */
export const sourceSchema = z.looseObject({
  id: idSchema,
  name: textOf(LIMITS.name),
  kind: z.enum(SOURCE_KINDS),
  /** The party this source belongs to or speaks for, if any. */
  partyId: idSchema.nullable(),
  /** What it stands to gain or lose; empty when nothing is known. */
  interests: textOf(LIMITS.note),
  reliability: z.enum(RELIABILITIES),
  confidential: z.boolean(),
  /** SHA-256 of the identity in the vault with its salt (case/identity.ts); null when none is kept. */
  commitment: sha256Schema.nullable(),
  /** When its identity was erased from the vault; null unless it was. */
  erasedAt: instant.nullable(),
  /** The record that this one turned out to be the same source as; then this one is no more used. */
  mergedIntoId: idSchema.nullable(),
  removed: z.boolean(),
});
export type Source = z.infer<typeof sourceSchema>;

/**
 * A captured thing, kept as the file it was taken in as: beside the case, named by its SHA-256, never altered. When it
 * was published, captured and accessed are different times.
 */
export const exhibitSchema = z.looseObject({
  id: idSchema,
  /** Its number within the case, as people say it: E3. */
  number: z.int().min(1),
  title: textOf(LIMITS.title),
  kind: z.enum(EXHIBIT_KINDS),
  /** Of the file, byte for byte. */
  sha256: sha256Schema,
  /** The size of the file in bytes. */
  bytes: z.int().min(0).max(LIMITS.exhibitBytes),
  /** What the file is, by its first bytes, such as `image/png`; `application/octet-stream` when that is not known. */
  mediaType: textOf(LIMITS.tag),
  /** The name of the file it was taken in from, without its folder; null when it was pasted or written here. */
  fileName: textOf(LIMITS.name).nullable(),
  publishedOn: when.nullable(),
  capturedOn: when.nullable(),
  accessedOn: when.nullable(),
  address: textOf(LIMITS.line).nullable(),
  archivedAddress: textOf(LIMITS.line).nullable(),
  notes: textOf(LIMITS.note),
  /** Whether it may disturb whoever opens it. */
  graphic: z.boolean(),
  addedAt: instant,
  removed: z.boolean(),
});
export type Exhibit = z.infer<typeof exhibitSchema>;

/**
 * Where an evidence item got it from. `derived`: from that other item of the allegation. `derived-source`: from what
 * this source has first-hand and is no item here. An origin that is not known is said to be so, never guessed.
 */
export const originSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('first-hand') }),
  z.looseObject({ type: z.literal('derived'), evidenceId: idSchema }),
  z.looseObject({ type: z.literal('derived-source'), sourceId: idSchema }),
  z.looseObject({ type: z.literal('unknown') }),
]);
export type Origin = z.infer<typeof originSchema>;

export const evidenceSchema = z.looseObject({
  id: idSchema,
  /** Its number within the allegation, as people say it: #2. */
  number: z.int().min(1),
  allegationId: idSchema,
  sourceId: idSchema,
  exhibitId: idSchema.nullable(),
  stance: z.enum(STANCES),
  excerpt: textOf(LIMITS.note),
  /** Page, paragraph, timestamp: where in the source. */
  locator: textOf(LIMITS.line).nullable(),
  level: z.enum(LEVELS),
  /** How it was established that a record is what it says it is. */
  authentication: textOf(LIMITS.note).nullable(),
  /** Of this information, apart from the reliability of its source: neither is ever computed from the other. */
  credibility: z.enum(CREDIBILITIES),
  origin: originSchema,
  publishedOn: when.nullable(),
  accessedOn: when.nullable(),
  address: textOf(LIMITS.line).nullable(),
  addedAt: instant,
  removed: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

import { z } from 'zod';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';
import { when } from '../text/when.ts';
import { idSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { anchorShape, doubtSchema } from './selector.ts';
import {
  BASES,
  DECISIONS,
  EXTENTS,
  QUERY_KINDS,
  RELATION_KINDS,
  RESPONSE_KINDS,
  STATES,
  WHYS,
} from './words.ts';

/**
 * What passes between people over an allegation or a passage: responses, queries, reviews, and how allegations relate.
 * Like all schemas of records these are loose, and a field without a value is null (see records.ts).
 */

/** One try to reach a party. */
export const attemptSchema = z.looseObject({
  on: when.nullable(),
  channel: textOf(LIMITS.line),
  note: textOf(LIMITS.note),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** What a party answered to this statement, or that it was asked: a line of the contact log. */
export const responseSchema = z.looseObject({
  id: idSchema,
  allegationId: idSchema,
  partyId: idSchema,
  kind: z.enum(RESPONSE_KINDS),
  /** Only for a denial. */
  extent: z.enum(EXTENTS).nullable(),
  /** Only for a denial: what it is that was denied, in a few words. */
  denies: textOf(LIMITS.line).nullable(),
  /** What was said, word for word. */
  words: textOf(LIMITS.note),
  /** The person or office that was asked. */
  contact: textOf(LIMITS.line).nullable(),
  askedOn: when.nullable(),
  /** Until when an answer was asked for. */
  deadline: when.nullable(),
  attempts: z.array(attemptSchema).max(LIMITS.attempts),
  on: when.nullable(),
  channel: textOf(LIMITS.line).nullable(),
  address: textOf(LIMITS.line).nullable(),
  addedAt: instant,
  removed: z.boolean(),
});
export type Response = z.infer<typeof responseSchema>;

/** A question to the author or editor about a passage, or another wording for it, and what was decided. */
export const querySchema = z.looseObject({
  id: idSchema,
  /** Its number within the case, as people say it: Q3. */
  number: z.int().min(1),
  ...anchorShape,
  doubt: doubtSchema,
  /** The allegation it came up with, if it did. */
  allegationId: idSchema.nullable(),
  kind: z.enum(QUERY_KINDS),
  question: textOf(LIMITS.note),
  /** The wording that is proposed for the passage; an empty one proposes to take the passage out. */
  proposed: textOf(LIMITS.note).nullable(),
  /** Who is to decide. */
  decider: textOf(LIMITS.name).nullable(),
  /** Null while it is open. */
  decision: z.enum(DECISIONS).nullable(),
  /** What the passage says from now on; only with the decision `change`. */
  wording: textOf(LIMITS.note).nullable(),
  reason: textOf(LIMITS.note),
  decidedBy: textOf(LIMITS.name).nullable(),
  decidedAt: instant.nullable(),
  by: textOf(LIMITS.name),
  addedAt: instant,
  removed: z.boolean(),
});
export type Query = z.infer<typeof querySchema>;

/** A second person's own finding on an allegation. It changes no state: agreement and disagreement both stay. */
export const reviewSchema = z.looseObject({
  id: idSchema,
  allegationId: idSchema,
  state: z.enum(STATES),
  why: z.enum(WHYS).nullable(),
  basis: z.enum(BASES).nullable(),
  reason: textOf(LIMITS.note),
  /** Whether the reviewer chose not to see the first finding before. */
  blind: z.boolean(),
  /** Self-declared, as every offline identity is. */
  by: textOf(LIMITS.name),
  at: instant,
  removed: z.boolean(),
});
export type Review = z.infer<typeof reviewSchema>;

/** How one allegation relates to another; it is shown on both. */
export const relationSchema = z.looseObject({
  id: idSchema,
  kind: z.enum(RELATION_KINDS),
  fromId: idSchema,
  toId: idSchema,
  note: textOf(LIMITS.note),
  addedAt: instant,
  removed: z.boolean(),
});
export type Relation = z.infer<typeof relationSchema>;

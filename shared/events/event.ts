import { z } from 'zod';
import { LIMITS } from '../case/limits.ts';
import { idSchema, sha256Schema } from '../case/ids.ts';
import { KINDS, type Kind } from '../case/records.ts';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';

/** The version of the events that this version of Stet writes. Older ones are read as events/upcast.ts says. */
export const EVENT_VERSION = 4;

/** Fields of one record, by name. */
export type Fields = Record<string, unknown>;

/**
 * Fields of any name and value. Not a record of unknown values, which would copy every field of every event there is
 * to check nothing: events are half of a case file.
 */
const fieldsSchema = z
  .custom<Fields>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    message: 'expected an object',
  })
  .meta({ type: 'object' });

/**
 * What an event did to one record: the fields it set, as they were and as they are. `before: null` means the record
 * did not exist, `after: null` that it exists no more (only undoing its creation does that). Never array positions:
 * a change must still make sense when two copies of a case are merged.
 */
export const changeSchema = z.object({
  kind: z.enum(KINDS as [Kind, ...Kind[]]),
  id: idSchema,
  before: fieldsSchema.nullable(),
  after: fieldsSchema.nullable(),
});
export type Change = z.infer<typeof changeSchema>;

/**
 * An immutable fact: who did what when, and what it changed, linked to its parents by their hashes. Its `type` is what
 * a person did, in the past tense; what it means for the records is all in `changes`, so that a type made by a newer
 * Stet can be applied, undone and kept by this one.
 */
export const eventSchema = z.looseObject({
  /** UUIDv7. */
  id: idSchema,
  /** Which version of Stet's records its changes speak of (events/upcast.ts). */
  v: z.literal([1, 2, 3, EVENT_VERSION]),
  type: z.string().min(1).max(60),
  at: instant,
  /** The name the checker gave: self-declared, as every offline identity is. */
  by: textOf(LIMITS.name),
  changes: z.array(changeSchema),
  /** The event that this one takes back (`undone`) or brings back (`redone`). */
  of: idSchema.optional(),
  parents: z.array(sha256Schema),
  hash: sha256Schema,
});
export type Event = z.infer<typeof eventSchema>;

/** An event as a command decides it, before it gets its id, time, author and links. */
export type Draft = Pick<Event, 'type' | 'changes'> & { of?: string };

/** What the domain may know of the world while it decides; everything else would make decisions unrepeatable. */
export interface Context {
  /** Now, in UTC (see text/instant.ts). */
  readonly at: string;
  /** Who acts. */
  readonly by: string;
  /** A fresh UUIDv7 at each call. */
  readonly newId: () => string;
}

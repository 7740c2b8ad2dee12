import isEqual from 'fast-deep-equal';
import type { z } from 'zod';
import type { Case } from '../case/case.ts';
import type { Kind } from '../case/records.ts';
import type { Change, Context, Draft, Fields } from '../events/event.ts';
import type { PublishingProblem } from '../publishing/publishing-problems.ts';
import type { RatingProblem } from '../publishing/rating-problems.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Missing } from '../standard/assess.ts';
import type { PastTime } from './times-given.ts';

/** Why a command was not carried out, as data; `messages/<language>/refusals.json` has the sentence for each code. */
export type Refusal =
  | { code: 'not-found'; kind: Kind }
  | { code: 'text-needed'; field: string }
  | { code: 'reason-needed' }
  | { code: 'review-reason-needed' }
  | { code: 'decision-reason-needed' }
  | { code: 'basis-needed' }
  | { code: 'response-needed' }
  | { code: 'response-details-needed'; missing: string }
  /** A denial that is not of all of the statement says of what it is. */
  | { code: 'denies-needed' }
  | { code: 'time-ahead'; field: PastTime }
  | { code: 'deadline-before-request' }
  | { code: 'standard-not-met'; missing: Missing[] }
  | { code: 'not-a-span' }
  /** A newer version of the document is there already. */
  | { code: 'superseded' }
  | { code: 'nothing-changed' }
  | { code: 'in-use'; count: number }
  | { code: 'rests-on-trash'; kind: Kind }
  | { code: 'carries-finding' }
  | { code: 'description-needed' }
  | { code: 'not-confidential' }
  | { code: 'same-record' }
  | { code: 'already-related' }
  | { code: 'merge-mixed' }
  | { code: 'origin-is-evidence'; number: number }
  | { code: 'origin-is-own-source' }
  /** Who reviews must say who they are, and must not be who decided. */
  | { code: 'name-needed' }
  | { code: 'reviewer-is-decider' }
  | { code: 'wording-needed' }
  | { code: 'too-many'; limit: number }
  | { code: 'published-before-made' }
  /** A report tells of events that this history does not have. */
  | { code: 'not-of-this-history' }
  /** Who publishes, or the scale, is not as it must be. */
  | { code: 'not-to-publish'; problems: PublishingProblem[] }
  /** A rating that so many allegations have would be gone from the scale. */
  | { code: 'rating-in-use'; label: string; count: number }
  /** Nobody has said yet who publishes, or on which scale. */
  | { code: 'no-scale' }
  | { code: 'rating-unknown' }
  | { code: 'not-to-be-rated'; problems: RatingProblem[] }
  /** The review of another allegation has this very address. */
  | { code: 'address-twice'; ref: string }
  | { code: 'nothing-to-undo' }
  | { code: 'nothing-to-redo' };

export type Decision = Result<Draft, Refusal>;

/**
 * One verb. `decide` looks at the case and answers with the event to come or the reason why not; it changes nothing
 * and knows nothing of the world but its context.
 */
export interface Command<Type extends string, Schema extends z.ZodType> {
  readonly type: Type;
  readonly input: Schema;
  readonly decide: (kase: Case, input: z.infer<Schema>, context: Context) => Decision;
}

/** Declares a command; only here so that the types of `input` and `decide` are tied together. */
export function command<Type extends string, Schema extends z.ZodType>(
  definition: Command<Type, Schema>,
): Command<Type, Schema> {
  return definition;
}

export const refuse = (refusal: Refusal): Decision => fail(refusal);
export const record = (type: string, changes: Change[]): Decision => ok({ type, changes });

/** The change that creates a record. */
export function created(kind: Kind, fields: Fields & { id: string }): Change {
  return { kind, id: fields.id, before: null, after: fields };
}

/** The change that sets some fields of a record, holding only those that differ; null when none does. */
export function edited(kind: Kind, current: Fields & { id: string }, fields: Fields): Change | null {
  const before: Fields = {};
  const after: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || isEqual(current[name], value)) continue;
    before[name] = current[name] ?? null;
    after[name] = value;
  }
  return Object.keys(after).length === 0 ? null : { kind, id: current.id, before, after };
}

import type { Context } from '../events/event.ts';
import { isFuture } from '../text/when.ts';
import type { Refusal } from './command.ts';

/** The times that can only be past; `attempt` is when a try to reach a party was made. */
export const PAST = ['publishedOn', 'capturedOn', 'accessedOn', 'askedOn', 'on', 'attempt'] as const;
export type PastTime = (typeof PAST)[number];

/**
 * Why these times cannot be what is said of them, or null when they can: what has happened is not in the future. It is
 * the commands that refuse, never the file, since what stands in a case was written under the clock of another machine.
 */
export function objectionToTimes(
  times: { readonly [T in PastTime]?: string | null | undefined },
  { at }: Pick<Context, 'at'>,
): Refusal | null {
  const field = PAST.find((name) => typeof times[name] === 'string' && isFuture(times[name], at));
  return field === undefined ? null : { code: 'time-ahead', field };
}

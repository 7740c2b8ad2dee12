import type { Response } from '../case/dealings.ts';
import type { Context } from '../events/event.ts';
import { isBefore } from '../text/when.ts';
import type { Refusal } from './command.ts';
import { objectionToTimes } from './times-given.ts';

/**
 * Why a response cannot stand like this, or null when it can: a denial says how much it denies and, unless that is all
 * of the statement, what; nobody was asked or has answered in the future, and no answer was due before it was asked for.
 * A party may well have answered before it was asked.
 */
export function objectionToResponse(
  { kind, extent, denies, askedOn, deadline, on }: Response,
  context: Pick<Context, 'at'>,
): Refusal | null {
  if (kind === 'denied' && extent === null) return { code: 'response-details-needed', missing: 'extent' };
  if (kind === 'denied' && extent !== 'all' && denies === null) return { code: 'denies-needed' };
  if (askedOn !== null && deadline !== null && isBefore(deadline, askedOn))
    return { code: 'deadline-before-request' };
  return objectionToTimes({ askedOn, on }, context);
}

import type { Response } from '../case/dealings.ts';
import { isBefore } from '../text/when.ts';

/**
 * Whether a party that was asked has not answered: no other line of the contact log of the same allegation
 * (`ofAllegation`) says what came of it. A log may be kept in one line, or in one for the request and one for the
 * answer, and a party that has answered must never be told to have kept silent.
 */
export function isAwaited(request: Response, ofAllegation: readonly Response[]): boolean {
  if (request.kind !== 'asked') return false;
  return !ofAllegation.some(
    (other) => other.kind !== 'asked' && other.partyId === request.partyId && follows(other, request),
  );
}

/** By the dates, as far as both are known, or by what was recorded first: what it said before it was asked answers nothing. */
function follows(answer: Response, request: Response): boolean {
  if (answer.on === null || request.askedOn === null) return answer.addedAt >= request.addedAt;
  return !isBefore(answer.on, request.askedOn);
}

import type { Verdict } from '../shared/answers.ts';
import type { Case } from '../shared/case/case.ts';
import { verifySteps } from '../shared/events/verify-case.ts';
import { sha256 } from './case-store/sha256.ts';
import { inPieces } from './in-pieces.ts';

/** How long verifying may hold the event loop at a stretch, and how long it then leaves it to others; milliseconds. */
const STRETCH = 4;
const REST = 2;
/** Verifying one event takes a few hundredths of a millisecond. */
const AT_ONCE = 16;

/** Verifies a case as it is now, with nothing else to do. */
export async function verify(kase: Case): Promise<Verdict> {
  const verdict = await verifyInPieces(kase);
  if (!verdict) throw new Error('a verification that nobody ended was ended');
  return verdict;
}

/**
 * Verifies a case as it is now, behind whatever else goes on. Answers what it found; null when `signal` ended it.
 */
export async function verifyInPieces(kase: Case, signal?: AbortSignal): Promise<Verdict | null> {
  const about = { events: kase.history.length, head: kase.heads.at(-1) ?? '', exhibits: null };
  const pace = { stretch: STRETCH, rest: REST, atOnce: AT_ONCE };
  const done = await inPieces(verifySteps(kase, sha256), { ...pace, signal });
  return done && { fault: done.value, ...about };
}

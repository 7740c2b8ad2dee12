import type { PublishingProblem } from '../publishing/publishing-problems.ts';
import type { RatingProblem } from '../publishing/rating-problems.ts';

/**
 * Why a form of a report is not written, as data; messages/publishing-sentences.ts has the sentences. Those with a `ref`
 * are about one allegation. Only ClaimReview can fail so: it is made by rules of others.
 */
export type FormProblem =
  | { code: 'nothing-rated' | 'no-publisher' }
  | PublishingProblem
  | ((RatingProblem | { code: 'address-twice' }) & { ref: string });

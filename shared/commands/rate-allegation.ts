import isEqual from 'fast-deep-equal';
import { z } from 'zod';
import { caseInfo } from '../case/case.ts';
import { idSchema } from '../case/ids.ts';
import { ratingSchema } from '../case/publishing.ts';
import { ratingProblems } from '../publishing/rating-problems.ts';
import { placedRatings, reviewAddresses } from '../publishing/review-addresses.ts';
import { isFuture } from '../text/when.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull } from './inputs.ts';

/**
 * Gives an allegation the rating it is published with, or takes that away (`rating` is null). A person sets it: it is
 * never taken from the state, and changes nothing about that.
 */
export const rateAllegation = command({
  type: 'rate-allegation',
  input: z.object({ id: idSchema, rating: ratingSchema.strip().omit({ by: true, at: true }).nullable() }),
  decide(kase, { id, rating: given }, { by, at }) {
    const allegation = kase.records.allegations.get(id);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    const { ref, rating: before } = allegation;
    if (given === null) {
      const change = edited('allegations', allegation, { rating: null });
      return change ? record('rating-removed', [change]) : refuse({ code: 'nothing-changed' });
    }
    const { publisher, scale } = caseInfo(kase);
    if (!publisher || !scale) return refuse({ code: 'no-scale' });
    if (!scale.ratings.some((each) => each.id === given.ratingId)) return refuse({ code: 'rating-unknown' });
    const rating = {
      ...given,
      url: given.url.trim(),
      claimReviewed: given.claimReviewed.trim(),
      firstAppearance: orNull(given.firstAppearance),
      appearances: [...new Set(given.appearances.flatMap((each) => orNull(each) ?? []))],
    };
    const problems = ratingProblems(rating, publisher);
    if (problems.length > 0) return refuse({ code: 'not-to-be-rated', problems });
    if (rating.publishedOn !== null && isFuture(rating.publishedOn, at))
      return refuse({ code: 'time-ahead', field: 'publishedOn' });
    const others = placedRatings(kase).filter((each) => each.ref !== ref);
    const addresses = reviewAddresses([...others, { ref, url: rating.url }]);
    const own = addresses.get(ref);
    const other = others.find((each) => addresses.get(each.ref) === own);
    if (other) return refuse({ code: 'address-twice', ref: other.ref });
    const after = { ...before, ...rating };
    if (isEqual(before, after)) return refuse({ code: 'nothing-changed' });
    const change = edited('allegations', allegation, { rating: { ...after, by, at } });
    return record('allegation-rated', change ? [change] : []);
  },
});

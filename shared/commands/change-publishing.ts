import { z } from 'zod';
import { caseInfo, type Case } from '../case/case.ts';
import { LIMITS } from '../case/limits.ts';
import { houseRatingSchema, houseScaleSchema, publisherSchema, type HouseScale } from '../case/publishing.ts';
import { publisherProblems, scaleProblems } from '../publishing/publishing-problems.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull } from './inputs.ts';

const ratingGiven = houseRatingSchema.strip().extend({
  /** Null for a new one. */
  id: houseRatingSchema.shape.id.nullable(),
});

/**
 * Says who publishes the ratings of this case, and on which scale; null for nobody, or none. What is not given stays.
 * A rating with an id that the scale has stays that one, also under another label; every other gets an id of its own. One
 * that an allegation has cannot leave the scale.
 */
export const changePublishing = command({
  type: 'change-publishing',
  input: z.object({
    publisher: publisherSchema.strip().nullable().optional(),
    scale: houseScaleSchema
      .strip()
      .extend({ ratings: z.array(ratingGiven).max(LIMITS.ratings) })
      .nullable()
      .optional(),
  }),
  decide(kase, input, { newId }) {
    const info = caseInfo(kase);
    const publisher = input.publisher && {
      ...info.publisher,
      name: input.publisher.name.trim(),
      url: input.publisher.url.trim(),
      logo: orNull(input.publisher.logo),
    };
    const scale = input.scale && {
      ...info.scale,
      ratings: settled(input.scale.ratings, info.scale, newId),
      worst: input.scale.worst,
      best: input.scale.best,
    };
    const problems = [
      ...(publisher ? publisherProblems(publisher) : []),
      ...(scale ? scaleProblems(scale) : []),
    ];
    if (problems.length > 0) return refuse({ code: 'not-to-publish', problems });
    const used = scale === undefined ? null : firstLost(kase, info.scale, scale);
    if (used) return refuse({ code: 'rating-in-use', ...used });
    const change = edited('case', info, { publisher, scale });
    return change ? record('publishing-changed', [change]) : refuse({ code: 'nothing-changed' });
  },
});

function settled(
  given: readonly z.infer<typeof ratingGiven>[],
  before: HouseScale | null,
  newId: () => string,
): HouseScale['ratings'] {
  const known = new Map(before?.ratings.map((rating) => [rating.id, rating]));
  return given.map(({ id, label, value }) => {
    const same = id === null ? undefined : known.get(id);
    if (same) known.delete(same.id);
    return { ...same, id: same?.id ?? newId(), label: label.trim(), value };
  });
}

/**
 * A rating that would be gone, or be another one, while allegations have it, and how many do, those in the trash too: what
 * was published under it would be rewritten without anybody having rated anything anew.
 */
function firstLost(
  kase: Case,
  before: HouseScale | null,
  after: HouseScale | null,
): { label: string; count: number } | null {
  const kept = new Map(after?.ratings.map((rating) => [rating.id, rating]));
  const gone = (before?.ratings ?? []).filter(({ id, label, value }) => {
    const now = kept.get(id);
    return !now || now.label !== label || now.value !== value;
  });
  if (gone.length === 0) return null;
  const uses = new Map<string, number>();
  for (const { rating } of kase.records.allegations.values()) {
    if (rating) uses.set(rating.ratingId, (uses.get(rating.ratingId) ?? 0) + 1);
  }
  for (const { id, label } of gone) {
    const count = uses.get(id) ?? 0;
    if (count > 0) return { label, count };
  }
  return null;
}

import { caseInfo } from '../case/case.ts';
import { caseWithAllegation, newest, type Bench, type Command } from './case-with.ts';

/** For tests only: a newsroom with a scale, and ratings on it. */

/** A newsroom that rates in three steps, unless told otherwise. */
export function publishing(
  fields: Partial<Omit<Command<'change-publishing'>, 'type'>> = {},
): Command<'change-publishing'> {
  return {
    type: 'change-publishing',
    publisher: { name: 'The Desk', url: 'https://www.desk.example/', logo: 'https://desk.example/logo.png' },
    scale: {
      worst: 1,
      best: 5,
      ratings: [
        { id: null, label: 'True', value: 5 },
        { id: null, label: 'Half true', value: 3 },
        { id: null, label: 'Not so', value: 1 },
      ],
    },
    ...fields,
  };
}

export type GivenRating = NonNullable<Command<'rate-allegation'>['rating']>;

/** Everything that can be said of a rating, unless told otherwise. */
export function rated(
  id: string,
  ratingId: string,
  fields: Partial<GivenRating> = {},
): Command<'rate-allegation'> {
  return {
    type: 'rate-allegation',
    id,
    rating: {
      ratingId,
      url: 'https://checks.desk.example/mill',
      claimReviewed: 'The mill burned down on Monday.',
      publishedOn: '2026-11-22',
      claimantType: 'organization',
      firstAppearance: 'https://paper.example/mill',
      appearances: ['https://radio.example/1', 'https://radio.example/2'],
      ...fields,
    },
  };
}

/** A case with one allegation, a newsroom and its scale; `ids` are those of the ratings, in their order. */
export function caseToRate(): Bench & { allegationId: string; ids: [string, string, string] } {
  const bench = caseWithAllegation();
  bench.run(publishing());
  const [first = '', second = '', third = ''] = (caseInfo(bench.kase).scale?.ratings ?? []).map(
    ({ id }) => id,
  );
  return { ...bench, ids: [first, second, third] };
}

/** A case in which the one allegation is rated, and how to rate one more. */
export function ratedCase(fields: Partial<GivenRating> = {}) {
  const made = caseToRate();
  made.run({
    type: 'edit-allegation',
    id: made.allegationId,
    saidOn: '2026-11-16T12:10Z[Europe/Kyiv]',
  });
  made.run(rated(made.allegationId, made.ids[1], fields));
  /** One more allegation, rated. */
  const more = (url: string, statement = 'x'): string => {
    made.run({ type: 'record-allegation', statement, passage: null });
    const { id } = newest(made.kase, 'allegations');
    made.run(rated(id, made.ids[0], { url }));
    return id;
  };
  return { ...made, more };
}

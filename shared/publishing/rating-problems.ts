import type { Publisher, Rating } from '../case/publishing.ts';
import { codePointLength } from '../text/code-points.ts';
import { isHostOf, webAddress } from './web-address.ts';

/** What is published of an allegation, but for who said so and when. */
export type RatingGiven = Pick<Rating, 'url' | 'claimReviewed' | 'firstAppearance' | 'appearances'>;

export interface RatingProblem {
  code:
    | 'claim-missing'
    | 'address-not-absolute'
    | 'address-elsewhere'
    | 'first-not-absolute'
    | 'appearance-not-absolute';
}

/** Why a rating cannot be published as it is; empty when nothing stands in the way. */
export function ratingProblems(
  { url, claimReviewed, firstAppearance, appearances }: RatingGiven,
  publisher: Pick<Publisher, 'url'>,
): RatingProblem[] {
  const problems: RatingProblem[] = [];
  const [address, own] = [webAddress(url), webAddress(publisher.url)];
  if (claimReviewed.trim() === '') problems.push({ code: 'claim-missing' });
  if (!address) problems.push({ code: 'address-not-absolute' });
  else if (own && !isHostOf(address.host, own.host)) problems.push({ code: 'address-elsewhere' });
  if (firstAppearance !== null && !webAddress(firstAppearance)) problems.push({ code: 'first-not-absolute' });
  if (!appearances.every((place) => webAddress(place))) problems.push({ code: 'appearance-not-absolute' });
  return problems;
}

/** A claim is shown whole where it is shorter than that (Google, Fact Check structured data, `claimReviewed`). */
export const SHORT_CLAIM = 75;

/** What would be better otherwise, by the advice of Google and schema.org. It keeps nobody from publishing. */
export const ADVICE = [
  'claim-long',
  'claim-tells-rating',
  'no-claimant',
  'claimant-of-no-kind',
  'no-appearance',
  'no-date',
] as const;
export type Advice = (typeof ADVICE)[number];

/** What to advise on the words of a claim, on a scale with these labels. */
export function claimAdvice(claim: string, labels: readonly string[]): Advice[] {
  const isLong = codePointLength(claim.trim()) >= SHORT_CLAIM;
  const tells = labels.some((label) => hasWords(claim, label));
  return [...(isLong ? (['claim-long'] as const) : []), ...(tells ? (['claim-tells-rating'] as const) : [])];
}

/** What to advise on a rating of a claim by `claimant`, on a scale with these labels. */
export function ratingAdvice(
  rating: Omit<RatingGiven, 'url'> & Pick<Rating, 'claimantType' | 'publishedOn'>,
  claimant: string | null,
  labels: readonly string[],
): Advice[] {
  const { claimReviewed, claimantType, firstAppearance, appearances, publishedOn } = rating;
  const isDue = {
    'no-claimant': claimant === null,
    'claimant-of-no-kind': claimant !== null && claimantType === null,
    'no-appearance': firstAppearance === null && appearances.length === 0,
    'no-date': publishedOn === null,
  };
  return [
    ...claimAdvice(claimReviewed, labels),
    ...(Object.keys(isDue) as (keyof typeof isDue)[]).filter((code) => isDue[code]),
  ];
}

/** Whether a text has these words, as words. */
function hasWords(text: string, words: string): boolean {
  const wanted = spaced(words);
  return wanted.trim() !== '' && spaced(text).includes(wanted);
}

const spaced = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

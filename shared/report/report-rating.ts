import { caseInfo, type Case } from '../case/case.ts';
import type { Allegation } from '../case/records.ts';

/** What is published of an allegation: set by a person, and never following from its state. */
export interface ReportRating {
  label: string;
  /** On the house scale from `worst` to `best`; all three null where the house rates without numbers. */
  value: number | null;
  worst: number | null;
  best: number | null;
  claimReviewed: string;
  url: string;
  /** As precise as it is known; null while nobody said. */
  publishedOn: string | null;
  by: string;
  at: string;
}

/** Null where there is none, or where the scale does not have it any more. */
export function ratingTold(kase: Case, { rating }: Allegation): ReportRating | null {
  const { scale } = caseInfo(kase);
  const found = scale?.ratings.find(({ id }) => id === rating?.ratingId);
  if (!rating || !scale || !found) return null;
  const { claimReviewed, url, publishedOn, by, at } = rating;
  const { worst, best } = scale;
  return { label: found.label, value: found.value, worst, best, claimReviewed, url, publishedOn, by, at };
}

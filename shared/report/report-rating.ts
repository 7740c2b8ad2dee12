import { caseInfo } from '../case/case.ts';
import type { Publisher } from '../case/publishing.ts';
import type { Allegation, CaseInfo } from '../case/records.ts';
import type { ClaimantType } from '../case/words.ts';
import type { Telling } from './report-about.ts';

/** What is published of an allegation: set by a person, and never following from its state. */
export interface ReportRating {
  label: string;
  /** On the house scale from `worst` to `best`; all three null where the house rates without numbers. */
  value: number | null;
  worst: number | null;
  best: number | null;
  claimReviewed: string;
  /** With an anchor where its page has several ratings. */
  url: string;
  /** As precise as it is known; null while nobody said. */
  publishedOn: string | null;
  /** Whether the claimant is a person or an organization. */
  claimantType: ClaimantType | null;
  /** Addresses: where it was said first, if that is known, and others where it was said. */
  firstAppearance: string | null;
  appearances: string[];
  by: string;
  at: string;
}

/** Null where there is none, or where the scale does not have it any more. */
export function ratingTold({ kase, addresses }: Telling, { ref, rating }: Allegation): ReportRating | null {
  const { scale } = caseInfo(kase);
  const found = scale?.ratings.find(({ id }) => id === rating?.ratingId);
  if (!rating || !scale || !found) return null;
  const { claimReviewed, publishedOn, claimantType, firstAppearance, appearances, by, at } = rating;
  const { worst, best } = scale;
  return {
    label: found.label,
    value: found.value,
    worst,
    best,
    claimReviewed,
    url: addresses.get(ref) ?? rating.url,
    publishedOn,
    claimantType,
    firstAppearance,
    appearances: [...appearances],
    by,
    at,
  };
}

/** Who publishes the ratings, and what they are out of; each null until somebody said. */
export interface ReportPublishing {
  publisher: Pick<Publisher, 'name' | 'url' | 'logo'> | null;
  /** In their order; numbers from `worst` to `best`, or all null where the house rates without numbers. */
  scale: {
    ratings: { label: string; value: number | null }[];
    worst: number | null;
    best: number | null;
  } | null;
}

export function publishingTold({ publisher, scale }: CaseInfo): ReportPublishing {
  return {
    publisher: publisher && { name: publisher.name, url: publisher.url, logo: publisher.logo },
    scale: scale && {
      ratings: scale.ratings.map(({ label, value }) => ({ label, value })),
      worst: scale.worst,
      best: scale.best,
    },
  };
}

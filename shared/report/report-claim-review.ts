import type { ClaimantType } from '../case/words.ts';
import { publisherProblems, scaleProblems } from '../publishing/publishing-problems.ts';
import { ratingAdvice, ratingProblems, type Advice } from '../publishing/rating-problems.ts';
import { fail, ok, type Result } from '../result.ts';
import { whenParts } from '../text/when.ts';
import type { ClaimReview } from './claim-review-schema.ts';
import type { FormProblem } from './form-problem.ts';
import type { ReportAllegation } from './report-allegation.ts';
import type { Report } from './report-data.ts';
import type { ReportRating } from './report-rating.ts';

/**
 * The report as ClaimReview in JSON-LD (schema.org/ClaimReview; Google, Fact Check structured data): what is rated, in
 * the order of the references, and nothing else. One review is an object, several are a list, each whole by itself, which
 * is what such a page holds. All of them or none are written. `<`, `>`, `&` and what JavaScript takes for the end of a
 * line are escaped as JSON has it, so that nothing in the text can end the `script` element it is put into, or begin a
 * comment there.
 */
export function reportClaimReview(report: Report): Result<string, FormProblem[]> {
  const { publisher, scale } = report.publishing;
  const rated = ratedIn(report);
  const problems: FormProblem[] = [
    ...(rated.length === 0 ? [{ code: 'nothing-rated' } as const] : []),
    ...(publisher === null && rated.length > 0 ? [{ code: 'no-publisher' } as const] : []),
    ...(publisher ? publisherProblems(publisher) : []),
    ...(scale ? scaleProblems(scale) : []),
  ];
  if (publisher === null) return fail(problems);
  const taken = new Set<string>();
  for (const { ref, rating } of rated) {
    problems.push(...ratingProblems(rating, publisher).map((problem) => ({ ...problem, ref })));
    if (taken.has(rating.url)) problems.push({ code: 'address-twice', ref });
    taken.add(rating.url);
  }
  if (problems.length > 0) return fail(problems);
  const reviews = rated.map((allegation) => reviewOf(allegation, publisher));
  return ok(`${inPage(JSON.stringify(reviews.length === 1 ? reviews[0] : reviews, null, 2))}\n`);
}

/** What would be better otherwise in one review, by the advice of Google and schema.org. */
export interface ClaimReviewAdvice {
  ref: string;
  code: Advice;
}

/** What would be better otherwise, by allegation; it keeps nothing from being written. */
export function claimReviewAdvice(report: Report): ClaimReviewAdvice[] {
  const labels = report.publishing.scale?.ratings.map(({ label }) => label) ?? [];
  return ratedIn(report).flatMap(({ ref, claimant, rating }) =>
    ratingAdvice(rating, claimant, labels).map((code) => ({ ref, code })),
  );
}

type Rated = ReportAllegation & { rating: ReportRating };

function ratedIn({ allegations }: Report): Rated[] {
  return allegations.filter((allegation): allegation is Rated => allegation.rating !== null);
}

const inPage = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const CLAIMANTS = {
  person: 'Person',
  organization: 'Organization',
} as const satisfies Record<ClaimantType, string>;

function reviewOf(
  { claimant, saidOn, rating }: Rated,
  publisher: NonNullable<Report['publishing']['publisher']>,
): ClaimReview {
  const { label, value, worst, best, claimantType, firstAppearance, appearances } = rating;
  const alternateName = label.trim();
  const work = (url: string) => ({ '@type': 'CreativeWork', url }) as const;
  // Who is neither known to be a person nor an organization has no type to be told by.
  const author =
    claimant === null || claimantType === null
      ? null
      : ({ '@type': CLAIMANTS[claimantType], name: claimant } as const);
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: rating.url,
    ...(rating.publishedOn === null ? {} : { datePublished: timeOf(rating.publishedOn) }),
    claimReviewed: rating.claimReviewed.trim(),
    author: {
      '@type': 'Organization',
      name: publisher.name.trim(),
      url: publisher.url,
      ...(publisher.logo === null ? {} : { logo: publisher.logo }),
    },
    reviewRating:
      value === null || worst === null || best === null
        ? { '@type': 'Rating', alternateName }
        : { '@type': 'Rating', ratingValue: value, bestRating: best, worstRating: worst, alternateName },
    itemReviewed: {
      '@type': 'Claim',
      ...(author && { author }),
      ...(saidOn === null ? {} : { datePublished: timeOf(saidOn) }),
      ...(firstAppearance === null ? {} : { firstAppearance: work(firstAppearance) }),
      ...(appearances.length === 0 ? {} : { appearance: appearances.map(work) }),
    },
  };
}

/** A stored time as ISO 8601 has it: a date as precise as it is known, or a minute in UTC. */
function timeOf(stored: string): string {
  const { date, clock } = whenParts(stored);
  return clock === null ? date : `${clock.utc.replace(' ', 'T')}Z`;
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ratedCase } from '../testing/case-rated.ts';
import { reportOf } from './check-page.ts';
import { claimReviewJsonSchema } from './claim-review-schema.ts';
import { reportClaimReview } from './report-claim-review.ts';

const file = resolve(import.meta.dirname, '../../docs/claimreview.schema.json');
const published = JSON.parse(readFileSync(file, 'utf8')) as z.core.JSONSchema.JSONSchema;
const schema = z.fromJSONSchema(published);

it('docs/claimreview.schema.json is what the code gives; `npm run schema` writes it anew', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(claimReviewJsonSchema())));
});

describe('the published rules', () => {
  const made = reportClaimReview(reportOf(ratedCase().kase));
  const good = JSON.parse(made.ok ? made.value : 'null') as unknown;
  type Json = Record<string, unknown>;
  const but = (alter: (review: Json) => void): Json => {
    const review = structuredClone(good) as Json;
    alter(review);
    return review;
  };
  it.each([
    ['without a claim', but((review) => delete review['claimReviewed'])],
    ['with an empty claim', but((review) => (review['claimReviewed'] = ' '))],
    ['without a rating', but((review) => delete review['reviewRating'])],
    [
      'with a rating without words',
      but((review) => delete (review['reviewRating'] as Json)['alternateName']),
    ],
    ['with half of the numbers', but((review) => delete (review['reviewRating'] as Json)['bestRating'])],
    ['with a scale from 0', but((review) => ((review['reviewRating'] as Json)['worstRating'] = 0))],
    ['with a number as text', but((review) => ((review['reviewRating'] as Json)['ratingValue'] = '3'))],
    ['at a relative address', but((review) => (review['url'] = '/mill'))],
    ['at one that can run something', but((review) => (review['url'] = 'javascript:alert(1)'))],
    ['of another context', but((review) => (review['@context'] = 'http://schema.org'))],
    ['of another type', but((review) => (review['@type'] = 'Review'))],
    ['without whoever publishes', but((review) => delete review['author'])],
    ['with a time in a zone', but((review) => (review['datePublished'] = '2026-11-16T12:10Z[Europe/Kyiv]'))],
    ['with a field nobody knows', but((review) => (review['state'] = 'denied'))],
    ['with an empty list of places', but((review) => ((review['itemReviewed'] as Json)['appearance'] = []))],
    ['that is an empty list', []],
    ['that is a list of one', [good]],
  ])('do not let pass one %s', (_what, review) => {
    expect(schema.safeParse(review).success).toBe(false);
  });
  it('let pass one and several', () => {
    expect(schema.safeParse(good).success).toBe(true);
    expect(schema.safeParse([good, good]).success).toBe(true);
  });
});

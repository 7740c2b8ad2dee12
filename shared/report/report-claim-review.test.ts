import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Case } from '../case/case.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseToRate, publishing, rated, ratedCase } from '../testing/case-rated.ts';
import { caseWithAllegation, newest } from '../testing/case-with.ts';
import { NAUGHTY } from '../testing/dice.ts';
import { reportOf } from './check-page.ts';
import type { ClaimReview } from './claim-review-schema.ts';
import { claimReviewAdvice, reportClaimReview } from './report-claim-review.ts';
import type { Report } from './report-data.ts';

const file = resolve(import.meta.dirname, '../../docs/claimreview.schema.json');
const published = JSON.parse(readFileSync(file, 'utf8')) as z.core.JSONSchema.JSONSchema;
/** The published rules, read as any program would read them. */
const schema = z.fromJSONSchema(published);

/** What is written of a report, each file held against the published rules. */
function written(report: Report): ClaimReview[] {
  const made = reportClaimReview(report);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  expect(made.value).not.toMatch(/[<>&\u2028\u2029]/);
  expect(made.value).toMatch(/\n$/);
  const read = JSON.parse(made.value) as ClaimReview | ClaimReview[];
  expect(schema.safeParse(read).error?.issues ?? []).toEqual([]);
  return Array.isArray(read) ? read : [read];
}
const problemsOf = (report: Report): unknown => {
  const made = reportClaimReview(report);
  return made.ok ? [] : made.error;
};

describe('a ClaimReview', () => {
  it('has what the rules ask for and recommend', () => {
    expect(written(reportOf(ratedCase().kase))).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        url: 'https://checks.desk.example/mill',
        datePublished: '2026-11-22',
        claimReviewed: 'The mill burned down on Monday.',
        author: {
          '@type': 'Organization',
          name: 'The Desk',
          url: 'https://www.desk.example/',
          logo: 'https://desk.example/logo.png',
        },
        reviewRating: {
          '@type': 'Rating',
          ratingValue: 3,
          bestRating: 5,
          worstRating: 1,
          alternateName: 'Half true',
        },
        itemReviewed: {
          '@type': 'Claim',
          author: { '@type': 'Organization', name: 'Fire brigade' },
          datePublished: '2026-11-16T12:10Z',
          firstAppearance: { '@type': 'CreativeWork', url: 'https://paper.example/mill' },
          appearance: [
            { '@type': 'CreativeWork', url: 'https://radio.example/1' },
            { '@type': 'CreativeWork', url: 'https://radio.example/2' },
          ],
        },
      },
    ]);
  });

  it('leaves out what is not known, and numbers where the house has none', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const ratings = [{ id: null, label: 'Bez podstaw', value: null }];
    const publisher = { name: 'The Desk', url: 'https://desk.example', logo: null };
    run(publishing({ publisher, scale: { worst: null, best: null, ratings } }));
    const ratingId = newest(kase, 'case').scale?.ratings[0]?.id ?? '';
    const unknown = { publishedOn: null, claimantType: null, firstAppearance: null, appearances: [] };
    run(rated(allegationId, ratingId, unknown));
    const [review] = written(reportOf(kase));
    expect(review?.itemReviewed).toEqual({ '@type': 'Claim' });
    expect(review?.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Bez podstaw' });
    expect(review?.author).not.toHaveProperty('logo');
    expect(review).not.toHaveProperty('datePublished');
  });

  it('is of what is rated and in the report, several as a list', () => {
    const { kase, run, more } = ratedCase();
    run({ type: 'record-allegation', statement: 'Nobody was hurt.', passage: null });
    more('https://desk.example/b');
    const gone = more('https://desk.example/c');
    run({ type: 'remove', kind: 'allegations', id: gone });
    const report = reportOf(kase);
    expect(report.allegations).toHaveLength(3);
    expect(written(report).map(({ url }) => url)).toEqual([
      'https://checks.desk.example/mill',
      'https://desk.example/b',
    ]);
    const [first] = report.allegations;
    expect(written({ ...report, allegations: first ? [first] : [] })).toHaveLength(1);
  });

  it('has the same address whatever else is in the report', () => {
    const { kase, more } = ratedCase({ url: 'https://desk.example/a' });
    more('https://desk.example/a');
    const report = reportOf(kase);
    const urls = ['https://desk.example/a#MIL-001', 'https://desk.example/a#MIL-002'];
    expect(written(report).map(({ url }) => url)).toEqual(urls);
    const { allegations } = report;
    expect(written({ ...report, allegations: allegations.slice(1) }).map(({ url }) => url)).toEqual(
      urls.slice(1),
    );
  });

  it('has a rating that nothing but a person gave: the state is not in it', () => {
    const { kase, run, allegationId: id } = ratedCase();
    const before = written(reportOf(kase));
    run({ type: 'move-allegation', id, to: 'denied', basis: 'evidence', override: 'x', reason: 'x' });
    expect(written(reportOf(kase))).toEqual(before);
  });

  it('is the same from both editions', () => {
    const { kase } = ratedCase();
    expect(written(reportOf(kase, 'checked'))).toEqual(written(reportOf(kase)));
  });
});

describe('nothing is written', () => {
  it('where nothing is rated', () => {
    expect(problemsOf(reportOf(caseToRate().kase))).toEqual([{ code: 'nothing-rated' }]);
    expect(problemsOf(reportOf(caseWithAllegation().kase))).toEqual([{ code: 'nothing-rated' }]);
  });

  it('where one rating cannot be published any more, also of the others', () => {
    const { kase, run, more } = ratedCase();
    more('https://www.desk.example/b');
    run(
      publishing({
        publisher: { name: 'A desk', url: 'https://www.desk.example/', logo: null },
        scale: undefined,
      }),
    );
    expect(problemsOf(reportOf(kase))).toEqual([]);
    run(
      publishing({
        publisher: { name: 'A desk', url: 'https://checks.desk.example', logo: null },
        scale: undefined,
      }),
    );
    expect(problemsOf(reportOf(kase))).toEqual([{ code: 'address-elsewhere', ref: 'MIL-002' }]);
    run({ type: 'change-publishing', publisher: null });
    expect(problemsOf(reportOf(kase))).toEqual([{ code: 'no-publisher' }]);
  });

  it('of what a file made elsewhere says wrong', () => {
    const report = reportOf(ratedCase().kase);
    const [first] = report.allegations;
    if (!first?.rating) throw new Error('there is no rating');
    const twice = { ...report, allegations: [first, { ...first, ref: 'MIL-002' }] };
    expect(problemsOf(twice)).toEqual([{ code: 'address-twice', ref: 'MIL-002' }]);
    const { publishing: told } = report;
    const scale = { worst: 0, best: 5, ratings: [{ label: '', value: 5 }] };
    const publisher = { name: '', url: 'x', logo: null };
    expect(problemsOf({ ...report, publishing: { ...told, scale } })).toEqual([
      { code: 'scale-out-of-order' },
      { code: 'label-missing', at: 0 },
    ]);
    expect(problemsOf({ ...report, publishing: { ...told, publisher } })).toEqual([
      { code: 'publisher-without-name' },
      { code: 'publisher-without-address' },
    ]);
  });
});

it('advises by allegation, and writes all the same', () => {
  const { kase, run, allegationId } = ratedCase({ claimReviewed: 'It is half true.', appearances: [] });
  expect(claimReviewAdvice(reportOf(kase))).toEqual([{ ref: 'MIL-001', code: 'claim-tells-rating' }]);
  run({ type: 'edit-allegation', id: allegationId, claimant: null });
  expect(claimReviewAdvice(reportOf(kase)).map(({ code }) => code)).toEqual([
    'claim-tells-rating',
    'no-claimant',
  ]);
  expect(written(reportOf(kase))).toHaveLength(1);
});

describe('whatever is in a case', () => {
  const told = (kase: Case): void => {
    const report = reportOf(kase);
    const made = reportClaimReview(report);
    const some = report.allegations.filter(({ rating }) => rating !== null);
    if (made.ok) expect(written(report)).toHaveLength(some.length);
    else expect(made.error.length).toBeGreaterThan(0);
  };

  it('a file is valid, or there is a reason why there is none', () => {
    let files = 0;
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 40, maxLength: 120 }), (seeds) => {
        const { kase } = caseFrom(seeds);
        told(kase);
        if (reportClaimReview(reportOf(kase)).ok) files++;
      }),
      { numRuns: 60 },
    );
    expect(files).toBeGreaterThan(0);
  });

  it.each([...NAUGHTY, '</script>', '<!--', '-->', ']]>', '&lt;'].filter((text) => text.trim() !== ''))(
    'a claim is put into a page and read there as it was: %j',
    (text) => {
      const [review] = written(reportOf(ratedCase({ claimReviewed: text }).kase));
      expect(review?.claimReviewed).toBe(text.trim());
    },
  );
});

const MAPS = resolve(
  import.meta.dirname,
  '../../../shared/fixtures/rating-maps-xfact/data/x-fact/label_maps',
);
if (!existsSync(MAPS)) console.log('Skipped: ../shared/fixtures/rating-maps-xfact is absent.');

it.skipIf(!existsSync(MAPS))('publishes the ratings of many houses in their own words', () => {
  const labels = readdirSync(MAPS)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => [...readFileSync(resolve(MAPS, name), 'utf8').matchAll(/^([^\t\n]+)\t/gm)])
    .map(([, label = '']) => label.trim());
  const known = [...new Set(labels)].filter(Boolean);
  expect(known.length).toBeGreaterThan(400);
  const report = reportOf(ratedCase().kase);
  const [allegation] = report.allegations;
  const rating = allegation?.rating;
  if (!rating) throw new Error('there is no rating');
  const told = known.flatMap((label) =>
    written({
      ...report,
      allegations: [{ ...allegation, rating: { ...rating, label, value: null, worst: null, best: null } }],
    }).map(({ reviewRating }) => reviewRating),
  );
  expect(told).toEqual(known.map((alternateName) => ({ '@type': 'Rating', alternateName })));
});

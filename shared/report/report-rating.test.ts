import { describe, expect, it } from 'vitest';
import { caseInfo, putRecord } from '../case/case.ts';
import type { HouseScale, Rating } from '../case/publishing.ts';
import { caseWithAllegation } from '../testing/case-with.ts';
import { reportOf } from './check-page.ts';

const SCALE: HouseScale = {
  ratings: [
    { id: 'r1', label: 'Bez podstaw', value: 1 },
    { id: 'r2', label: 'Mostly so', value: 4 },
  ],
  worst: 1,
  best: 5,
};
const RATING: Rating = {
  ratingId: 'r2',
  url: 'https://mill.example/1',
  claimReviewed: 'The mill burned down',
  publishedOn: '2026-11',
  claimantType: 'organization',
  firstAppearance: null,
  appearances: [],
  by: 'R. S.',
  at: '2026-11-23T14:00:00.000Z',
};

/** What a report tells of the rating of the only allegation. */
function told(rating: Rating | null, scale: HouseScale | null) {
  const { kase, allegationId } = caseWithAllegation();
  const allegation = kase.records.allegations.get(allegationId);
  if (allegation) putRecord(kase, 'allegations', allegationId, { ...allegation, rating });
  const info = caseInfo(kase);
  putRecord(kase, 'case', info.id, { ...info, scale });
  return reportOf(kase).allegations[0];
}

describe('the rating of an allegation in a report', () => {
  it('is what a person set, in the words of the house and with the ends of its scale', () => {
    const { claimReviewed, url, publishedOn, claimantType, firstAppearance, appearances, by, at } = RATING;
    expect(told(RATING, SCALE)?.rating).toEqual({
      label: 'Mostly so',
      value: 4,
      worst: 1,
      best: 5,
      claimReviewed,
      url,
      publishedOn,
      claimantType,
      firstAppearance,
      appearances,
      by,
      at,
    });
  });

  it('has no numbers where the house has none', () => {
    const ratings = SCALE.ratings.map((rating) => ({ ...rating, value: null }));
    expect(told(RATING, { ratings, worst: null, best: null })?.rating).toMatchObject({
      label: 'Mostly so',
      value: null,
      worst: null,
      best: null,
    });
  });

  it('is called what the scale calls it now', () => {
    const [first, second] = SCALE.ratings;
    const ratings = [first, { ...second, label: 'Largely so' }] as HouseScale['ratings'];
    expect(told(RATING, { ...SCALE, ratings })?.rating?.label).toBe('Largely so');
  });

  it.each([
    ['nobody rated it', null, SCALE],
    ['there is no scale', RATING, null],
    ['the scale does not have it any more', { ...RATING, ratingId: 'r9' }, SCALE],
    ['both are absent', null, null],
  ])('is none where %s', (_what, rating, scale) => {
    expect(told(rating, scale)?.rating).toBeNull();
  });

  it('does not follow from the state, nor the state from it', () => {
    expect(told(RATING, SCALE)?.finding.state).toBe('unverified');
  });
});

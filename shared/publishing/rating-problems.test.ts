import { describe, expect, it } from 'vitest';
import { ratingAdvice, ratingProblems, type RatingGiven } from './rating-problems.ts';
import { reviewAddresses } from './review-addresses.ts';

const RATING: RatingGiven = {
  url: 'https://checks.desk.example/mill',
  claimReviewed: 'The mill burned down.',
  firstAppearance: 'https://paper.example/mill',
  appearances: ['http://radio.example/1?a=b#c'],
};
const DESK = { url: 'https://www.desk.example/' };

describe('a rating can be published', () => {
  it.each([
    ['https://desk.example'],
    ['https://www.DESK.example:8443/a?b=c#d'],
    ['HTTPS://checks.desk.example/млин'],
  ])('at %s', (url) => {
    expect(ratingProblems({ ...RATING, url }, DESK)).toEqual([]);
  });

  it.each<[Partial<RatingGiven>, string]>([
    [{ claimReviewed: ' ' }, 'claim-missing'],
    [{ url: '/mill' }, 'address-not-absolute'],
    [{ url: 'javascript:alert(1)' }, 'address-not-absolute'],
    [{ url: 'https://desk.example@evil.example/a' }, 'address-not-absolute'],
    [{ url: 'https://desk.example/a b' }, 'address-not-absolute'],
    [{ url: 'https://desk.example/"><script>' }, 'address-not-absolute'],
    [{ url: 'https://notdesk.example/a' }, 'address-elsewhere'],
    [{ url: 'https://desk.example.evil.example/' }, 'address-elsewhere'],
    [{ firstAppearance: 'page 3' }, 'first-not-absolute'],
    [{ appearances: ['https://paper.example', ''] }, 'appearance-not-absolute'],
  ])('but not with %o', (part, code) => {
    expect(ratingProblems({ ...RATING, ...part }, DESK)).toEqual([{ code }]);
  });
});

describe('advice', () => {
  const LABELS = ['True', 'Half true'];
  const GIVEN = { ...RATING, claimantType: 'person', publishedOn: '2026' } as const;

  it('is given of everything that could be better', () => {
    const claimReviewed =
      'It is half  TRUE that the mill burned down on Monday, and that nobody was hurt by it.';
    const bare = {
      claimReviewed,
      claimantType: null,
      firstAppearance: null,
      appearances: [],
      publishedOn: null,
    };
    expect(ratingAdvice(bare, null, LABELS)).toEqual([
      'claim-long',
      'claim-tells-rating',
      'no-claimant',
      'no-appearance',
      'no-date',
    ]);
    expect(ratingAdvice(GIVEN, 'Mayor', LABELS)).toEqual([]);
  });

  it('takes words for words', () => {
    const told = (claimReviewed: string): string[] =>
      ratingAdvice({ ...GIVEN, claimReviewed }, 'Mayor', [...LABELS, '!?']);
    expect(told('An untrue story!?')).toEqual([]);
    expect(told('A true, story')).toEqual(['claim-tells-rating']);
  });

  it('counts characters as people do, up to 75', () => {
    const told = (claimReviewed: string): string[] =>
      ratingAdvice({ ...GIVEN, claimReviewed }, 'Mayor', LABELS);
    expect(told('🔥'.repeat(74))).toEqual([]);
    expect(told('🔥'.repeat(75))).toEqual(['claim-long']);
  });

  it('asks what kind of claimant it is only where there is one', () => {
    expect(ratingAdvice({ ...GIVEN, claimantType: null }, 'Mayor', LABELS)).toEqual(['claimant-of-no-kind']);
  });
});

it('several ratings of one page each get an anchor, unless they have one', () => {
  const url = 'https://desk.example/a';
  const placed = [
    { ref: 'MIL-001', url },
    { ref: 'MIL-002', url: 'https://DESK.example/a' },
    { ref: 'MIL-003', url: `${url}#own` },
    { ref: 'MIL-004', url: 'https://desk.example/b' },
    { ref: 'MIL-005', url: 'nothing' },
    { ref: 'MIL-006', url: 'nothing' },
  ];
  expect(Object.fromEntries(reviewAddresses(placed))).toEqual({
    'MIL-001': `${url}#MIL-001`,
    'MIL-002': 'https://DESK.example/a#MIL-002',
    'MIL-003': `${url}#own`,
    'MIL-004': 'https://desk.example/b',
    'MIL-005': 'nothing',
    'MIL-006': 'nothing',
  });
});

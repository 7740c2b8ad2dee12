import { describe, expect, it } from 'vitest';
import { publisherProblems, scaleProblems, type Scale } from './publishing-problems.ts';

const SCALE: Scale = {
  worst: 1,
  best: 5,
  ratings: [
    { label: 'True', value: 5 },
    { label: 'Half true', value: 3 },
    { label: 'Not so', value: 1 },
  ],
};
const WORDS: Scale = { worst: null, best: null, ratings: [{ label: 'Bez podstaw', value: null }] };

describe('a scale', () => {
  it.each([SCALE, WORDS])('with numbers or without is right', (scale) => {
    expect(scaleProblems(scale)).toEqual([]);
  });

  it.each<[string, Partial<Scale>, string[]]>([
    ['no ratings', { ratings: [] }, ['no-ratings']],
    ['half a scale', { best: null }, ['half-a-scale']],
    ['the other half', { worst: null }, ['half-a-scale']],
    ['a scale from 0', { worst: 0 }, ['scale-out-of-order']],
    ['a scale of one', { worst: 5, best: 5, ratings: [{ label: 'True', value: 5 }] }, ['scale-out-of-order']],
    [
      'a turned scale',
      { worst: 5, best: 1, ratings: [{ label: 'True', value: 5 }] },
      ['scale-out-of-order', 'value-off-scale'],
    ],
    ['ends that are no numbers', { worst: NaN, ratings: [] }, ['no-ratings', 'scale-out-of-order']],
    ['a value off the scale', { best: 4 }, ['value-off-scale']],
    ['a value that is no number', { ratings: [{ label: 'True', value: NaN }] }, ['value-off-scale']],
    ['a rating without number', { ratings: [{ label: 'True', value: null }] }, ['value-missing']],
    ['an empty label', { ratings: [{ label: ' ', value: 1 }] }, ['label-missing']],
    [
      'a label twice',
      {
        ratings: [
          { label: 'True', value: 1 },
          { label: 'true ', value: 2 },
        ],
      },
      ['label-twice'],
    ],
  ])('is wrong with %s', (_what, part, codes) => {
    expect(scaleProblems({ ...SCALE, ...part }).map(({ code }) => code)).toEqual(codes);
  });

  it('says which rating is wrong, and has no numbers without its ends', () => {
    const ratings = [...WORDS.ratings, { label: 'True', value: 1 }];
    expect(scaleProblems({ ...WORDS, ratings })).toEqual([{ code: 'value-without-scale', at: 1 }]);
  });
});

it.each([
  [{ name: 'The Desk', url: 'https://desk.example', logo: null }, []],
  [{ name: ' ', url: 'https://desk.example', logo: null }, ['publisher-without-name']],
  [{ name: 'The Desk', url: 'desk.example', logo: null }, ['publisher-without-address']],
  [{ name: 'The Desk', url: 'ftp://desk.example', logo: null }, ['publisher-without-address']],
  [{ name: 'The Desk', url: 'https://desk.example', logo: '' }, ['logo-not-absolute']],
])('a publisher %o', (publisher, codes) => {
  expect(publisherProblems(publisher).map(({ code }) => code)).toEqual(codes);
});

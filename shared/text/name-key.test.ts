import { describe, expect, it } from 'vitest';
import { caseWith } from '../testing/case-with.ts';
import { nameKey } from './name-key.ts';

describe('the key of a name', () => {
  it.each([
    ['case', 'Mill FIRE', 'mill fire'],
    ['runs of space', ' Mill \t\n fire\u00a0 ', 'mill fire'],
    ['composed and decomposed', 'caf\u00e9', 'cafe\u0301'],
    ['full-width letters', 'ＡＢＣ　１２３', 'abc 123'],
  ])('makes no difference of %s', (_what, one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });
});

describe('names that are told apart by their marks', () => {
  it.each([
    ['Hindi', 'राम', 'रमा'],
    ['Thai', 'กี', 'กู'],
    ['Japanese', 'かき', 'がき'],
    ['Ukrainian', 'Гай', 'Гаи'],
  ])('stay two parties in %s', (_language, one, other) => {
    const { kase, run } = caseWith();
    for (const claimant of [one, other])
      run({ type: 'record-allegation', statement: 'x', claimant, passage: null });
    expect([...kase.records.parties.values()].map(({ name }) => name)).toEqual([one, other]);
  });
});

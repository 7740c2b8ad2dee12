import { describe, expect, it } from 'vitest';
import { ADVICE } from '../publishing/rating-problems.ts';
import type { FormProblem } from '../report/form-problem.ts';
import { SPOKEN } from '../testing/case-with.ts';
import { en } from './en/index.ts';
import { adviceSentence, formProblemSentence, publishingSentence } from './publishing-sentences.ts';
import { problemSentence, refusalSentence } from './sentences.ts';
import { translator } from './translate.ts';

const t = translator('en');

/** One example of each code; the compiler asks for a new one here, and so for its sentence. */
const PROBLEMS = {
  'publisher-without-name': { code: 'publisher-without-name' },
  'publisher-without-address': { code: 'publisher-without-address' },
  'logo-not-absolute': { code: 'logo-not-absolute' },
  'no-ratings': { code: 'no-ratings' },
  'half-a-scale': { code: 'half-a-scale' },
  'scale-out-of-order': { code: 'scale-out-of-order' },
  'label-missing': { code: 'label-missing', at: 0 },
  'label-twice': { code: 'label-twice', at: 1 },
  'value-without-scale': { code: 'value-without-scale', at: 2 },
  'value-missing': { code: 'value-missing', at: 3 },
  'value-off-scale': { code: 'value-off-scale', at: 4 },
  'claim-missing': { code: 'claim-missing', ref: 'MIL-001' },
  'address-not-absolute': { code: 'address-not-absolute', ref: 'MIL-001' },
  'address-elsewhere': { code: 'address-elsewhere', ref: 'MIL-001' },
  'first-not-absolute': { code: 'first-not-absolute', ref: 'MIL-001' },
  'appearance-not-absolute': { code: 'appearance-not-absolute', ref: 'MIL-001' },
  'address-twice': { code: 'address-twice', ref: 'MIL-001' },
  'no-publisher': { code: 'no-publisher' },
  'nothing-rated': { code: 'nothing-rated' },
} satisfies { [C in FormProblem['code']]: FormProblem & { code: C } };

describe('why a form is not written', () => {
  it('has a sentence for each reason, and none to spare', () => {
    expect(Object.keys(en.publishing.problems).toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
  });

  it.each(Object.values<FormProblem>(PROBLEMS))('$code', (problem) => {
    const sentence = formProblemSentence(problem, t);
    expect(sentence).toMatch(SPOKEN);
    expect(sentence.startsWith('MIL-001: ')).toBe('ref' in problem);
    expect(sentence).toContain('at' in problem ? `ating ${problem.at + 1} ` : '');
  });

  it('tells the first few and how many more there are', () => {
    const told = (count: number): string => {
      const reasons = Array.from({ length: count }, () => PROBLEMS['claim-missing']);
      return problemSentence({ code: 'form-refused', reasons }, t);
    };
    expect(told(1)).toBe('No file was written. MIL-001: The claim has to be told in short.');
    expect(told(5)).not.toContain('more');
    expect(told(6)).toMatch(/There is one more such problem\.$/);
    expect(told(7)).toMatch(/There are 2 more such problems\.$/);
    expect(told(7).match(/MIL-001/g)).toHaveLength(5);
  });
});

it('a refusal tells all that is wrong', () => {
  const problems = [{ code: 'no-ratings' }, { code: 'label-missing', at: 1 }] as const;
  expect(refusalSentence({ code: 'not-to-publish', problems: [...problems] }, t)).toBe(
    'A scale needs at least one rating. Rating 2 has no label. Nothing was changed.',
  );
  expect(publishingSentence({ code: 'claim-missing' }, t)).toMatch(SPOKEN);
});

it.each(ADVICE)('advice has its sentence: %s', (code) => {
  expect(adviceSentence(code, t)).toMatch(SPOKEN);
});

it('every advice is given', () => {
  expect(Object.keys(en.publishing.advice).toSorted()).toEqual([...ADVICE].toSorted());
});

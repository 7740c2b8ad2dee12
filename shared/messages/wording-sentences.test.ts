import { describe, expect, it } from 'vitest';
import { SPOKEN } from '../testing/case-with.ts';
import type { Flag } from '../wording/check-wording.ts';
import { isMild, REASONS } from '../wording/reasons.ts';
import { WRITTEN_FIELDS } from '../wording/written.ts';
import { en } from './en/index.ts';
import { wordingPlace, wordingSentence } from './sentences.ts';
import { translator } from './translate.ts';

const t = translator('en');
const flag = (fields: Partial<Flag>): Flag => ({
  start: 0,
  end: 8,
  term: 'admitted',
  reason: 'presumes-guilt',
  suggestions: ['said', 'told us'],
  mild: false,
  ...fields,
});

describe('what is said of a word', () => {
  it.each(REASONS)('names it and says why: %s', (reason) => {
    const sentence = wordingSentence(flag({ reason, mild: isMild(reason) }), t);
    expect(sentence).toMatch(SPOKEN);
    expect(sentence).toMatch(/^“admitted” /);
    expect(sentence).toMatch(/\. In its place, perhaps: “said”, “told us”\.$/);
  });

  it('has an explanation for each reason and no other, and a name for each field', () => {
    expect(Object.keys(en.wording.explanations).toSorted()).toEqual([...REASONS].toSorted());
    expect(Object.keys(en.wording.fields).toSorted()).toEqual([...WRITTEN_FIELDS].toSorted());
  });

  it('advises to leave it out where nothing could stand in its place', () => {
    const sentence = wordingSentence(
      flag({ term: 'of course', reason: 'takes-for-granted', suggestions: [] }),
      t,
    );
    expect(sentence).toBe(
      '“of course” puts certainty in the place of a reason. The sentence is stronger without it.',
    );
  });

  it('keeps what people wrote as it is', () => {
    expect(wordingSentence(flag({ term: '{{words}} $t(words.or)' }), t)).toContain(
      '“{{words}} $t(words.or)”',
    );
  });
});

it('a place is a field, with the reference of its allegation', () => {
  const at = {
    kind: 'allegations',
    id: 'x',
    allegationId: 'x',
    ref: 'CHN-003',
    field: 'reason',
    index: null,
  } as const;
  expect(wordingPlace(at, t)).toBe('CHN-003, reason');
  expect(wordingPlace({ ...at, kind: 'case', allegationId: null, ref: null, field: 'title' }, t)).toBe(
    'title of the case',
  );
});

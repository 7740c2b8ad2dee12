import { describe, expect, it } from 'vitest';
import { originSchema } from '../case/evidence.ts';
import { KINDS } from '../case/records.ts';
import { DEFAULT_STANDARD } from '../case/standard.ts';
import {
  BASES,
  CREDIBILITIES,
  DECISIONS,
  EXHIBIT_KINDS,
  EXTENTS,
  LEVELS,
  PRIORITIES,
  QUERY_KINDS,
  RELATION_KINDS,
  RELIABILITIES,
  RESPONSE_KINDS,
  SECOND_PERSONS,
  SOURCE_KINDS,
  STANCES,
  STATES,
  WHYS,
} from '../case/words.ts';
import { rowsOf } from '../queries/rows.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import type { CountsAs, NotCounted } from '../standard/assess.ts';
import type { Question } from '../standard/questions.ts';
import { SPOKEN, testContext } from '../testing/case-with.ts';
import { messagesOf } from '../testing/messages-of.ts';
import { en } from './en/index.ts';
import { denialPhrase } from './sentences.ts';
import { translator } from './translate.ts';

const t = translator('en');

describe('every word of the closed sets is translated', () => {
  const NOT_COUNTED = {
    'origin-unknown': true,
    circle: true,
    'touched-party': true,
    'no-locator': true,
    'source-missing': true,
    'reliability-below': true,
    'credibility-below': true,
  } satisfies Record<NotCounted, true>;
  const COUNTS_AS = { primary: true, 'first-hand': true, secondary: true } satisfies Record<CountsAs, true>;
  const QUESTIONS = {
    circle: true,
    'confirmed-by-none': true,
    alike: true,
    relayed: true,
  } satisfies Record<Question['code'], true>;
  /** Of a standard; its other fields are rules. */
  const NUMBERS = ['primary', 'firstHand', 'secondary'];

  it.each<[keyof typeof en.words, readonly string[]]>([
    ['states', STATES],
    ['whys', WHYS],
    ['bases', BASES],
    ['stances', STANCES],
    ['levels', LEVELS],
    ['sources', SOURCE_KINDS],
    ['responses', RESPONSE_KINDS],
    ['extents', EXTENTS],
    ['denials', EXTENTS],
    ['priorities', PRIORITIES],
    ['origins', originSchema.options.map(({ shape }) => shape.type.value)],
    ['kinds', KINDS],
    ['notCounted', Object.keys(NOT_COUNTED)],
    ['countsAs', Object.keys(COUNTS_AS)],
    ['denialKinds', EXTENTS],
    ['reliabilities', RELIABILITIES],
    ['credibilities', CREDIBILITIES],
    ['exhibits', EXHIBIT_KINDS],
    ['queryKinds', QUERY_KINDS],
    ['decisions', DECISIONS],
    // Told from its other side, `narrower` is wider.
    ['relations', [...RELATION_KINDS, 'wider']],
    ['secondPersons', SECOND_PERSONS],
    ['rules', Object.keys(DEFAULT_STANDARD).filter((rule) => !NUMBERS.includes(rule))],
    ['questions', Object.keys(QUESTIONS)],
  ])('%s', (set, words) => {
    expect(Object.keys(en.words[set]).toSorted()).toEqual([...words].toSorted());
    const params = { party: 'Owner', source: 'Log', numbers: '#1', first: '#1', second: '#2' };
    for (const word of words) expect(t(`words.${set}.${word}`, params)).toMatch(SPOKEN);
  });

  it('a denial names who denied', () => {
    for (const extent of EXTENTS)
      expect(denialPhrase({ party: 'Mill owner', extent, denies: null }, t)).toContain('Mill owner');
  });
});

it('a denial says what was denied, where that is known', () => {
  const denial = { party: 'Mill owner', extent: 'part', denies: 'that it was theirs' } as const;
  expect(denialPhrase(denial, t)).toBe('denied by Mill owner, in part: that it was theirs');
});

describe('the words', () => {
  const all = Object.entries(en).flatMap(([part, inner]) => messagesOf(inner, part));

  it('are all there', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('never say more than “denied”, but to say that it is not more', () => {
    const verdicts =
      /\b(false|falsehood|refut\w*|disprov\w*|prov(e[dns]?|ing)|debunk\w*|untrue|lie[sd]?|true)\b/i;
    const asserted = (message: string): string =>
      message.replaceAll(/\b(not|nothing|no|never)\b[^.;:]*/gi, '');
    // The grades are the words of the Admiralty code for a piece of information; they never speak of an allegation.
    const grade = /^words\.credibilities\.[1-6]$/;
    const said = all.filter(([key]) => !grade.test(key));
    expect(said).toHaveLength(all.length - CREDIBILITIES.length);
    expect(said.filter(([, message]) => verdicts.test(asserted(message)))).toEqual([]);
    expect(all.filter(([key]) => /denied/.test(key)).length).toBeGreaterThan(3);
  });

  it('name every parameter in pairs of braces', () => {
    const broken = all.filter(([, message]) =>
      /[{}]/.test(message.replaceAll(/\{\{\w+(, number)?\}\}/g, '')),
    );
    expect(broken).toEqual([]);
  });

  it('have every plural in both its forms', () => {
    const keys = new Set(all.map(([key]) => key));
    const lonely = [...keys].filter(
      (key) =>
        (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) ||
        (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))),
    );
    expect(lonely).toEqual([]);
  });

  it('of a denial say by whom, on the rows of the sample case', () => {
    const badges = [...rowsOf(sampleCase(testContext()))].flatMap(({ denials }) => denials);
    expect(badges.length).toBeGreaterThan(0);
    for (const badge of badges) expect(denialPhrase(badge, t)).toMatch(SPOKEN);
  });
});

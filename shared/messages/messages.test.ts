import { describe, expect, it } from 'vitest';
import { KINDS, originSchema } from '../case/records.ts';
import {
  BASES,
  EXTENTS,
  LEVELS,
  PRIORITIES,
  RESPONSE_KINDS,
  SOURCE_KINDS,
  STANCES,
  STATES,
  WHYS,
} from '../case/words.ts';
import { rowsOf } from '../queries/rows.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import type { CountsAs, NotCounted } from '../standard/assess.ts';
import { SPOKEN, testContext } from '../testing/case-with.ts';
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
  } satisfies Record<NotCounted, true>;
  const COUNTS_AS = { primary: true, 'first-hand': true, secondary: true } satisfies Record<CountsAs, true>;

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
  ])('%s', (set, words) => {
    expect(Object.keys(en.words[set]).toSorted()).toEqual([...words].toSorted());
    for (const word of words) expect(t(`words.${set}.${word}`, { party: 'Owner' })).toMatch(SPOKEN);
  });

  it('a denial names who denied', () => {
    for (const extent of EXTENTS)
      expect(denialPhrase({ party: 'Mill owner', extent }, t)).toContain('Mill owner');
  });
});

/** Every message there is, by its key. */
function messages(value: object | string, key: string): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]: [string, object | string]) =>
    messages(inner, `${key}.${name}`),
  );
}

describe('the words', () => {
  const all = Object.entries(en).flatMap(([part, inner]) => messages(inner, part));

  it('are all there', () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('never say more than “denied”, but to say that it is not more', () => {
    const verdicts =
      /\b(false|falsehood|refut\w*|disprov\w*|prov(e[dns]?|ing)|debunk\w*|untrue|lie[sd]?|true)\b/i;
    const asserted = (message: string): string =>
      message.replaceAll(/\b(not|nothing|no|never)\b[^.;:]*/gi, '');
    expect(all.filter(([, message]) => verdicts.test(asserted(message)))).toEqual([]);
    expect(all.filter(([key]) => /denied/.test(key)).length).toBeGreaterThan(3);
  });

  it('name every parameter in pairs of braces', () => {
    const broken = all.filter(([, message]) => /[{}]/.test(message.replaceAll(/\{\{\w+\}\}/g, '')));
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

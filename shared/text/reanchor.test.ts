import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { selectorsFor } from './anchor.ts';
import { codePointLength, sliceByCodePoints, toCodePoints } from './code-points.ts';
import { reanchor } from './reanchor.ts';
import type { Selector } from './reanchor.ts';

const OLD = `The mill at Drova burned down on 3 May. The fire brigade counted 155 homes without power 🔥 that night.

The mayor declined to comment. Residents say the owner had been warned twice about the wiring.

The owner declined to comment. He has run the mill since 1998, as the register of companies shows.`;

/** The selectors of the first place of some words after `after`. */
function select(text: string, words: string, after = ''): Selector {
  const unit = text.indexOf(words, text.indexOf(after));
  const start = toCodePoints(text, unit);
  const selectors = selectorsFor(text, start, start + codePointLength(words));
  if (unit < 0 || !selectors) throw new Error(`no such words: ${words}`);
  return selectors;
}

/** What becomes of some words of `old` in `text`: the fit, then the span or the candidates with what is around them. */
function stands(old: string, text: string, words: string, after = '') {
  const [found] = reanchor(text, [select(old, words, after)], [old]);
  const said = ({ start, end }: { start: number; end: number }): string =>
    `${sliceByCodePoints(text, start - 6, start)}[${sliceByCodePoints(text, start, end)}]`;
  return [found?.fit, ...[...(found?.span ? [found.span] : []), ...(found?.candidates ?? [])].map(said)];
}

describe('a passage in a new version', () => {
  it('is exact where nothing moved, whatever is changed behind it', () => {
    expect(stands(OLD, OLD.replace('twice', 'often'), '155 homes')).toEqual(['exact', 'unted [155 homes]']);
  });

  it('is moved where something was put before it', () => {
    const text = `Updated.\n\n${OLD}`;
    expect(stands(OLD, text, '155')).toEqual(['moved', 'unted [155]']);
    expect(reanchor(text, [select(OLD, '155')], [OLD])[0]?.span).toEqual({ start: 75, end: 78 });
  });

  it('is moved with its sentence, if it is long enough to be no other', () => {
    const sentence = 'Residents say the owner had been warned twice about the wiring.';
    const text = `${sentence} ${OLD.replace(sentence, '')}`;
    expect(stands(OLD, text, 'the owner had been warned twice')).toEqual([
      'moved',
      's say [the owner had been warned twice]',
    ]);
  });

  it('is told from the same words elsewhere by what is around them', () => {
    const text = OLD.replace('The mill at Drova', 'The old mill at Drova');
    expect(stands(OLD, text, 'declined to comment', 'mayor')).toEqual([
      'moved',
      'mayor [declined to comment]',
    ]);
    expect(stands(OLD, text, 'declined to comment', 'owner declined')).toEqual([
      'moved',
      'owner [declined to comment]',
    ]);
  });

  it('is orphaned when deleted, and not given to the same words elsewhere', () => {
    const text = OLD.replace('The mayor declined to comment. ', '');
    expect(stands(OLD, text, 'declined to comment', 'mayor')).toEqual(['orphaned']);
    expect(stands(OLD, text, 'declined to comment', 'owner declined')).toEqual([
      'moved',
      'owner [declined to comment]',
    ]);
  });

  it('is fuzzy when a figure in it is another', () => {
    const text = OLD.replace('155', '150');
    expect(stands(OLD, text, 'counted 155 homes without power')).toEqual([
      'fuzzy',
      'igade [counted 150 homes without power]',
    ]);
  });

  it('is fuzzy with whole characters and words, whatever the nearest match is', () => {
    const words = 'that night near the river 🔥';
    const old = OLD.replace('that night', words);
    expect(stands(old, old.replace(words, 'that night nearr the river 🚒'), words)).toEqual([
      'fuzzy',
      'wer 🔥 [that night nearr the river 🚒]',
    ]);
    expect(stands(OLD, OLD.replace('brigade counted', 'brigadiers count'), 'The fire brigade')).toEqual([
      'fuzzy',
      ' May. [The fire brigadiers]',
    ]);
  });

  it('that is short is orphaned when a letter of it is another', () => {
    expect(stands(OLD, OLD.replace('twice about', 'twice abaut'), 'twice about')).toEqual(['orphaned']);
  });

  it('is only put before a person where a few words agree, and another sentence says them', () => {
    const text = OLD.replace('Residents say the owner had been warned twice about the wiring.', '');
    expect(stands(OLD, `${text}\n\nSeven were warned twice about fires elsewhere.`, 'warned twice')).toEqual([
      'ambiguous',
      ' were [warned twice]',
    ]);
  });

  it('is not given to a lookalike that a letter made liker', () => {
    const tail = '155 men were taken prisoner that night near the river.';
    const old = `The army claims ${tail} It gave no names.\n\nTwo officials say ${tail} They gave names.`;
    const text = `Two officials says ${tail} They gave names.`;
    expect(reanchor(text, [select(old, '155')], [old])[0]?.span).toBeNull();
    // Nor is it certain for the other, since the word before a figure is another.
    expect(reanchor(text, [select(old, '155', 'say')], [old])[0]?.fit).toBe('ambiguous');
  });

  it.each([
    ['155', '150', ['orphaned']],
    ['155', '1550', ['ambiguous', 'unted [155]']],
    ['155', '155,000', ['ambiguous', 'unted [155]']],
    ['155', '155 million', ['ambiguous', 'unted [155]']],
    ['155', 'over 155', ['ambiguous', ' over [155]']],
    ['brigade', 'brigadier', ['orphaned']],
    ['brigade', 'brigades', ['ambiguous', ' fire [brigade]']],
    ['owner', 'landowner', ['ambiguous', 'e land[owner]']],
    ['owner', 'mill owner', ['moved', ' mill [owner]']],
  ])('that is “%s” is not silently found in “%s”', (words, others, expected) => {
    const text = OLD.replace(words, others);
    expect(stands(OLD, text, words)).toEqual(expected);
  });

  it('is ambiguous when its paragraph stands twice, and both are offered', () => {
    const [first = '', second = '', third = ''] = OLD.split('\n\n');
    const text = [first, second, 'In other words:', second, third].join('\n\n');
    expect(stands(OLD, text, 'the owner had been')).toEqual([
      'ambiguous',
      's say [the owner had been]',
      's say [the owner had been]',
    ]);
  });

  it('is told from rows that are alike for longer than the usual surroundings', () => {
    const row = (district: string) =>
      `District of ${district}\nNumber of people injured or killed, as reported by the authorities: 0\nNumber of people who were without power for a day or longer: 12\n\n`;
    const old = ['Aba', 'Bem', 'Cor', 'Dun'].map(row).join('');
    const without = ['Bem', 'Cor', 'Dun'].map(row).join('');
    expect(stands(old, without, '0', 'Cor')).toEqual(['moved', 'ties: [0]']);
    expect(reanchor(without, [select(old, '0', 'Cor')], [old])[0]?.span?.start).toBe(
      toCodePoints(without, without.indexOf('0', without.indexOf('Cor'))),
    );
    expect(reanchor(without, [select(old, '0', 'Aba')], [old])[0]?.span).toBeNull();
    const both = row('Aba') + row('Bem');
    expect(reanchor(row('Bem'), [select(both, '0', 'Aba')], [both])[0]?.span).toBeNull();
  });

  it.each([
    [
      'Ukrainian',
      'У вівторок міністерство повідомило, що щонайменше сорок мостів закриють для вантажівок.',
      'сорок',
      'п’ятдесят',
    ],
    [
      'Chinese',
      '该部周二表示，该省至少有四十座桥梁将从周五起禁止卡车通行，直到另行通知为止。',
      '至少有四十座桥梁',
      '至少有四十五座桥梁',
    ],
    [
      'Arabic',
      'قالت الوزارة يوم الثلاثاء إن أربعين جسرا على الأقل في المقاطعة ستغلق أمام الشاحنات',
      'أربعين جسرا على الأقل',
      'خمسين جسرا على الأقل',
    ],
  ])('changed or moved in %s is told from one that stayed', (_language, old, words, others) => {
    expect(stands(old, `${old} ${others}`, words)[0]).toBe('exact');
    expect(stands(old, `${others}: ${old}`, words)[0]).toBe('moved');
    expect(stands(old, old.replace(words, others), words)[0]).not.toBe('exact');
  });

  it('is found by its selector alone when its text is not at hand, but only with all of its surroundings', () => {
    const selector = select(OLD, 'The mayor declined to comment');
    expect(reanchor(`Updated.\n\n${OLD}`, [selector])[0]?.fit).toBe('moved');
    expect(reanchor(`Updated.\n\n${OLD}`, [selector], [null])[0]?.fit).toBe('moved');
    expect(reanchor(OLD.replace('Residents', 'People'), [selector])[0]?.fit).toBe('ambiguous');
    expect(reanchor(OLD.replace('Residents', 'People'), [selector], [OLD])[0]?.fit).toBe('exact');
  });

  it('is found by its selector alone when its position does not hold', () => {
    const [quote] = select(OLD, 'Residents say');
    const selector: Selector = [quote, { type: 'TextPositionSelector', start: 3, end: 16 }];
    expect(reanchor(OLD, [selector], [OLD])[0]).toMatchObject({ fit: 'moved', candidates: [] });
  });

  it('is taken from the text it was made of, when texts differ', () => {
    const newer = `Updated.\n\n${OLD}`;
    const newest = `Updated twice.\n\n${OLD}`;
    const found = reanchor(newest, [select(OLD, 'Drova'), select(newer, 'Drova')], [OLD, newer]);
    expect(found.map(({ fit, span }) => [fit, span?.start])).toEqual([
      ['moved', 28],
      ['moved', 28],
    ]);
  });

  it('of no words is nowhere', () => {
    const quote = { type: 'TextQuoteSelector', exact: '', prefix: 'The ', suffix: ' burned' } as const;
    const selector: Selector = [quote, { type: 'TextPositionSelector', start: 4, end: 4 }];
    expect(reanchor(OLD, [selector])).toEqual([{ fit: 'orphaned', span: null, candidates: [] }]);
    expect(reanchor('', [select(OLD, 'mill')], [OLD])[0]?.fit).toBe('orphaned');
  });
});

describe('a long text', () => {
  /** A number that looks drawn by lot, the same for the same `at`. */
  const drawn = (at: number): number => {
    let mixed = Math.imul(at ^ (at >>> 16), 0x45d9f3b);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const word = (at: number): string => ((drawn(at) % 9_000) + 46_656).toString(36);
  const paragraph = (at: number): string =>
    `${Array.from({ length: 80 }, (_, index) => word(at * 80 + index + 1)).join(' ')}.`;
  const paragraphs = Array.from({ length: 6_500 }, (_, at) => paragraph(at));
  const old = paragraphs.join('\n\n');
  // The text is of one unit for each code point, so that positions need no conversion here.
  const selectors = Array.from({ length: 2_000 }, (_, at): Selector => {
    const start = 100 + at * 1_270;
    const end = start + ([3, 20, 80, 200][at % 4] ?? 0);
    return [
      {
        type: 'TextQuoteSelector',
        exact: old.slice(start, end),
        prefix: old.slice(start - 32, start),
        suffix: old.slice(end, end + 32),
      },
      { type: 'TextPositionSelector', start, end },
    ];
  });
  const olds = selectors.map(() => old);

  it('has two thousand passages found again, each at its place', () => {
    const inserted = 'This was put before it. ';
    const half = old.indexOf('\n\n', old.length / 2) + 2;
    const text = old.slice(0, half) + inserted + old.slice(half);
    const found = reanchor(text, selectors, olds);
    const places = selectors
      .map(([, { start, end }], at) => ({ start, end, found: found[at]?.span?.start }))
      .filter(({ start, end }) => end < half - 32 || start > half + 32);
    expect(places.length).toBeGreaterThan(1_990);
    expect(places.map((place) => place.found)).toEqual(
      places.map(({ start }) => (start < half ? start : start + inserted.length)),
    );
  });

  it('that is another has them all orphaned', () => {
    const other = paragraphs
      .map((one) => one.replace(/\w+/gu, (each) => `q${each.toUpperCase()}`))
      .join('\n\n');
    const found = reanchor(other, selectors, olds);
    expect(found.filter(({ fit }) => fit !== 'orphaned')).toEqual([]);
  });

  it('of one letter, or of one line again and again, is done with as well', () => {
    const letters = 'a'.repeat(1_000_000);
    const row = 'Number of people injured or killed, as reported by the authorities: 0\n';
    for (const [before, after] of [
      [letters, `${letters}a`],
      [row.repeat(10_000), row.repeat(10_001)],
    ] as const) {
      const some = [5_000, 50_000, 500_000].map((start): Selector => {
        const [exact, prefix] = [before.slice(start, start + 8), before.slice(start - 32, start)];
        const quote = {
          type: 'TextQuoteSelector',
          exact,
          prefix,
          suffix: before.slice(start + 8, start + 40),
        };
        return [quote as Selector[0], { type: 'TextPositionSelector', start, end: start + 8 }];
      });
      const found = reanchor(
        after,
        some,
        some.map(() => before),
      );
      expect(found.map(({ span }) => span)).toEqual([null, null, null]);
    }
  });

  it('has a passage of a million characters in it found, and found changed', () => {
    const [start, end] = [50_000, 1_050_000];
    const quote = {
      type: 'TextQuoteSelector',
      exact: old.slice(start, end),
      prefix: old.slice(start - 32, start),
    };
    const selector: Selector = [
      { ...quote, suffix: old.slice(end, end + 32) } as Selector[0],
      { type: 'TextPositionSelector', start, end },
    ];
    expect(reanchor(`New. ${old}`, [selector], [old])[0]).toMatchObject({
      fit: 'moved',
      span: { start: 50_005 },
    });
    const text = `${old.slice(0, 600_000)} another word ${old.slice(600_000)}`;
    const [changed] = reanchor(text, [selector], [old]);
    expect(changed?.fit).toBe('fuzzy');
    expect(changed?.candidates).toMatchObject([{ start, end: end + 14 }]);
  });
});

const ARTICLE = resolve(import.meta.dirname, '../../..', 'shared', 'seed', 'article.txt');
const absent = !existsSync(ARTICLE);
if (absent) console.log('Skipped: ../shared/seed/article.txt is absent.');

describe.skipIf(absent)('the article', () => {
  const article = absent ? '' : readFileSync(ARTICLE, 'utf8');

  it('with another figure has the claims of that figure wait for a person, and no others', () => {
    const text = article.replaceAll('155', '150').replace('11,000', '12,000');
    expect(stands(article, text, 'at least 155 Chinese citizens')[0]).toBe('fuzzy');
    expect(stands(article, text, 'approximately 11,000 North Korean soldiers')[0]).toBe('fuzzy');
    expect(stands(article, text, '155')).toEqual(['orphaned']);
    expect(stands(article, text, 'China', 'China strongly')[0]).toBe('exact');
    expect(stands(article, text, 'staunch supporter and active promoter', 'as a “')[0]).toBe('exact');
  });

  it('without the first mention of a figure does not give it to the second', () => {
    const text = article.replace(/- Zelensky claims at least 155 [^\n]*\n/u, '');
    expect(text).not.toBe(article);
    expect(stands(article, text, '155')).toEqual(['orphaned']);
    expect(stands(article, text, '155', 'startling')[0]).toBe('moved');
  });
});

import { describe, expect, it } from 'vitest';
import { messagesOf } from '../testing/messages-of.ts';
import { en } from './en/index.ts';
import { REPORT_LANGUAGES } from './report-languages.ts';
import { REPORT_MESSAGES, REPORT_WORDS, reportTranslator } from './report-translator.ts';

const OTHERS = REPORT_LANGUAGES.filter((language) => language !== 'en');

const PLURAL = /_(zero|one|two|few|many|other)$/;

const wordsOfReports = Object.fromEntries(REPORT_WORDS.map((part) => [part, en.words[part]]));
const english = new Map(messagesOf({ annotated: en.annotated, report: en.report, words: wordsOfReports }));
const stemsOf = (keys: Iterable<string>): string[] =>
  [...new Set([...keys].map((key) => key.replace(PLURAL, '')))].sort();
const isPlural = (key: string): boolean => english.has(`${key.replace(PLURAL, '')}_other`);
const parametersOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name))].sort();

/** The forms a language has for a number, each with how many of the numbers up to 200 take it. */
function formsOf(language: string): Map<string, number> {
  const rules = new Intl.PluralRules(language);
  const forms = new Map(rules.resolvedOptions().pluralCategories.map((form) => [form as string, 0]));
  for (let count = 0; count <= 200; count++) {
    const form = rules.select(count);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
}

describe.each(OTHERS)('reports in %s', (language) => {
  const own = new Map(messagesOf(REPORT_MESSAGES[language]));

  it('have the messages of English, and no other', () => {
    expect(stemsOf(own.keys())).toEqual(stemsOf(english.keys()));
    expect([...own].filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('have every plural in each form of the language, and nothing else in forms', () => {
    const forms = [...formsOf(language).keys()].sort();
    const found = new Map<string, string[]>();
    for (const key of own.keys()) {
      const form = PLURAL.exec(key)?.[1];
      if (form === undefined) continue;
      const stem = key.replace(PLURAL, '');
      found.set(stem, [...(found.get(stem) ?? []), form].sort());
    }
    expect([...found.keys()].filter((stem) => !isPlural(stem))).toEqual([]);
    const plurals = stemsOf([...english.keys()].filter((key) => PLURAL.test(key)));
    for (const stem of plurals) expect([stem, found.get(stem)]).toEqual([stem, forms]);
  });

  it('fill in what English fills in', () => {
    const forms = formsOf(language);
    for (const [key, message] of own) {
      const stem = key.replace(PLURAL, '');
      const expected = parametersOf(english.get(isPlural(key) ? `${stem}_other` : key) ?? '');
      // Where a form is that of one number only, the number may be said in words, or go without saying.
      const form = PLURAL.exec(key)?.[1];
      const mayDrop = isPlural(key) && form !== undefined && (forms.get(form) ?? 0) === 1;
      const filled = parametersOf(message);
      const isWhole = filled.join() === expected.join();
      const isWithout = mayDrop && filled.join() === expected.filter((name) => name !== 'count').join();
      expect([key, filled, isWhole || isWithout]).toEqual([key, filled, true]);
      expect(message.replaceAll(/\{\{\w+(, number(\(\w+: \w+\))?)?\}\}/g, '')).not.toMatch(/[{}]/);
    }
  });

  it('say nothing in English', () => {
    const same = [...own].filter(([key, message]) => english.get(key) === message);
    const words = same.flatMap(([, message]) => bare(message).match(/\p{L}{2,}/gu) ?? []);
    expect(words.filter((word) => !NAMES.has(word) && !ALIKE[language].has(word.toLowerCase()))).toEqual([]);
  });

  it('open and close what they open and close', () => {
    const pairs = ['()', '«»', '“”', '（）', '《》'].map(([open = '', close = '']) => [open, close] as const);
    for (const [key, message] of own)
      for (const [open, close] of language === 'de' ? [...pairs.slice(0, 2), ['„', '“'] as const] : pairs)
        expect([key, message.split(open).length]).toEqual([key, message.split(close).length]);
  });

  it('write numbers as dates and references are written, in Latin digits', () => {
    const t = reportTranslator(language);
    for (const count of [0, 1, 2, 3, 11, 100, 12_345])
      expect(t('report.exhibits.bytes', { count })).toMatch(/^[\d\s.,]+ \p{L}+$/u);
  });
});

/** What is left of a message without what is filled in. */
function bare(message: string): string {
  return message.replaceAll(/\{\{[^}]*\}\}/g, '');
}

/** What has one name everywhere. */
const NAMES = new Set([
  'Stet',
  'Word',
  'ClaimReview',
  'HTML',
  'PDF',
  'Markdown',
  'CSV',
  'JSON',
  'SHA',
  'UTC',
]);

/** Words that are the same in English. */
const ALIKE: Readonly<Record<(typeof OTHERS)[number], ReadonlySet<string>>> = {
  ar: new Set(),
  de: new Set(['version', 'normal']),
  es: new Set(['normal', 'no', 'byte', 'bytes', 'base']),
  fr: new Set(
    'version passage passages relations notes source sources document documents institution improbable page image question'.split(
      ' ',
    ),
  ),
  ru: new Set(),
  uk: new Set(),
  'zh-Hans': new Set(),
};

import { describe, expect, it } from 'vitest';
import { REPORT_LANGUAGES } from '../messages/report-languages.ts';
import { reportTranslator } from '../messages/report-translator.ts';
import { workedExample } from '../samples/worked-example.ts';
import { testContext } from '../testing/case-with.ts';
import { checkPage, classed, named, reportOf } from './check-page.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportMarkdown } from './report-markdown.ts';
import { REPORT_STYLE } from './report-style.ts';
import { reportWord } from './report-word.ts';

const report = reportOf(workedExample(testContext()).kase);
const arabic = reportTranslator('ar');

describe('a report from right to left', () => {
  const elements = checkPage(reportHtml(report, 'ar', arabic));

  it('says its language and direction, and leaves the language of what people wrote open', () => {
    expect(named(elements, 'html')[0]?.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
  });

  it('keeps dates, hashes and addresses from left to right', () => {
    for (const place of [
      ...classed(elements, 'date'),
      ...named(elements, 'code'),
      ...classed(elements, 'address'),
    ])
      expect([place.text, place.attributes['dir']]).toEqual([place.text, 'ltr']);
    expect(classed(elements, 'date').length).toBeGreaterThan(50);
    // A time is told whole, or in the words of the language with each of its numbers apart.
    for (const time of named(elements, 'time')) {
      const apart = elements
        .filter(({ parent, attributes }) => parent === time && attributes['dir'] === 'ltr')
        .reduce((text, { text: own }) => text.replace(own, ''), time.text);
      expect(time.attributes['dir'] === 'ltr' || !/\d/.test(apart)).toBe(true);
    }
  });

  it('has arrows from what was to what is, which no writing direction turns round', () => {
    const word = JSON.stringify([...reportWord(report, 'ar', arabic).blocks]);
    for (const text of [reportHtml(report, 'ar', arabic), word, reportMarkdown(report, arabic)]) {
      expect(text).toContain('←');
      expect(text).not.toContain('→');
    }
  });

  it('puts no date right behind an Arabic letter where there are no elements, since it would turn round', () => {
    for (const text of [reportMarkdown(report, arabic), reportCsv(report, arabic)])
      expect(/\p{Script=Arabic}[^\p{L}\u200e\n"]*\d{4}-\d\d/u.exec(text)?.[0]).toBeUndefined();
  });
});

it.each(REPORT_LANGUAGES)('the page in %s is whole, and in that language', (language) => {
  const elements = checkPage(reportHtml(report, language, reportTranslator(language)));
  expect(named(elements, 'html')[0]?.attributes['lang']).toBe(language);
});

it('the style has sides of the text only, never of the paper', () => {
  expect(REPORT_STYLE).not.toMatch(/\b(left|right)\b|(margin|padding|border)-(top|bottom)/);
});

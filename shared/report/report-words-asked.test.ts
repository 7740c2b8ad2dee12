import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { EDITIONS } from '../case/words.ts';
import { REPORT_LANGUAGES } from '../messages/report-languages.ts';
import { reportTranslator } from '../messages/report-translator.ts';
import { isWord, type Translate } from '../messages/translate.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { workedExample } from '../samples/worked-example.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { testContext } from '../testing/case-with.ts';
import { caseWithEverything } from '../testing/case-with-everything.ts';
import { annotatedData } from './annotated/annotated-data.ts';
import { annotatedHtml } from './annotated/annotated-html.ts';
import { annotatedMarkdown } from './annotated/annotated-markdown.ts';
import { checkPage, MADE_AT, reportOf } from './check-page.ts';
import { reportCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportWord } from './report-word.ts';

/** What the forms of the reports of a case ask a language for and do not get. */
function missedIn(kase: Case, language: (typeof REPORT_LANGUAGES)[number], asked: Set<string>): string[] {
  const translate = reportTranslator(language);
  const missed = new Set<string>();
  const t: Translate = (key, params = {}) => {
    const words = Object.values(params).flat().filter(isWord);
    for (const each of [key, ...words.map(({ word }) => word)]) asked.add(each);
    const said = translate(key, params);
    if (said === '' || said === key) missed.add(key);
    // A word that is not there is called by its own name.
    for (const { word } of words) if (translate(word) === '') missed.add(word);
    return said;
  };
  for (const edition of EDITIONS) {
    const report = reportOf(kase, edition);
    checkPage(reportHtml(report, language, t));
    reportMarkdown(report, t);
    reportCsv(report, t);
    reportWord(report, language, t);
    for (const id of kase.records.documents.keys()) {
      const about = { edition, at: MADE_AT, preparedBy: 'M. K.', appVersion: '0.1.0' };
      const document = annotatedData(kase, id, about);
      if (!document) continue;
      annotatedHtml(document, language, t);
      annotatedMarkdown(document, t);
    }
  }
  return [...missed];
}

describe('the messages that reports ask for', () => {
  const cases = {
    'the sample': sampleCase(testContext()),
    'the worked example': workedExample(testContext()).kase,
    'the case with everything': caseWithEverything().kase,
  };
  it.each(REPORT_LANGUAGES)('are all there in %s, and make whole pages', (language) => {
    const asked = new Set<string>();
    for (const kase of Object.values(cases)) expect(missedIn(kase, language, asked)).toEqual([]);
    expect(asked.size).toBeGreaterThan(350);
  });

  it('are all there whatever is in a case', () => {
    const run = fc.property(
      fc.array(fc.nat(), { minLength: 20, maxLength: 80 }),
      fc.constantFrom(...REPORT_LANGUAGES),
      (seeds, language) => {
        expect(missedIn(caseFrom(seeds).kase, language, new Set())).toEqual([]);
      },
    );
    fc.assert(run, { numRuns: 60 });
  });
});

import type { Report } from '../report-data.ts';
import { standardAsks, standardRules, standardWays } from '../report-words.ts';
import { labelled, type WordSection, type WordWriting } from './word-parts.ts';
import { sectionOf } from './word-table.ts';
import { paragraph } from './word.ts';

/** The standard of the case, whole and in words, with what it does not ask for. */
export function standardWord({ standard }: Report, { t }: WordWriting): WordSection {
  return sectionOf('standard', t, [
    paragraph('Body', t('report.standard.intro')),
    ...standardWays(standard, t).map((way) => paragraph('Item', way)),
    ...labelled('Heading2', t('report.standard.asksTitle'), standardAsks(standard, t)),
    ...labelled('Heading2', t('report.standard.rulesTitle'), standardRules(t)),
  ]);
}

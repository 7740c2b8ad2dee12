import type { Translate } from '../messages/translate.ts';
import { bullets, code, heading, md, paragraph, together, told, type Block } from './markdown.ts';
import type { Report } from './report-data.ts';
import { allegationMarkdown } from './report-markdown-allegation.ts';
import { glanceMarkdown, standardMarkdown } from './report-markdown-glance.ts';
import { fact, moment, nameOf, say, section } from './report-markdown-parts.ts';
import {
  historyMarkdown,
  overridesMarkdown,
  partiesMarkdown,
  queriesMarkdown,
  unverifiedMarkdown,
} from './report-markdown-sections.ts';
import { documentsMarkdown, exhibitsMarkdown, sourcesMarkdown } from './report-markdown-sources.ts';
import { remembering } from './report-words.ts';

/**
 * The report as Markdown (CommonMark with the tables of GFM), to be pasted where Markdown is read: the same sections
 * and headings as in HTML, without any HTML in it. Lines end with a line feed. The same report gives the same text.
 */
export function reportMarkdown(report: Report, translate: Translate): string {
  const t = remembering(translate);
  const text = together(
    headerOf(report, t),
    glanceMarkdown(report, t),
    standardMarkdown(report, t),
    overridesMarkdown(report, t),
    allegationsSection(report, t),
    unverifiedMarkdown(report, t),
    queriesMarkdown(report, t),
    partiesMarkdown(report, t),
    sourcesMarkdown(report, t),
    exhibitsMarkdown(report, t),
    documentsMarkdown(report, t),
    historyMarkdown(report, t),
  );
  return `${text.join('\n')}\n`;
}

function headerOf(report: Report, t: Translate): Block {
  const { edition, madeAt, preparedBy, appVersion } = report;
  const prepared =
    preparedBy === ''
      ? nameOf(preparedBy, t)
      : say(t, 'report.facts.selfDeclared', { name: told(preparedBy) });
  return together(
    heading(1, told(report.case.title)),
    paragraph(md`**${t('report.kicker')}**`),
    bullets([
      fact(t('report.facts.edition'), t(`report.editions.${edition}`)),
      fact(t('report.facts.madeAt'), moment(madeAt)),
      fact(t('report.facts.preparedBy'), prepared),
      fact(t('report.facts.madeWith'), t('report.facts.version', { version: appVersion })),
      fact(t('report.facts.caseId'), code(report.case.id)),
    ]),
  );
}

function allegationsSection(report: Report, t: Translate): Block {
  const { allegations } = report;
  return section(
    t('report.allegations.title'),
    ...(allegations.length === 0
      ? [paragraph(t('report.allegations.none'))]
      : allegations.map((each) => allegationMarkdown(each, report, t))),
  );
}

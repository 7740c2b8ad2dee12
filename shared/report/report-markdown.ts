import type { Translate } from '../messages/translate.ts';
import {
  bullets,
  code,
  heading,
  md,
  paragraph,
  together,
  told,
  type Block,
  type MdPart,
} from './markdown.ts';
import type { Report } from './report-data.ts';
import { allegationMarkdown } from './report-markdown-allegation.ts';
import { glanceMarkdown, standardMarkdown } from './report-markdown-glance.ts';
import { fact, moment, nameOf, say, section } from './report-markdown-parts.ts';
import { correctionsMarkdown, methodMarkdown, sinceMarkdown } from './report-markdown-past.ts';
import {
  historyMarkdown,
  overridesMarkdown,
  partiesMarkdown,
  queriesMarkdown,
  unverifiedMarkdown,
} from './report-markdown-sections.ts';
import { documentsMarkdown, exhibitsMarkdown, sourcesMarkdown } from './report-markdown-sources.ts';
import { remembering, reportTitle, scopeText } from './report-words.ts';

/**
 * The report as Markdown (CommonMark with the tables of GFM), to be pasted where Markdown is read: the same sections
 * and headings as in HTML, without any HTML in it. Lines end with a line feed. The same report gives the same text.
 */
export function reportMarkdown(report: Report, translate: Translate): string {
  const t = remembering(translate);
  const text = together(
    headerOf(report, t),
    glanceMarkdown(report, t),
    correctionsMarkdown(report, t),
    sinceMarkdown(report, t),
    standardMarkdown(report, t),
    methodMarkdown(report, t),
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
  const { edition, madeAt, preparedBy, appVersion, cover, scope } = report;
  const self = (name: string): MdPart =>
    name.trim() === '' ? null : say(t, 'report.facts.selfDeclared', { name: told(name) });
  return together(
    heading(1, told(reportTitle(report))),
    paragraph(md`**${t('report.kicker')}**`),
    bullets([
      fact(t('report.facts.edition'), t(`report.editions.${edition}`)),
      fact(t('report.facts.reportVersion'), wordsOf(cover.version)),
      fact(t('report.scope.title'), told(scopeText(scope, t))),
      fact(t('report.facts.madeAt'), moment(madeAt, t)),
      fact(t('report.facts.preparedBy'), self(preparedBy) ?? nameOf(preparedBy, t)),
      fact(t('report.facts.reviewedBy'), self(cover.reviewedBy)),
      fact(t('report.facts.preparedFor'), wordsOf(cover.preparedFor)),
      fact(t('report.facts.madeWith'), t('report.facts.version', { version: appVersion })),
      fact(t('report.facts.caseTitle'), cover.title.trim() === '' ? null : told(report.case.title)),
      fact(t('report.facts.caseId'), code(report.case.id)),
    ]),
  );
}

/** What somebody wrote, or nothing where nobody did. */
function wordsOf(text: string): MdPart {
  return text.trim() === '' ? null : told(text);
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

import type { ReportLanguage } from '../messages/report-languages.ts';
import type { Translate } from '../messages/translate.ts';
import { directionOf } from '../text/direction.ts';
import { markup, rendered, type Html } from './html.ts';
import { allegationHtml } from './report-allegation-html.ts';
import type { Report } from './report-data.ts';
import { glanceSection } from './report-glance-html.ts';
import { facts, list, moment, nameOf, paragraph, say, section, told, type Writing } from './report-parts.ts';
import { queriesSection } from './report-queries-html.ts';
import { historySection, overridesSection, partiesSection, unverifiedSection } from './report-sections.ts';
import { documentsSection, exhibitsSection, sourcesSection } from './report-sources-html.ts';
import { standardSection } from './report-standard-html.ts';
import { methodSection } from './report-method-html.ts';
import { correctionsSection, sinceSection } from './report-past-html.ts';
import { REPORT_STYLE } from './report-style.ts';
import { anchorsOf, remembering, reportTitle, scopeText, SECTIONS } from './report-words.ts';

/**
 * The report as one HTML file without scripts and without anything remote, for the screen and for paper; its own policy
 * keeps that promise wherever it is opened. The outline of the PDF made from it comes from its headings: h1 the case, h2
 * the sections, h3 the allegations. The same report and language give the same text.
 */
export function reportHtml(report: Report, language: ReportLanguage, translate: Translate): string {
  const t = remembering(translate);
  const { ids, anchors } = anchorsOf(report);
  const writing: Writing = { t, anchors };
  const sections = [
    glanceSection(report, writing),
    correctionsSection(report, writing),
    sinceSection(report, writing),
    standardSection(report, writing),
    methodSection(report, writing),
    overridesSection(report, writing),
    allegationsSection(report, ids, writing),
    unverifiedSection(report, writing),
    queriesSection(report, writing),
    partiesSection(report, writing),
    sourcesSection(report, writing),
    exhibitsSection(report, writing),
    documentsSection(report, writing),
    historySection(report, writing),
  ];
  const title = t('report.pageTitle', {
    title: reportTitle(report).replace(/\s+/gu, ' '),
    edition: { word: `report.fileNames.${report.edition}` },
  });
  const page = markup`<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
`;
  const body = markup`</head>
<body>
<main>
${headerOf(report, t)}${contents(t)}${sections}</main>
</body>
</html>
`;
  return `<!DOCTYPE html>\n${rendered(page)}<style>\n${REPORT_STYLE}</style>\n${rendered(body)}`;
}

function headerOf(report: Report, t: Translate): Html {
  const { edition, madeAt, preparedBy, appVersion, cover, scope } = report;
  const self = (name: string): Html | null =>
    name.trim() === '' ? null : say(t, 'report.facts.selfDeclared', { name: told(name) });
  const about = facts([
    [t('report.facts.edition'), t(`report.editions.${edition}`)],
    [t('report.facts.reportVersion'), written(cover.version)],
    [t('report.scope.title'), told(scopeText(scope, t))],
    [t('report.facts.madeAt'), moment(madeAt)],
    [t('report.facts.preparedBy'), self(preparedBy) ?? nameOf(preparedBy, t)],
    [t('report.facts.reviewedBy'), self(cover.reviewedBy)],
    [t('report.facts.preparedFor'), written(cover.preparedFor)],
    [t('report.facts.madeWith'), t('report.facts.version', { version: appVersion })],
    [t('report.facts.caseTitle'), cover.title.trim() === '' ? null : told(report.case.title)],
    [t('report.facts.caseId'), markup`<code dir="ltr">${report.case.id}</code>`],
  ]);
  return markup`<header>
${logoOf(cover)}${paragraph(t('report.kicker'), 'kicker')}<h1 class="said" dir="auto">${reportTitle(report)}</h1>
${about}</header>
`;
}

/** What somebody wrote; null where nobody did. */
function written(text: string): Html | null {
  return text.trim() === '' ? null : told(text);
}

/** The picture itself is in the file, since a report loads nothing. */
function logoOf({ logo }: Report['cover']): Html | null {
  return logo
    ? markup`<img class="logo" alt="${logo.alt}" src="data:${logo.mediaType};base64,${logo.base64}">\n`
    : null;
}

function contents(t: Translate): Html {
  const items = SECTIONS.map((id) => markup`<a href="#${id}">${t(`report.${id}.title`)}</a>`);
  return markup`<nav aria-labelledby="contents">\n<h2 id="contents">${t('report.contents')}</h2>\n${list(items, 'contents')}</nav>\n`;
}

function allegationsSection(report: Report, ids: readonly string[], writing: Writing): Html {
  const { t } = writing;
  const { allegations } = report;
  return section(
    'allegations',
    t('report.allegations.title'),
    allegations.length === 0
      ? paragraph(t('report.allegations.none'))
      : allegations.map((each, index) => allegationHtml(each, ids[index] ?? '', report, writing)),
  );
}

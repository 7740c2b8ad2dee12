import { STATES } from '../case/words.ts';
import type { Language, Translate } from '../messages/translate.ts';
import { directionOf } from '../text/direction.ts';
import { markup, rendered, type Html, type HtmlPart } from './html.ts';
import { allegationHtml } from './report-allegation-html.ts';
import type { Report } from './report-data.ts';
import {
  denial,
  facts,
  isUntouched,
  joined,
  list,
  moment,
  nameOf,
  paragraph,
  refLink,
  say,
  section,
  small,
  stateMark,
  table,
  told,
  whyPhrase,
  type Writing,
} from './report-parts.ts';
import {
  documentsSection,
  historySection,
  overridesSection,
  partiesSection,
  sourcesSection,
  standardSection,
  unverifiedSection,
} from './report-sections.ts';
import { REPORT_STYLE } from './report-style.ts';

/**
 * The report as one HTML file without scripts and without anything remote, for the screen and for paper; its own policy
 * keeps that promise wherever it is opened. The outline of the PDF made from it comes from its headings: h1 the case, h2
 * the sections, h3 the allegations. The same report and language give the same text.
 */
export function reportHtml(report: Report, language: Language, translate: Translate): string {
  const t = remembering(translate);
  const { ids, anchors } = anchorsOf(report);
  const writing: Writing = { t, anchors };
  const sections = [
    glanceSection(report, writing),
    standardSection(report, writing),
    overridesSection(report, writing),
    allegationsSection(report, ids, writing),
    unverifiedSection(report, writing),
    partiesSection(report, writing),
    sourcesSection(report, writing),
    documentsSection(report, writing),
    historySection(report, writing),
  ];
  const title = t('report.pageTitle', {
    title: report.case.title.replace(/\s+/gu, ' '),
    edition: { word: `report.fileNames.${report.edition}` },
  });
  const page = markup`<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
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

/** The same sentences come up for every allegation, and finding one is most of the time a long report takes. */
function remembering(translate: Translate): Translate {
  const said = new Map<string, string>();
  return (key, params = {}) => {
    const asked = JSON.stringify([key, params]);
    const known = said.get(asked) ?? translate(key, params);
    said.set(asked, known);
    return known;
  };
}

/** Where each allegation stands: at its reference, so that `report.html#CHN-003` works, wherever that can be an id. */
function anchorsOf({ allegations }: Report): { ids: string[]; anchors: Map<string, string> } {
  const anchors = new Map<string, string>();
  const ids = allegations.map(({ ref }, index) => {
    const own = /^[A-Z][A-Z0-9]*-\d+$/.test(ref) && !anchors.has(ref);
    const id = own ? ref : `allegation-${index + 1}`;
    if (!anchors.has(ref)) anchors.set(ref, id);
    return id;
  });
  return { ids, anchors };
}

function headerOf(report: Report, t: Translate): Html {
  const { edition, madeAt, preparedBy, appVersion } = report;
  const prepared =
    preparedBy === ''
      ? nameOf(preparedBy, t)
      : say(t, 'report.facts.selfDeclared', { name: told(preparedBy) });
  const about = facts([
    [t('report.facts.edition'), t(`report.editions.${edition}`)],
    [t('report.facts.madeAt'), moment(madeAt)],
    [t('report.facts.preparedBy'), prepared],
    [t('report.facts.madeWith'), t('report.facts.version', { version: appVersion })],
    [t('report.facts.caseId'), markup`<code dir="ltr">${report.case.id}</code>`],
  ]);
  return markup`<header>
${paragraph(t('report.kicker'), 'kicker')}<h1 class="said" dir="auto">${report.case.title}</h1>
${about}</header>
`;
}

const CONTENTS = [
  'glance',
  'standard',
  'overrides',
  'allegations',
  'unverified',
  'parties',
  'sources',
  'documents',
  'history',
] as const;

function contents(t: Translate): Html {
  const items = CONTENTS.map((id) => markup`<a href="#${id}">${t(`report.${id}.title`)}</a>`);
  return markup`<nav aria-labelledby="contents">\n<h2 id="contents">${t('report.contents')}</h2>\n${list(items, 'contents')}</nav>\n`;
}

/** The figures, the table of all allegations, what a reader must not miss, and what the states mean. */
function glanceSection(report: Report, writing: Writing): Html {
  const { t } = writing;
  const { counts, allegations } = report;
  const figures = STATES.map(
    (state) =>
      markup`<div class="figure ${state}"><dt>${stateMark(state, t)}</dt><dd>${counts[state]}</dd></div>\n`,
  );
  const meanings = STATES.map((state) => [stateMark(state, t), ' ', t(`report.meanings.${state}`)]);
  const heads = ['ref', 'statement', 'state', 'decided'].map((head) => t(`report.glance.${head}`));
  const rows = allegations.map(
    ({ ref, statement, claimant, finding, responses }): [HtmlPart, ...HtmlPart[]] => [
      refLink(writing, ref),
      [
        claimant === null
          ? null
          : markup`<span class="small">${say(t, `report.glance.${finding.state === 'corroborated' ? 'says' : 'alleges'}`, { claimant: told(claimant) })}</span> `,
        markup`<span class="said line" dir="auto">${statement}</span>`,
      ],
      [
        stateMark(finding.state, t),
        finding.why === null ? null : small(whyPhrase(finding.why, t)),
        finding.override === null ? null : small(t('report.glance.overridden')),
        finding.basis === 'evidence' ? small(t('words.bases.evidence')) : null,
        responses
          .filter(({ kind }) => kind === 'denied')
          .map(({ party, extent }) => small(denial(party, extent ?? 'all', t))),
      ],
      isUntouched(finding) ? null : moment(finding.at),
    ],
  );
  return section(
    'glance',
    t('report.glance.title'),
    markup`<dl class="figures">\n${figures}</dl>\n`,
    paragraph(t('report.meanings.title'), 'label'),
    list(meanings, 'meanings'),
    paragraph(t('report.meanings.quote')),
    attend(report, writing),
    rows.length === 0
      ? paragraph(t('report.glance.empty'))
      : table(t('report.glance.caption'), heads, rows, 'glance'),
  );
}

function attend({ unanswered, allegations, overrides }: Report, writing: Writing): Html | null {
  const { t } = writing;
  const lacking = allegations.filter(({ finding }) => finding.lacks.length > 0 && finding.override === null);
  const line = (key: string, refs: readonly string[]): HtmlPart =>
    refs.length === 0
      ? null
      : [
          t(`report.flags.${key}`),
          ' ',
          joined(
            refs.map((ref) => refLink(writing, ref)),
            ', ',
          ),
        ];
  const lines = [
    line('unansweredList', unanswered),
    line(
      'lacksList',
      lacking.map(({ ref }) => ref),
    ),
    line(
      'overridesList',
      overrides.map(({ ref }) => ref),
    ),
  ].filter((each) => each !== null);
  if (lines.length === 0) return null;
  return markup`<div class="attend">\n${paragraph(t('report.glance.attend'), 'label')}${list(lines, 'flags')}</div>\n`;
}

function allegationsSection(report: Report, ids: readonly string[], { t }: Writing): Html {
  const { allegations, edition } = report;
  return section(
    'allegations',
    t('report.allegations.title'),
    allegations.length === 0
      ? paragraph(t('report.allegations.none'))
      : allegations.map((each, index) => allegationHtml(each, ids[index] ?? '', edition, t)),
  );
}

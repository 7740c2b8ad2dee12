import { STATES } from '../case/words.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import type { ReportAllegation } from './report-allegation.ts';
import type { Report } from './report-data.ts';
import {
  denial,
  joined,
  list,
  moment,
  paragraph,
  refLink,
  say,
  section,
  small,
  stateMark,
  table,
  told,
  type Writing,
} from './report-parts.ts';
import { isDisputed, isLacking, isUntouched, toAttend } from './report-phrases.ts';
import { denialsIn, whyPhrase } from './report-words.ts';

/** The figures, what the states mean, what a reader must not miss, and the table of all allegations. */
export function glanceSection(report: Report, writing: Writing): Html {
  const { t } = writing;
  const { counts, allegations } = report;
  const figures = STATES.map(
    (state) =>
      markup`<div class="figure ${state}"><dt>${stateMark(state, t)}</dt><dd>${counts[state]}</dd></div>\n`,
  );
  const meanings = STATES.map((state) => [stateMark(state, t), ' ', t(`report.meanings.${state}`)]);
  const heads = ['ref', 'statement', 'state', 'decided'].map((head) => t(`report.glance.${head}`));
  return section(
    'glance',
    t('report.glance.title'),
    markup`<dl class="figures">\n${figures}</dl>\n`,
    paragraph(t('report.meanings.title'), 'label'),
    list(meanings, 'meanings'),
    paragraph(t('report.meanings.quote')),
    attend(report, writing),
    allegations.length === 0
      ? paragraph(t('report.glance.empty'))
      : table(
          t('report.glance.caption'),
          heads,
          allegations.map((each) => glanceRow(each, writing)),
          'glance',
        ),
  );
}

function glanceRow(allegation: ReportAllegation, writing: Writing): [HtmlPart, ...HtmlPart[]] {
  const { t } = writing;
  const { ref, statement, claimant, finding, responses, reviews } = allegation;
  const verb = finding.state === 'corroborated' ? 'says' : 'alleges';
  return [
    refLink(writing, ref),
    [
      claimant === null
        ? null
        : markup`<span class="small">${say(t, `report.glance.${verb}`, { claimant: told(claimant) })}</span> `,
      markup`<span class="said line" dir="auto">${statement}</span>`,
    ],
    [
      stateMark(finding.state, t),
      finding.why === null ? null : small(whyPhrase(finding.why, t)),
      finding.override === null ? null : small(t('report.glance.overridden')),
      isLacking(finding) ? small(t('report.glance.lacking')) : null,
      finding.basis === 'evidence' ? small(t('words.bases.evidence')) : null,
      denialsIn(responses).map((each) => small(denial(each, t))),
      isDisputed(reviews) ? small(t('report.glance.disputed')) : null,
    ],
    isUntouched(finding) ? null : moment(finding.at),
  ];
}

function attend(report: Report, writing: Writing): Html | null {
  const { t } = writing;
  const told = toAttend(report).map(({ key, refs, queries }) => [
    t(`report.flags.${key}`),
    ' ',
    joined(
      [
        ...refs.map((ref) => refLink(writing, ref)),
        ...queries.map(
          (number) => markup`<a class="ref" href="#queries">${t('report.queries.label', { number })}</a>`,
        ),
      ],
      t('words.comma'),
    ),
  ]);
  if (told.length === 0) return null;
  return markup`<div class="attend">\n${paragraph(t('report.glance.attend'), 'label')}${list(told, 'flags')}</div>\n`;
}

import { STATES } from '../../case/words.ts';
import type { ReportAllegation } from '../report-allegation.ts';
import type { Report } from '../report-data.ts';
import { isDisputed, isLacking, isUntouched, toAttend } from '../report-phrases.ts';
import { denialsIn, whyPhrase } from '../report-words.ts';
import {
  denial,
  joined,
  labelled,
  moment,
  refLink,
  say,
  stateMark,
  type WordSection,
  type WordWriting,
} from './word-parts.ts';
import { line, sectionOf, small, table, type Cell } from './word-table.ts';
import { linkInside, look, paragraph, told, type Part, type WordParagraph } from './word.ts';

/** The figures, what the states mean, what a reader must not miss, and the table of all allegations. */
export function glanceWord(report: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const { counts, allegations } = report;
  const figures = STATES.map((state) => [stateMark(state, t), ' ', look('Name', counts[state])]);
  const meanings = STATES.map((state) => [stateMark(state, t), ' ', t(`report.meanings.${state}`)]);
  return sectionOf('glance', t, [
    paragraph('Marks', joined(figures, '     ')),
    ...attend(report, writing),
    ...labelled('Heading2', t('report.meanings.title'), meanings, 'Body'),
    paragraph('Body', t('report.meanings.quote')),
    ...(allegations.length === 0
      ? [paragraph('Body', t('report.glance.empty'))]
      : table(
          {
            id: 'glance',
            caption: t('report.glance.caption'),
            columns: { ref: 14, statement: 46, state: 25, decided: 15 },
          },
          allegations.map((each) => glanceRow(each, writing)),
          t,
        )),
  ]);
}

function glanceRow(allegation: ReportAllegation, writing: WordWriting): Cell[] {
  const { t } = writing;
  const { ref, statement, claimant, finding, responses, reviews } = allegation;
  const verb = finding.state === 'corroborated' ? 'says' : 'alleges';
  return [
    [line(refLink(writing, ref))],
    [
      claimant === null ? null : small(say(t, `report.glance.${verb}`, { claimant: told(claimant) })),
      line(told(statement, 'Said')),
    ],
    [
      line(stateMark(finding.state, t)),
      small(whyPhrase(finding.why, t)),
      finding.override === null ? null : small(t('report.glance.overridden')),
      isLacking(finding) ? small(t('report.glance.lacking')) : null,
      finding.basis === 'evidence' ? small(t('words.bases.evidence')) : null,
      ...denialsIn(responses).map((each) => small(denial(each, t))),
      isDisputed(reviews) ? small(t('report.glance.disputed')) : null,
    ],
    [isUntouched(finding) ? null : line(moment(finding.at, t))],
  ];
}

function attend(report: Report, writing: WordWriting): WordParagraph[] {
  const { t } = writing;
  const lines = toAttend(report).map(({ key, refs, queries }): Part => [
    t(`report.flags.${key}`),
    ' ',
    joined(
      [
        ...refs.map((ref) => refLink(writing, ref)),
        ...queries.map((number) =>
          linkInside('section_queries', look('Reference', t('report.queries.label', { number }))),
        ),
      ],
      t('words.comma'),
    ),
  ]);
  return labelled('Heading2', t('report.glance.attend'), lines, 'Flag');
}

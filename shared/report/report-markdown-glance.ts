import { STATES } from '../case/words.ts';
import type { Translate } from '../messages/translate.ts';
import { lines, md, paragraph, table, told, type Block, type MdPart } from './markdown.ts';
import type { ReportAllegation } from './report-allegation.ts';
import type { Report } from './report-data.ts';
import {
  denial,
  joined,
  label,
  labelled,
  moment,
  listed,
  say,
  section,
  stateText,
  tableOf,
} from './report-markdown-parts.ts';
import { isDisputed, isLacking, isUntouched, toAttend } from './report-phrases.ts';
import { denialsIn, standardAsks, standardRules, standardWays, whyPhrase } from './report-words.ts';

/** What stands before the allegations in Markdown: the figures, what a reader must not miss, and the standard. */

export function glanceMarkdown(report: Report, t: Translate): Block {
  const { counts, allegations } = report;
  const figures = STATES.map((state) => [stateText(state, t), counts[state]]);
  const meanings = STATES.map((state) => md`**${stateText(state, t)}** ${t(`report.meanings.${state}`)}`);
  const rows = allegations.map((allegation) => glanceRow(allegation, t));
  return section(
    t('report.glance.title'),
    table([t('report.glance.state'), t('report.allegations.title')], figures),
    labelled(t('report.meanings.title'), meanings),
    paragraph(t('report.meanings.quote')),
    labelled(t('report.glance.attend'), attend(report, t)),
    paragraph(t(rows.length === 0 ? 'report.glance.empty' : 'report.glance.caption')),
    tableOf('glance', ['ref', 'statement', 'state', 'decided'], rows, t),
  );
}

function glanceRow(allegation: ReportAllegation, t: Translate): MdPart[] {
  const { ref, statement, claimant, finding, responses, reviews } = allegation;
  const verb = finding.state === 'corroborated' ? 'says' : 'alleges';
  const who = claimant === null ? null : say(t, `report.glance.${verb}`, { claimant: told(claimant) });
  return [
    told(ref),
    joined([who, told(statement)], ' '),
    joined([
      stateText(finding.state, t),
      whyPhrase(finding.why, t),
      finding.override === null ? null : t('report.glance.overridden'),
      isLacking(finding) ? t('report.glance.lacking') : null,
      finding.basis === 'evidence' ? t('words.bases.evidence') : null,
      ...denialsIn(responses).map((each) => denial(each, t)),
      isDisputed(reviews) ? t('report.glance.disputed') : null,
    ]),
    isUntouched(finding) ? null : moment(finding.at, t),
  ];
}

function attend(report: Report, t: Translate): MdPart[] {
  return toAttend(report).map(({ key, refs, queries }) => [
    t(`report.flags.${key}`),
    ' ',
    joined(
      [listed(refs, t), ...queries.map((number) => t('report.queries.label', { number }))],
      t('words.comma'),
    ),
  ]);
}

/** The standard of the case, whole and in words, with what it does not ask for. */
export function standardMarkdown({ standard }: Report, t: Translate): Block {
  return section(
    t('report.standard.title'),
    paragraph(t('report.standard.intro')),
    lines(standardWays(standard, t)),
    label(t('report.standard.asksTitle')),
    lines(standardAsks(standard, t)),
    label(t('report.standard.rulesTitle')),
    lines(standardRules(t)),
  );
}

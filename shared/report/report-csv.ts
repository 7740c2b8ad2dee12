import { denialPhrase, missingSentences } from '../messages/sentences.ts';
import type { Translate } from '../messages/translate.ts';
import { whenToType } from '../text/when.ts';
import { csvText } from './csv.ts';
import type { ReportAllegation } from './report-allegation.ts';
import { isRestated } from './report-corrections.ts';
import type { Report } from './report-data.ts';
import { isUntouched } from './report-phrases.ts';
import { changeText, denialsIn, ratingText, remainsText, remembering, whyPhrase } from './report-words.ts';

/**
 * The report as a table for spreadsheets: a row for each allegation, in the order of their references, below the names
 * of the columns (docs/report.md tells of each). It has what fits into a row; the evidence itself is in the other forms.
 */
export function reportCsv(report: Report, translate: Translate): string {
  const t = remembering(translate);
  const columns = Object.entries(COLUMNS).filter(
    ([name]) => report.edition === 'checking' || !WORK.has(name),
  );
  const rows = report.allegations.map((allegation) =>
    columns.map(([, cell]) => cell(allegation, t, report) ?? ''),
  );
  return csvText([columns.map(([name]) => t(`report.csv.columns.${name}`)), ...rows]);
}

type Cell = (allegation: ReportAllegation, t: Translate, report: Report) => string | number | null;

/** Several things in one cell, a line each. */
const inLines = (lines: readonly string[]): string => lines.join('\n');
const yesOrNo = (is: boolean, t: Translate): string => t(is ? 'report.csv.yes' : 'report.csv.no');
const toMinute = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

/** The columns by the names of their messages, in order. */
export const COLUMNS: Readonly<Record<string, Cell>> = {
  ref: ({ ref }) => ref,
  statement: ({ statement }) => statement,
  claimant: ({ claimant }) => claimant,
  saidOn: ({ saidOn }) => saidOn && whenToType(saidOn),
  saidWhere: ({ saidWhere }) => saidWhere,
  quote: ({ quote }, t) => yesOrNo(quote !== null, t),
  happenedOn: ({ happenedOn }) => happenedOn && whenToType(happenedOn),
  touches: ({ touches }) => inLines(touches),
  serious: ({ serious }, t) => yesOrNo(serious, t),
  state: ({ finding }, t) => t(`words.states.${finding.state}`),
  why: ({ finding }, t) => whyPhrase(finding.why, t),
  basis: ({ finding }, t) => finding.basis && t(`words.bases.${finding.basis}`),
  reason: ({ finding }) => finding.reason,
  override: ({ finding }) => finding.override,
  // Of what is unverified nothing is asked, so there is nothing that it meets.
  meets: ({ finding }, t) => (finding.state === 'unverified' ? null : yesOrNo(finding.lacks.length === 0, t)),
  missing: ({ finding, needs }, t) =>
    finding.state === 'unverified'
      ? remainsText(finding.why, needs.corroborated, t)
      : missingSentences(finding.lacks, t),
  originsFor: ({ evidenceFor }) => evidenceFor.origins,
  countingFor: ({ evidenceFor }) => evidenceFor.counting,
  itemsFor: ({ evidenceFor }) => evidenceFor.items,
  originsAgainst: ({ evidenceAgainst }) => evidenceAgainst.origins,
  countingAgainst: ({ evidenceAgainst }) => evidenceAgainst.counting,
  itemsAgainst: ({ evidenceAgainst }) => evidenceAgainst.items,
  denials: ({ responses }, t) => inLines(denialsIn(responses).map((each) => denialPhrase(each, t))),
  responses: otherResponses,
  unasked: ({ unasked }, t) => (unasked?.length === 0 ? t('report.csv.nobodyAsked') : inLines(unasked ?? [])),
  openQueries: ({ ref }, t, { queries }) =>
    inLines(
      queries
        .filter((query) => query.ref === ref && query.decision === null)
        .map(({ number }) => t('report.queries.label', { number })),
    ),
  decidedBy: ({ finding }) => (isUntouched(finding) ? null : finding.by),
  decidedAt: ({ finding }) => (isUntouched(finding) ? null : toMinute(finding.at)),
  reviews: secondPersons,
  documents: ({ passages }, t) =>
    inLines([
      ...new Set(
        passages.map((passage) =>
          passage.withheld ? t('report.documents.withheld') : passage.documentTitle,
        ),
      ),
    ]),
  passages: ({ passages }) => inLines(passages.map(({ exact }) => exact)),
  doubts: ({ passages }, t) =>
    inLines([
      ...new Set(passages.flatMap(({ doubt }) => (doubt === null ? [] : t(`words.doubts.${doubt}`)))),
    ]),
  rating: ({ rating }, t) => rating && ratingText(rating, t),
  changed: ({ ref }, t, { since }) =>
    inLines(
      since.changes.find((change) => change.ref === ref)?.changes.map((code) => changeText(code, t)) ?? [],
    ),
  corrected: ({ ref }, t, { corrections }) =>
    inLines(
      corrections
        .filter((correction) => correction.ref === ref)
        .map((correction) => {
          const { published, from, to } = correction;
          const { number } = published;
          const moved = { from: t(`words.states.${from.state}`), to: t(`words.states.${to.state}`) };
          const told = t('report.csv.correction', { number, ...moved });
          return isRestated(correction)
            ? `${told} · ${t('report.csv.restated', { number, statement: from.statement })}`
            : told;
        }),
    ),
  priority: ({ work }, t) => work && t(`words.priorities.${work.priority}`),
  tags: ({ work }) => work && inLines(work.tags),
  assignee: ({ work }) => work && work.assignee,
};

/** Columns that only the checking copy has: left out where they would say that there is nothing. */
export const WORK: ReadonlySet<string> = new Set(['priority', 'tags', 'assignee']);

/** Everything a party answered but its denials. No answer, no reply and declining to comment are told apart. */
function otherResponses({ responses }: ReportAllegation, t: Translate, { madeAt }: Report): string {
  const told = responses
    .filter(({ kind, answered }) => kind !== 'denied' && !answered)
    .map(({ party, kind, overdue }) => {
      const answer = t(`report.responses.kinds.${kind}`, { at: `${toMinute(madeAt)} UTC` });
      const late = overdue ? `; ${t('report.responses.overdue')}` : '';
      return t('report.csv.response', { party, answer: `${answer}${late}` });
    });
  return inLines(told);
}

/** What second persons found beside the finding; of each the last. */
function secondPersons({ reviews }: ReportAllegation, t: Translate): string {
  const told = reviews
    .filter(({ superseded }) => !superseded)
    .map(({ by, agrees }) => {
      const name = by.trim() === '' ? t('report.facts.unnamed') : by;
      return t('report.csv.review', {
        name,
        compared: t(`report.reviews.${agrees ? 'agrees' : 'disagrees'}`),
      });
    });
  return inLines(told);
}

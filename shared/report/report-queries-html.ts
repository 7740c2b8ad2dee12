import { markup, type Html, type HtmlPart } from './html.ts';
import type { Report } from './report-data.ts';
import {
  block,
  moment,
  nameOf,
  refLink,
  say,
  small,
  smallOf,
  tableSection,
  told,
  type Writing,
} from './report-parts.ts';
import type { ReportQuery } from './report-queries.ts';

/** Every query with its decision, or that it is open. */
export function queriesSection({ queries }: Report, writing: Writing): Html {
  const { t } = writing;
  const rows = queries.map((query): [HtmlPart, ...HtmlPart[]] => [
    t('report.queries.label', { number: query.number }),
    [
      block(query.exact, 'told said'),
      small(query.documentTitle === null ? t('report.documents.withheld') : told(query.documentTitle)),
      smallOf(query.ref, (ref) => refLink(writing, ref)),
    ],
    askedText(query, writing),
    decisionText(query, writing),
  ]);
  return tableSection('queries', ['number', 'passage', 'query', 'decision'], rows, t);
}

/** What is asked or proposed, and by whom. */
export function askedText(
  { kind, question, proposed, by, addedAt }: ReportQuery,
  { t }: Pick<Writing, 't'>,
): HtmlPart {
  return [
    markup`<span class="small">${t(`words.queryKinds.${kind}`)}</span>`,
    question.trim() === '' ? null : block(question),
    proposed === null ? null : wordingText(proposed, 'proposed', { t }),
    small(say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(addedAt) })),
  ];
}

/** What was decided, with its reason, or that it is open. */
export function decisionText({ decision, decider }: ReportQuery, { t }: Pick<Writing, 't'>): HtmlPart {
  if (!decision) {
    return [
      markup`<strong>${t('report.queries.open')}</strong>`,
      smallOf(decider, (name) => say(t, 'report.queries.decider', { name: told(name) })),
    ];
  }
  const { outcome, wording, reason, by, at } = decision;
  return [
    markup`<strong>${t(`words.decisions.${outcome}`)}</strong>`,
    outcome === 'stet' ? small(t('report.queries.stet')) : wordingText(wording ?? '', 'wording', { t }),
    reason.trim() === '' ? null : [small(t('report.queries.reason')), block(reason)],
    small(say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) })),
  ];
}

/** A wording, or that the passage is to go where it is empty. */
function wordingText(wording: string, of: 'proposed' | 'wording', { t }: Pick<Writing, 't'>): HtmlPart {
  return wording === ''
    ? small(t(`report.queries.${of}Nothing`))
    : [small(t(`report.queries.${of}`)), block(wording, 'told said')];
}

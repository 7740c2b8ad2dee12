import type { Translate } from '../../messages/translate.ts';
import type { Report } from '../report-data.ts';
import type { ReportQuery } from '../report-queries.ts';
import { byAt, refLink, say, type WordSection, type WordWriting } from './word-parts.ts';
import { block, line, said, small, smallOf, tableSection, type Cell } from './word-table.ts';
import { look, told } from './word.ts';

/** Every query with its decision, or that it is open. */
export function queriesWord({ queries }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const rows = queries.map((query): Cell[] => [
    [line(look('Name', t('report.queries.label', { number: query.number })))],
    [
      said(query.exact),
      small(query.documentTitle === null ? t('report.documents.withheld') : told(query.documentTitle)),
      smallOf(query.ref, (ref) => refLink(writing, ref)),
    ],
    askedCell(query, t),
    decisionCell(query, t),
  ]);
  return tableSection('queries', { number: 7, passage: 27, query: 33, decision: 33 }, rows, t);
}

function askedCell({ kind, question, proposed, by, addedAt }: ReportQuery, t: Translate): Cell {
  return [
    small(t(`words.queryKinds.${kind}`)),
    block(question),
    ...(proposed === null ? [] : wordingLines(proposed, 'proposed', t)),
    small(byAt(by, addedAt, t)),
  ];
}

function decisionCell({ decision, decider }: ReportQuery, t: Translate): Cell {
  if (!decision) {
    return [
      line(look('Emphasised', t('report.queries.open'))),
      smallOf(decider, (name) => say(t, 'report.queries.decider', { name: told(name) })),
    ];
  }
  const { outcome, wording, reason, by, at } = decision;
  return [
    line(look('Emphasised', t(`words.decisions.${outcome}`))),
    ...(outcome === 'stet' ? [small(t('report.queries.stet'))] : wordingLines(wording ?? '', 'wording', t)),
    ...(reason.trim() === '' ? [] : [small(t('report.queries.reason')), block(reason)]),
    small(byAt(by, at, t)),
  ];
}

/** A wording, or that the passage is to go where it is empty. */
function wordingLines(wording: string, of: 'proposed' | 'wording', t: Translate): Cell {
  return wording === ''
    ? [small(t(`report.queries.${of}Nothing`))]
    : [small(t(`report.queries.${of}`)), said(wording)];
}

import { STATES } from '../../case/words.ts';
import type { Report } from '../report-data.ts';
import { remainsText, whyPhrase } from '../report-words.ts';
import {
  byAt,
  fact,
  moment,
  refLink,
  refLinks,
  say,
  stateMark,
  type WordSection,
  type WordWriting,
} from './word-parts.ts';
import { answerText } from './word-responses.ts';
import { block, line, sectionOf, table, tableSection, type Cell } from './word-table.ts';
import { look, paragraph, told, type Part } from './word.ts';

/** The sections of a report around its allegations. Each states that it is empty rather than being left out. */

export function overridesWord({ overrides }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const rows = overrides.map(({ ref, state, override, by, at }): Cell[] => [
    [line(refLink(writing, ref))],
    [line(stateMark(state, t))],
    [block(override)],
    [line(byAt(by, at, t))],
  ]);
  return tableSection('overrides', { ref: 14, state: 20, reason: 46, by: 20 }, rows, t);
}

export function unverifiedWord({ unverified }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const rows = unverified.map(({ ref, why, reason, needs }): Cell[] => [
    [line(refLink(writing, ref))],
    [line(whyPhrase(why, t))],
    [block(reason) ?? line(t('report.unverified.noReason'))],
    [line(remainsText(why, needs, t))],
  ]);
  return tableSection('unverified', { ref: 14, why: 15, reason: 42, missing: 29 }, rows, t);
}

export function partiesWord({ parties, madeAt }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const refs = (words: Part, found: readonly string[]): Cell =>
    found.length === 0 ? [] : [line(say(t, 'words.named', { name: words, what: refLinks(writing, found) }))];
  const orNone = (cell: Cell): Cell => (cell.length === 0 ? [line(t('report.none'))] : cell);
  const rows = parties.map(({ name, claims, touched, responses }): Cell[] => [
    [line(told(name, 'Name'))],
    orNone(STATES.flatMap((state) => refs(stateMark(state, t), claims[state]))),
    [line(refLinks(writing, touched) ?? t('report.none'))],
    orNone(responses.flatMap((answer) => refs(answerText(answer, madeAt, t), answer.refs))),
  ]);
  if (rows.length === 0) return tableSection('parties', {}, [], t);
  const columns = { party: 20, claims: 30, touched: 20, responses: 30 };
  return sectionOf('parties', t, [
    paragraph('Body', t('report.parties.intro')),
    ...table({ id: 'parties', caption: t('report.parties.caption'), columns }, rows, t),
  ]);
}

export function documentsWord({ documents }: Report, { t }: WordWriting): WordSection {
  const kept = [line(t('report.documents.kept'))];
  const rows = documents.map((document): Cell[] =>
    document.withheld
      ? [[line(t('report.documents.withheld'))], kept, kept, kept]
      : [
          [line(told(document.title))],
          [line(document.fileName === null ? t('report.documents.pasted') : told(document.fileName))],
          [line(moment(document.addedAt, t))],
          [line(look('Code', document.sha256))],
        ],
  );
  return tableSection('documents', { document: 31, file: 18, added: 15, sha256: 36 }, rows, t);
}

/** What somebody needs to hold the report against the case later. */
export function historyWord({ history, fileSha256 }: Report, { t }: WordWriting): WordSection {
  const { events, heads } = history;
  const file = fileSha256 === null ? t('report.history.fileUnknown') : look('Code', fileSha256);
  return sectionOf('history', t, [
    ...fact(t('report.history.events'), events),
    ...heads.flatMap((head) => fact(t('report.history.heads', { count: heads.length }), look('Code', head))),
    ...fact(t('report.history.file'), file),
    ...(['shows', 'showsNot', 'how'] as const).map((part) => paragraph('Body', t(`report.history.${part}`))),
  ]);
}

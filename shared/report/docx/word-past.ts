import { isRestated, type ToldFinding } from '../report-corrections.ts';
import type { Report } from '../report-data.ts';
import type { ShortFinding } from '../report-since.ts';
import { changeText, DISCLOSURES, qualifications } from '../report-words.ts';
import {
  byAt,
  moment,
  refLink,
  say,
  stateMark,
  whenTold,
  type WordSection,
  type WordWriting,
} from './word-parts.ts';
import { block, line, sectionOf, table, tableSection, type Cell } from './word-table.ts';
import { paragraph, toldParagraph, type Part } from './word.ts';

/** How the work was done, corrections of what was published, and what changed since the last report. */

export function methodWord({ cover }: Report, { t }: WordWriting): WordSection {
  return sectionOf(
    'method',
    t,
    DISCLOSURES.flatMap((name) => [
      paragraph('Heading2', t(`report.method.${name}`)),
      cover[name].trim() === ''
        ? paragraph('Body', t(`report.method.${name}None`))
        : toldParagraph('Told', cover[name]),
    ]),
  );
}

export function correctionsWord({ corrections }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const rows = corrections.map((correction): Cell[] => {
    const { ref, published, from, to, at, by } = correction;
    const { number, publishedOn } = published;
    const time = publishedOn === null ? t('report.notRecorded') : whenTold(publishedOn, t);
    return [
      [line(refLink(writing, ref))],
      [line(say(t, 'report.corrections.publishedOn', { time }, { number }))],
      findingCell(from, isRestated(correction), writing),
      findingCell(to, isRestated(correction), writing),
      [line(byAt(by, at, t))],
    ];
  });
  return tableSection('corrections', { ref: 14, published: 18, from: 26, to: 26, by: 16 }, rows, t);
}

export function sinceWord({ since }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const { previous, changes } = since;
  if (!previous) return sectionOf('since', t, [paragraph('Body', t('report.since.none'))]);
  const { number, edition, madeAt } = previous;
  const word = { word: `report.fileNames.${edition}` };
  const rows = changes.map(({ ref, changes: codes, finding }): Cell[] => [
    [line(refLink(writing, ref))],
    [line(codes.map((code) => changeText(code, t)).join(t('words.comma')))],
    finding ? [line([stateOf(finding.from, writing), t('words.arrow'), stateOf(finding.to, writing)])] : [],
  ]);
  const columns = { ref: 14, changes: 44, finding: 42 };
  return sectionOf('since', t, [
    paragraph('Body', say(t, 'report.since.previous', { at: moment(madeAt, t) }, { number, edition: word })),
    ...(rows.length === 0
      ? [paragraph('Body', t('report.since.nothing'))]
      : table({ id: 'since', caption: t('report.since.caption'), columns }, rows, t)),
  ]);
}

function stateOf(finding: ShortFinding, { t }: WordWriting): Part {
  const more = qualifications(finding, t);
  return more === null ? stateMark(finding.state, t) : [stateMark(finding.state, t), ` (${more})`];
}

function findingCell(finding: ToldFinding, isRead: boolean, writing: WordWriting): Cell {
  return [isRead ? block(finding.statement) : null, line(stateOf(finding, writing)), block(finding.reason)];
}

import type { Html, HtmlPart } from './html.ts';
import { isRestated, type ToldFinding } from './report-corrections.ts';
import type { Report } from './report-data.ts';
import {
  block,
  joined,
  moment,
  nameOf,
  paragraph,
  refLink,
  say,
  section,
  smallOrNone,
  stateMark,
  table,
  tableSection,
  whenTold,
  type Writing,
} from './report-parts.ts';
import type { ReportName, ShortFinding } from './report-since.ts';
import { changeText, qualifications } from './report-words.ts';

/** What became of earlier reports: corrections of what was published, and what changed since the last one. */

export function correctionsSection({ corrections }: Report, writing: Writing): Html {
  const { t } = writing;
  const rows = corrections.map((correction): [HtmlPart, ...HtmlPart[]] => {
    const { ref, published, from, to, at, by } = correction;
    const told = (finding: ToldFinding): HtmlPart => [
      isRestated(correction) ? block(finding.statement) : null,
      findingMark(finding, writing),
      block(finding.reason),
    ];
    return [
      refLink(writing, ref),
      publication(published, writing),
      told(from),
      told(to),
      say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) }),
    ];
  });
  return tableSection('corrections', ['ref', 'published', 'from', 'to', 'by'], rows, t);
}

export function sinceSection({ since }: Report, writing: Writing): Html {
  const { t } = writing;
  const { previous, changes } = since;
  const title = t('report.since.title');
  if (!previous) return section('since', title, paragraph(t('report.since.none')));
  const rows = changes.map(({ ref, changes: codes, finding }): [HtmlPart, ...HtmlPart[]] => [
    refLink(writing, ref),
    codes.map((code) => changeText(code, t)).join(t('words.comma')),
    finding &&
      joined([findingMark(finding.from, writing), findingMark(finding.to, writing)], t('words.arrow')),
  ]);
  return section(
    'since',
    title,
    paragraph(comparedWith(previous, writing)),
    rows.length === 0
      ? paragraph(t('report.since.nothing'))
      : table(
          t('report.since.caption'),
          ['ref', 'changes', 'finding'].map((head) => t(`report.since.${head}`)),
          rows,
          'since',
        ),
  );
}

function comparedWith({ number, edition, madeAt }: ReportName, { t }: Writing): Html {
  const word = { word: `report.fileNames.${edition}` };
  return say(t, 'report.since.previous', { at: moment(madeAt) }, { number, edition: word });
}

function publication({ number, publishedOn }: ReportName, { t }: Writing): Html {
  return say(
    t,
    'report.corrections.publishedOn',
    { time: publishedOn === null ? t('report.notRecorded') : whenTold(publishedOn, t) },
    { number },
  );
}

function findingMark(finding: ShortFinding, { t }: Writing): HtmlPart {
  return [stateMark(finding.state, t), smallOrNone(qualifications(finding, t))];
}

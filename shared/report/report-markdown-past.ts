import type { Translate } from '../messages/translate.ts';
import { bullets, lines, paragraph, quotation, together, told, type Block, type MdPart } from './markdown.ts';
import { isRestated, type ToldFinding } from './report-corrections.ts';
import type { Report } from './report-data.ts';
import {
  byAt,
  joined,
  label,
  moment,
  say,
  section,
  sectionOf,
  stateText,
  whenTold,
} from './report-markdown-parts.ts';
import type { ShortFinding } from './report-since.ts';
import { changeText, DISCLOSURES, qualifications } from './report-words.ts';

/** In Markdown: how the work was done, corrections of what was published, and what changed since the last report. */

export function methodMarkdown({ cover }: Report, t: Translate): Block {
  return section(
    t('report.method.title'),
    ...DISCLOSURES.flatMap((name) => [
      label(t(`report.method.${name}`)),
      cover[name].trim() === '' ? paragraph(t(`report.method.${name}None`)) : quotation(cover[name]),
    ]),
  );
}

export function correctionsMarkdown({ corrections }: Report, t: Translate): Block {
  const items = corrections.map((correction) => {
    const { ref, published, from, to, at, by } = correction;
    const { number, publishedOn } = published;
    const time = publishedOn === null ? t('report.notRecorded') : whenTold(publishedOn, t);
    return together(
      paragraph(joined([told(ref), say(t, 'report.corrections.publishedOn', { time }, { number })])),
      finding(t('report.corrections.from'), from, isRestated(correction), t),
      finding(t('report.corrections.to'), to, isRestated(correction), t),
      paragraph(byAt(by, at, t)),
    );
  });
  return sectionOf('corrections', bullets(items), t);
}

function finding(name: string, told: ToldFinding, isRead: boolean, t: Translate): Block {
  return together(
    paragraph(say(t, 'words.named', { name, what: shortText(told, t) })),
    isRead ? quotation(told.statement) : [],
    told.reason.trim() === '' ? [] : quotation(told.reason),
  );
}

function shortText(short: ShortFinding, t: Translate): MdPart {
  return joined([stateText(short.state, t), qualifications(short, t)]);
}

export function sinceMarkdown({ since }: Report, t: Translate): Block {
  const { previous, changes } = since;
  const title = t('report.since.title');
  if (!previous) return section(title, paragraph(t('report.since.none')));
  const { number, edition, madeAt } = previous;
  const word = { word: `report.fileNames.${edition}` };
  const items = changes.map(({ ref, changes: codes, finding: moved }) =>
    joined([
      told(ref),
      codes.map((code) => changeText(code, t)).join(t('words.comma')),
      moved && [shortText(moved.from, t), t('words.arrow'), shortText(moved.to, t)],
    ]),
  );
  return section(
    title,
    paragraph(say(t, 'report.since.previous', { at: moment(madeAt, t) }, { number, edition: word })),
    items.length === 0 ? paragraph(t('report.since.nothing')) : lines(items),
  );
}

import type { Translate } from '../messages/translate.ts';
import {
  address,
  bullets,
  code,
  lines,
  paragraph,
  quotation,
  together,
  told,
  type Block,
  type MdPart,
} from './markdown.ts';
import type { Report } from './report-data.ts';
import { exhibitText, placeText } from './report-markdown-evidence.ts';
import {
  itemText,
  joined,
  moment,
  ofKnown,
  say,
  section,
  sectionOf,
  sourceText,
  tableOf,
  whenTold,
} from './report-markdown-parts.ts';
import type { ReportExhibit, ReportSource } from './report-sources.ts';
import { reliabilityText } from './report-words.ts';

/** What the report rests on, in Markdown: sources, the exhibits captured from them, and the documents checked. */

export function sourcesMarkdown({ sources }: Report, t: Translate): Block {
  return sectionOf('sources', bullets(sources.map((source) => sourceItem(source, t))), t);
}

function sourceItem(source: ReportSource, t: Translate): Block {
  return together(
    paragraph(joined([sourceText(source, t), reliabilityText(source, t)])),
    interestsBlock(source, t),
    lines([
      ...source.uses.map((use) =>
        joined([
          itemText(use, t),
          placeText(use, t),
          ofKnown(use.exhibit, (exhibit) => exhibitText(exhibit, t)),
        ]),
      ),
      ...source.originOf.map((use) => say(t, 'report.sources.originOf', { item: itemText(use, t) })),
    ]),
  );
}

function interestsBlock({ interests }: ReportSource, t: Translate): Block {
  if (interests === null) return paragraph(t('report.sources.interestsWithheld'));
  return interests.trim() === ''
    ? paragraph([t('report.sources.interests'), ' ', t('report.sources.interestsUnknown')])
    : together(paragraph(t('report.sources.interests')), quotation(interests));
}

/** The files that evidence was captured in, each with its hash; those of confidential sources are counted. */
export function exhibitsMarkdown({ exhibits }: Report, t: Translate): Block {
  const { listed, withheld } = exhibits;
  return section(
    t('report.exhibits.title'),
    listed.length + withheld === 0 ? paragraph(t('report.exhibits.none')) : [],
    withheld === 0 ? [] : paragraph(t('report.exhibits.withheldCount', { count: withheld })),
    listed.length === 0 ? [] : paragraph(t('report.exhibits.caption')),
    bullets(listed.map((exhibit) => exhibitItem(exhibit, t))),
  );
}

function exhibitItem(exhibit: ReportExhibit, t: Translate): Block {
  const { number, title, kind, sha256, bytes, mediaType, fileName, uses } = exhibit;
  return together(
    paragraph(
      joined([
        [t('report.exhibits.label', { number }), ' ', told(title)],
        t(`words.exhibits.${kind}`),
        joined(uses.map((use) => itemText(use, t))),
      ]),
    ),
    lines(
      [
        timesText(exhibit, t),
        addressesText(exhibit, t),
        say(t, 'words.named', { name: t('report.exhibits.sha256'), what: code(sha256) }),
        joined([
          told(mediaType),
          t('report.exhibits.bytes', { count: bytes }),
          fileName === null
            ? t('report.exhibits.noFileName')
            : say(t, 'report.exhibits.fileName', { name: told(fileName) }),
        ]),
      ].filter((line) => line !== null),
    ),
  );
}

/** Published, captured, accessed and taken in: four times, each under its own name. */
function timesText({ publishedOn, capturedOn, accessedOn, addedAt }: ReportExhibit, t: Translate): MdPart {
  const times = { published: publishedOn, captured: capturedOn, accessed: accessedOn };
  return joined([
    ...Object.entries(times).map(([name, time]) =>
      ofKnown(time, (known) => say(t, `report.times.${name}`, { time: whenTold(known, t) })),
    ),
    say(t, 'report.times.takenIn', { time: moment(addedAt, t) }),
  ]);
}

function addressesText({ address: original, archivedAddress }: ReportExhibit, t: Translate): MdPart {
  return joined([
    ofKnown(original, address),
    ofKnown(archivedAddress, (archived) =>
      say(t, 'report.exhibits.archived', { address: address(archived) }),
    ),
  ]);
}

export function documentsMarkdown({ documents }: Report, t: Translate): Block {
  const kept = t('report.documents.kept');
  const rows = documents.map((document): MdPart[] =>
    document.withheld
      ? [t('report.documents.withheld'), kept, kept, kept]
      : [
          told(document.title),
          document.fileName === null ? t('report.documents.pasted') : told(document.fileName),
          moment(document.addedAt, t),
          code(document.sha256),
        ],
  );
  return sectionOf('documents', tableOf('documents', ['document', 'file', 'added', 'sha256'], rows, t), t);
}

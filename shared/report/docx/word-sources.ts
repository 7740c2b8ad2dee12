import type { Report } from '../report-data.ts';
import type { ReportExhibit, ReportSource, ReportUse } from '../report-sources.ts';
import { reliabilityText } from '../report-words.ts';
import {
  aboutSource,
  datesAndAddress,
  exhibitBookmark,
  exhibitWithHash,
  locatorText,
} from './word-evidence.ts';
import {
  joined,
  moment,
  ofKnown,
  refLink,
  say,
  whenTold,
  type WordSection,
  type WordWriting,
} from './word-parts.ts';
import { block, line, sectionOf, small, smallOf, table, tableSection, type Cell } from './word-table.ts';
import { address, look, paragraph, told, type Part } from './word.ts';

/** What the report rests on: sources, and the exhibits that were captured from them. */

export function sourcesWord({ sources }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const rows = sources.map((source): Cell[] => [
    [line(told(source.name, 'Name')), ...aboutSource(source, t).map(small)],
    interestsCell(source, writing),
    [
      ...source.uses.map((use) => line(usedFor(use, writing))),
      ...source.originOf.map((use) =>
        line(say(t, 'report.sources.originOf', { item: itemText(use, writing) })),
      ),
    ],
  ]);
  return tableSection('sources', { source: 22, about: 26, uses: 52 }, rows, t);
}

function interestsCell(source: ReportSource, { t }: WordWriting): Cell {
  const { interests } = source;
  return [
    small(reliabilityText(source, t)),
    ...(interests === null
      ? [small(t('report.sources.interestsWithheld'))]
      : [
          small(t('report.sources.interests')),
          block(interests) ?? small(t('report.sources.interestsUnknown')),
        ]),
  ];
}

function usedFor(use: ReportSource['uses'][number], writing: WordWriting): Part {
  const { t } = writing;
  return joined([
    itemText(use, writing),
    locatorText(use, t),
    datesAndAddress(use, t),
    ofKnown(use.exhibit, (known) => exhibitWithHash(known, t)),
  ]);
}

function itemText({ ref, number }: ReportUse, writing: WordWriting): Part {
  return say(writing.t, 'report.sources.item', { ref: refLink(writing, ref) }, { number });
}

/** The files that evidence was captured in, each with its hash; those of confidential sources are counted. */
export function exhibitsWord({ exhibits }: Report, writing: WordWriting): WordSection {
  const { t } = writing;
  const { listed, withheld } = exhibits;
  const named = new Set<number>();
  const rows = listed.map((exhibit) => {
    const first = !named.has(exhibit.number);
    named.add(exhibit.number);
    return exhibitRow(exhibit, first, writing);
  });
  const columns = { exhibit: 20, times: 21, where: 21, file: 25, uses: 13 };
  return sectionOf('exhibits', t, [
    ...(listed.length + withheld === 0 ? [paragraph('Body', t('report.exhibits.none'))] : []),
    ...(withheld === 0 ? [] : [paragraph('Body', t('report.exhibits.withheldCount', { count: withheld }))]),
    ...(listed.length === 0
      ? []
      : table({ id: 'exhibits', caption: t('report.exhibits.caption'), columns }, rows, t)),
  ]);
}

/** Two exhibits of one number, as in a file from elsewhere, cannot both be where links to it lead. */
function exhibitRow(exhibit: ReportExhibit, isFirst: boolean, writing: WordWriting): Cell[] {
  const { t } = writing;
  const { number, title, kind, sha256, bytes, mediaType, fileName, uses } = exhibit;
  const label = [look('Name', t('report.exhibits.label', { number })), ' ', told(title)];
  return [
    [paragraph('Cell', label, isFirst ? [exhibitBookmark(number)] : []), small(t(`words.exhibits.${kind}`))],
    timesCell(exhibit, writing),
    addressesCell(exhibit, writing),
    [
      small(t('report.exhibits.sha256')),
      line(look('Code', sha256)),
      small(joined([told(mediaType), t('report.exhibits.bytes', { count: bytes })])),
      small(
        fileName === null
          ? t('report.exhibits.noFileName')
          : say(t, 'report.exhibits.fileName', { name: told(fileName) }),
      ),
    ],
    uses.map((use) => line(itemText(use, writing))),
  ];
}

/** Published, captured, accessed and taken in: four times, each under its own name. */
function timesCell(
  { publishedOn, capturedOn, accessedOn, addedAt }: ReportExhibit,
  { t }: WordWriting,
): Cell {
  const times = { published: publishedOn, captured: capturedOn, accessed: accessedOn };
  const known = Object.entries(times).map(([name, time]) =>
    line(ofKnown(time, (when) => t(`report.times.${name}`, { time: whenTold(when, t) }))),
  );
  return [...known, line(t('report.times.takenIn', { time: moment(addedAt, t) }))];
}

function addressesCell({ address: original, archivedAddress }: ReportExhibit, { t }: WordWriting): Cell {
  if (original === null && archivedAddress === null) return [line(t('report.notRecorded'))];
  return [
    line(ofKnown(original, address)),
    smallOf(archivedAddress, (archived) =>
      say(t, 'report.exhibits.archived', { address: address(archived) }),
    ),
  ];
}

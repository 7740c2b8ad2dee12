import { markup, type Html, type HtmlPart } from './html.ts';
import type { Report } from './report-data.ts';
import {
  datesAndAddress,
  exhibitAnchor,
  exhibitWithHash,
  locatorText,
  sourceText,
} from './report-evidence-html.ts';
import {
  address,
  block,
  hash,
  joined,
  list,
  moment,
  paragraph,
  refLink,
  say,
  section,
  small,
  smallOf,
  table,
  tableSection,
  told,
  whenTold,
  type Writing,
} from './report-parts.ts';
import type { ReportExhibit, ReportSource, ReportUse } from './report-sources.ts';
import { reliabilityText } from './report-words.ts';

/** What the report rests on: sources, the exhibits that were captured from them, and the documents that were checked. */

export function sourcesSection({ sources }: Report, writing: Writing): Html {
  const { t } = writing;
  const rows = sources.map((source): [HtmlPart, ...HtmlPart[]] => [
    sourceText(source, t),
    aboutText(source, writing),
    list(
      [
        ...source.uses.map((use) => usedFor(use, writing)),
        ...source.originOf.map((use) => say(t, 'report.sources.originOf', { item: itemText(use, writing) })),
      ],
      'plain',
    ),
  ]);
  return tableSection('sources', ['source', 'about', 'uses'], rows, t);
}

function aboutText(source: ReportSource, { t }: Writing): HtmlPart {
  const { interests } = source;
  return [
    markup`<span class="small">${reliabilityText(source, t)}</span>`,
    interests === null
      ? small(t('report.sources.interestsWithheld'))
      : [
          small(t('report.sources.interests')),
          interests.trim() === '' ? small(t('report.sources.interestsUnknown')) : block(interests),
        ],
  ];
}

function usedFor(use: ReportSource['uses'][number], writing: Writing): Html {
  const { t } = writing;
  const { exhibit } = use;
  return markup`${joined([itemText(use, writing), locatorText(use, t), datesAndAddress(use, t)])}${smallOf(
    exhibit,
    (known) => exhibitWithHash(known, t),
  )}`;
}

function itemText({ ref, number }: ReportUse, writing: Writing): Html {
  return say(writing.t, 'report.sources.item', { ref: refLink(writing, ref) }, { number });
}

/** The files that evidence was captured in, each with its hash; those of confidential sources are counted. */
export function exhibitsSection({ exhibits }: Report, writing: Writing): Html {
  const { t } = writing;
  const { listed, withheld } = exhibits;
  const anchored = new Set<number>();
  const rows = listed.map((exhibit) => {
    const first = !anchored.has(exhibit.number);
    anchored.add(exhibit.number);
    return exhibitRow(exhibit, first, writing);
  });
  const heads = ['exhibit', 'times', 'where', 'file', 'uses'].map((head) => t(`report.exhibits.${head}`));
  return section(
    'exhibits',
    t('report.exhibits.title'),
    listed.length + withheld === 0 ? paragraph(t('report.exhibits.none')) : null,
    withheld === 0 ? null : paragraph(t('report.exhibits.withheldCount', { count: withheld })),
    listed.length === 0 ? null : table(t('report.exhibits.caption'), heads, rows, 'exhibits'),
  );
}

/** Two exhibits of one number, as in a file from elsewhere, cannot both be where links to it lead. */
function exhibitRow(exhibit: ReportExhibit, isFirst: boolean, writing: Writing): [HtmlPart, ...HtmlPart[]] {
  const { t } = writing;
  const { number, title, kind, sha256, bytes, mediaType, fileName, uses } = exhibit;
  const label = t('report.exhibits.label', { number });
  return [
    [
      isFirst ? markup`<span id="${exhibitAnchor(number)}">${label}</span>` : label,
      ' ',
      told(title),
      small(t(`words.exhibits.${kind}`)),
    ],
    timesText(exhibit, writing),
    addressesText(exhibit, writing),
    [
      markup`<span class="small">${t('report.exhibits.sha256')}</span> `,
      hash(sha256),
      small(joined([told(mediaType), t('report.exhibits.bytes', { count: bytes })])),
      small(
        fileName === null
          ? t('report.exhibits.noFileName')
          : say(t, 'report.exhibits.fileName', { name: told(fileName) }),
      ),
    ],
    list(
      uses.map((use) => itemText(use, writing)),
      'plain',
    ),
  ];
}

/** Published, captured, accessed and taken in: four times, each under its own name. */
function timesText(
  { publishedOn, capturedOn, accessedOn, addedAt }: ReportExhibit,
  { t }: Writing,
): HtmlPart {
  const times = { published: publishedOn, captured: capturedOn, accessed: accessedOn };
  const lines = Object.entries(times).flatMap(([name, time]) =>
    time === null ? [] : [say(t, `report.times.${name}`, { time: whenTold(time, t) })],
  );
  return list([...lines, say(t, 'report.times.takenIn', { time: moment(addedAt) })], 'plain');
}

function addressesText({ address: original, archivedAddress }: ReportExhibit, { t }: Writing): HtmlPart {
  if (original === null && archivedAddress === null) return t('report.notRecorded');
  return [
    original === null ? null : address(original),
    smallOf(archivedAddress, (archived) =>
      say(t, 'report.exhibits.archived', { address: address(archived) }),
    ),
  ];
}

export function documentsSection({ documents }: Report, { t }: Writing): Html {
  const kept = t('report.documents.kept');
  const rows = documents.map((document): [HtmlPart, ...HtmlPart[]] =>
    document.withheld
      ? [t('report.documents.withheld'), kept, kept, kept]
      : [
          told(document.title),
          document.fileName === null ? t('report.documents.pasted') : told(document.fileName),
          moment(document.addedAt),
          hash(document.sha256),
        ],
  );
  return tableSection('documents', ['document', 'file', 'added', 'sha256'], rows, t);
}

import { STATES } from '../../case/words.ts';
import { DOUBT_GLYPH, GLYPHS, MARK_GLYPHS } from '../../messages/glyphs.ts';
import type { ReportLanguage } from '../../messages/report-languages.ts';
import type { Translate } from '../../messages/translate.ts';
import { directionOf } from '../../text/direction.ts';
import { markup, rendered, type Html, type HtmlPart } from '../html.ts';
import {
  facts,
  hash,
  joined,
  list,
  moment,
  nameOf,
  paragraph,
  say,
  section,
  stateMark,
  told,
} from '../report-parts.ts';
import { REPORT_STYLE } from '../report-style.ts';
import { remembering } from '../report-words.ts';
import type { AnnotatedDocument } from './annotated-data.ts';
import { noteHtml, placesOfNotes } from './annotated-note-html.ts';
import { ANNOTATED_STYLE } from './annotated-style.ts';
import { textHtml } from './annotated-text-html.ts';
import { coverageText } from './annotated-words.ts';

/**
 * An annotated document as one HTML file without scripts and without anything remote, for the screen and for paper: the
 * text with its marks, and beside each block the notes on it. The same document and language give the same text.
 */
export function annotatedHtml(
  document: AnnotatedDocument,
  language: ReportLanguage,
  translate: Translate,
): string {
  const t = remembering(translate);
  const title = t('annotated.pageTitle', {
    title: document.document.title.replace(/\s+/gu, ' '),
    edition: { word: `report.fileNames.${document.edition}` },
  });
  const head = markup`<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
`;
  const places = placesOfNotes(document);
  const body = markup`</head>
<body>
<main>
${headerOf(document, t)}${section('text', t('annotated.text'), keyOf(document, t), textHtml(document, places, t))}${apartSection(document, places, t)}${meaningsSection(t)}${aboutSection(document, t)}</main>
</body>
</html>
`;
  return `<!DOCTYPE html>\n${rendered(head)}<style>\n${REPORT_STYLE}${ANNOTATED_STYLE}</style>\n${rendered(body)}`;
}

function headerOf(document: AnnotatedDocument, t: Translate): Html {
  const { edition, openQueries, document: about } = document;
  const { number, count } = about.version;
  const intro = [
    t(`annotated.editions.${edition}`),
    edition === 'checked' && openQueries > 0
      ? ` ${t('annotated.openQueries', { count: openQueries })}`
      : null,
    number < count ? [' ', markup`<strong>${t('annotated.facts.notNewest')}</strong>`] : null,
  ];
  return markup`<header>
${paragraph(t('annotated.kicker'), 'kicker')}<h1 class="said" dir="auto">${about.title}</h1>
${paragraph(intro)}${facts([
    [t('annotated.facts.accounted'), coverageText(document, t)],
    [t('annotated.facts.allegations'), countsOf(document, t)],
    [t('annotated.facts.queries'), queriesOf(document, t)],
  ])}</header>
`;
}

function countsOf({ counts }: AnnotatedDocument, t: Translate): Html {
  return joined(
    STATES.filter((state) => counts[state] > 0).map(
      (state) => markup`${counts[state]} ${stateMark(state, t)}`,
    ),
  );
}

/** How many queries the notes have, and how each was decided. */
function queriesOf({ notes }: AnnotatedDocument, t: Translate): Html | null {
  const decisions = notes.flatMap((note) =>
    note.kind === 'query' ? [note.query.decision?.outcome ?? ('open' as const)] : [],
  );
  if (decisions.length === 0) return null;
  const words = { change: 'words.decisions.change', stet: 'words.decisions.stet', open: 'annotated.open' };
  return joined(
    (['change', 'stet', 'open'] as const).map((outcome) => {
      const count = decisions.filter((each) => each === outcome).length;
      return count === 0 ? null : `${count} ${t(words[outcome])}`;
    }),
  );
}

/** The signs that stand in this text, in a line. */
function keyOf({ counts, notes, places, blocks }: AnnotatedDocument, t: Translate): Html {
  const sign = (shown: string, means: string): Html =>
    markup`<span class="sign-of"><span class="sign">${shown}</span> ${means}</span>`;
  const marks = new Set(blocks.flatMap(({ segments }) => segments.flatMap(({ mark }) => mark ?? [])));
  const signs = [
    ...STATES.filter((state) => counts[state] > 0).map((state) =>
      sign(t('annotated.key.state', { glyph: GLYPHS[state] }), t(`words.states.${state}`)),
    ),
    notes.some(({ kind }) => kind === 'query')
      ? sign(t('annotated.key.query'), t('annotated.key.queryMeans'))
      : null,
    places.some(({ doubt }) => doubt !== null) ? sign(DOUBT_GLYPH, t('annotated.key.doubtMeans')) : null,
    ...(['opinion', 'nothing'] as const)
      .filter((kind) => marks.has(kind))
      .map((kind) => sign(MARK_GLYPHS[kind], t(`words.markKinds.${kind}`))),
  ];
  return paragraph([joined(signs, ' '), ' ', t('annotated.key.plain')], 'key');
}

/** What stands nowhere in the text for certain: told in full, apart from it. */
function apartSection(
  document: AnnotatedDocument,
  places: ReadonlyMap<number, readonly number[]>,
  t: Translate,
): Html | null {
  const { apart, notesOfBlocks } = document;
  if (apart.length === 0) return null;
  const shown = new Set(notesOfBlocks.flat());
  const items = [...new Set(apart.map(({ note }) => note))].map((note): HtmlPart => {
    const lost = apart.filter((each) => each.note === note);
    const words = lost.map(
      ({ exact, doubt }) =>
        markup`<p class="label">${doubt === null ? t('annotated.apart.words') : t(`report.allegations.doubts.${doubt}`)}</p>\n<blockquote dir="auto" class="told">${exact}</blockquote>\n`,
    );
    return [words, noteHtml(document, note, shown.has(note) ? 'again' : 'whole', places, t)];
  });
  return section(
    'apart',
    t('annotated.apart.title'),
    paragraph(t('annotated.apart.intro')),
    markup`<ul class="notes apart">\n${items.map((item) => markup`<li>\n${item}</li>\n`)}</ul>\n`,
  );
}

function meaningsSection(t: Translate): Html {
  const meanings = STATES.map((state) => [stateMark(state, t), ' ', t(`report.meanings.${state}`)]);
  return section(
    'meanings',
    t('annotated.meanings'),
    list(meanings, 'meanings'),
    paragraph(t('report.meanings.quote')),
    paragraph(t('annotated.coverage.means')),
  );
}

function aboutSection(document: AnnotatedDocument, t: Translate): Html {
  const { madeAt, preparedBy, appVersion, document: about } = document;
  const { fileName, addedAt, sha256, version, previous } = about;
  const prepared =
    preparedBy === ''
      ? nameOf(preparedBy, t)
      : say(t, 'report.facts.selfDeclared', { name: told(preparedBy) });
  return section(
    'about',
    t('annotated.about'),
    facts([
      [t('annotated.facts.case'), told(document.case.title)],
      [t('annotated.facts.file'), fileName === null ? t('annotated.facts.pasted') : told(fileName)],
      [t('annotated.facts.version'), say(t, 'annotated.facts.versionOf', { time: moment(addedAt) }, version)],
      [t('annotated.facts.sha256'), hash(sha256)],
      [
        t('annotated.facts.previous'),
        previous && [
          say(t, 'annotated.facts.previousOf', {
            title: told(previous.title),
            time: moment(previous.addedAt),
          }),
          markup`<br>${hash(previous.sha256)}`,
        ],
      ],
      [t('report.facts.madeAt'), moment(madeAt)],
      [t('report.facts.preparedBy'), prepared],
      [t('report.facts.madeWith'), t('report.facts.version', { version: appVersion })],
      [t('report.facts.caseId'), markup`<code dir="ltr">${document.case.id}</code>`],
    ]),
  );
}

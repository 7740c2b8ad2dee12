import { MARK_GLYPHS } from '../../messages/glyphs.ts';
import type { Translate } from '../../messages/translate.ts';
import { markup, type Html, type HtmlPart } from '../html.ts';
import { rowsOf, type AnnotatedBlock, type AnnotatedSegment } from './annotated-blocks.ts';
import type { AnnotatedDocument } from './annotated-data.ts';
import { noteHtml, noteId, placeId } from './annotated-note-html.ts';
import { endsMark, labelOf, listsOf, noteOf, placeOf, spokenLabel } from './annotated-words.ts';

/** The text with its marks, block by block, each with the notes whose first label it has. */
export function textHtml(
  document: AnnotatedDocument,
  places: ReadonlyMap<number, readonly number[]>,
  t: Translate,
): Html {
  const { blocks, notesOfBlocks } = document;
  const language = languageOf(document);
  const row = (index: number): Html => {
    const own = notesOfBlocks[index] ?? [];
    const notes = own.map((note) => markup`<li>${noteHtml(document, note, 'whole', places, t)}</li>\n`);
    const shown = blocks[index];
    return markup`<div class="text"${language}>${shown ? blockHtml(shown, document, t) : null}</div>
${own.length === 0 ? null : markup`<ul class="notes" aria-label="${t('annotated.notes')}">\n${notes}</ul>\n`}`;
  };
  const rows = listsOf(blocks).map(({ isList, from, to }) => {
    const each = blocks.slice(from, to).map((_, at) => row(from + at));
    return isList
      ? markup`<ul class="rows">\n${each.map((item) => markup`<li class="row">${item}</li>\n`)}</ul>\n`
      : markup`<div class="row">${each}</div>\n`;
  });
  return markup`<article>\n${rows}</article>\n`;
}

/** Only where it is known: a language that is guessed for what people wrote would be read out wrongly. */
function languageOf({ document: { language } }: AnnotatedDocument): Html | null {
  return language !== null && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language)
    ? markup` lang="${language}"`
    : null;
}

function blockHtml(block: AnnotatedBlock, document: AnnotatedDocument, t: Translate): Html {
  const { kind, segments, depth, level, bullet } = block;
  const words = runHtml(segments, document, t);
  // The text is a section below the title of the page, so its headings begin two below that.
  if (kind === 'heading') return headingHtml(Math.min(depth + 2, 6), words);
  if (kind === 'quote') return markup`<blockquote dir="auto" class="words">${words}</blockquote>`;
  if (kind === 'table') return tableHtml(segments, document, t);
  if (kind === 'item') {
    const sign = bullet ? markup`<span aria-hidden="true">• </span>` : null;
    return markup`<p dir="auto" class="words item level-${Math.min(level, 6)}">${sign}${words}</p>`;
  }
  return markup`<p dir="auto" class="words kind-${kind}">${words}</p>`;
}

function headingHtml(level: number, words: HtmlPart): Html {
  if (level === 3) return markup`<h3 dir="auto" class="words">${words}</h3>`;
  if (level === 4) return markup`<h4 dir="auto" class="words">${words}</h4>`;
  if (level === 5) return markup`<h5 dir="auto" class="words">${words}</h5>`;
  return markup`<h6 dir="auto" class="words">${words}</h6>`;
}

function tableHtml(segments: readonly AnnotatedSegment[], document: AnnotatedDocument, t: Translate): Html {
  const rows = rowsOf(segments).map(
    (cells) =>
      markup`<tr>${cells.map((cell) => markup`<td dir="auto">${runHtml(cell, document, t)}</td>`)}</tr>\n`,
  );
  return markup`<table>\n<caption>${t('annotated.table')}</caption>\n<tbody>\n${rows}</tbody>\n</table>`;
}

function runHtml(segments: readonly AnnotatedSegment[], document: AnnotatedDocument, t: Translate): Html {
  return markup`${segments.map((segment, index) => [
    segment.page === null
      ? null
      : markup`<span class="page">${t('annotated.page', { page: segment.page })}</span> `,
    segmentHtml(segment, document),
    segment.ends.map((place) => labelHtml(place, document, t)),
    endsMark(segments, index) && segment.mark !== null
      ? markup`<sup class="mark-sign">${MARK_GLYPHS[segment.mark]}</sup>`
      : null,
  ])}`;
}

/** Words under marks look like the innermost allegation; lines under them say when there are more, or queries. */
function segmentHtml({ text, in: places, mark }: AnnotatedSegment, document: AnnotatedDocument): HtmlPart {
  const notes = places.map((place) => noteOf(document, placeOf(document, place).note));
  const states = notes.flatMap((note) => (note.kind === 'allegation' ? [note.allegation.finding.state] : []));
  const queried = notes.some(({ kind }) => kind === 'query');
  const said = mark === null ? text : markup`<span class="${mark}">${text}</span>`;
  if (text === '' || notes.length === 0) return said;
  const classes = [states.at(-1), states.length > 1 ? 'several' : null, queried ? 'query' : null];
  return markup`<mark class="${classes.filter((name) => name !== null && name !== undefined).join(' ')}">${said}</mark>`;
}

function labelHtml(place: number, document: AnnotatedDocument, t: Translate): Html {
  const { note } = placeOf(document, place);
  return markup`<sup class="no"><a id="${placeId(place)}" href="#${noteId(note)}" aria-label="${spokenLabel(document, place, t)}"><bdi>${labelOf(document, place, t)}</bdi></a></sup>`;
}

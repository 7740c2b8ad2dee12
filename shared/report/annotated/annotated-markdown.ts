import { STATES } from '../../case/words.ts';
import { GLYPHS, MARK_GLYPHS } from '../../messages/glyphs.ts';
import type { Translate } from '../../messages/translate.ts';
import {
  bullets,
  code,
  heading,
  lines,
  md,
  paragraph,
  quotation,
  table,
  together,
  told,
  type Block,
  type Md,
  type MdPart,
} from '../markdown.ts';
import { fact, moment, nameOf, say, section } from '../report-markdown-parts.ts';
import { remembering } from '../report-words.ts';
import { rowsOf, type AnnotatedBlock, type AnnotatedSegment } from './annotated-blocks.ts';
import type { AnnotatedDocument } from './annotated-data.ts';
import { noteParts, type NoteLine } from './annotated-note-lines.ts';
import type { AnnotatedNote } from './annotated-notes.ts';
import { coverageText, endsMark, labelOf, listsOf, noteOf, placeOf } from './annotated-words.ts';

/** Around the words of a place; emphasis could not mark words inside of others, nor in every script. */
const [OPEN, CLOSE] = ['⟦', '⟧'];

/**
 * An annotated document as Markdown: CommonMark with the tables and the footnotes of GFM, without any HTML in it. Each
 * place stands between ⟦ and ⟧ with its label and the number of its footnote behind it. The same document gives the
 * same text.
 */
export function annotatedMarkdown(document: AnnotatedDocument, translate: Translate): string {
  const t = remembering(translate);
  const begun = new Set<number>();
  const text = listsOf(document.blocks).map(({ isList, from, to }) => {
    const blocks = document.blocks.slice(from, to);
    return isList
      ? lines(blocks.map(({ segments }) => wordsOf(segments, document, begun, t)))
      : together(...blocks.map((block) => blockOf(block, document, begun, t)));
  });
  const all = together(
    headerOf(document, t),
    section(t('annotated.text'), paragraph(t('annotated.markdown', { open: OPEN, close: CLOSE })), ...text),
    apartOf(document, t),
    section(
      t('annotated.meanings'),
      lines(
        STATES.map(
          (state) => md`**${GLYPHS[state]} ${t(`words.states.${state}`)}** ${t(`report.meanings.${state}`)}`,
        ),
      ),
      paragraph(t('annotated.coverage.means')),
    ),
    aboutOf(document, t),
    ...document.notes.map((note) => footnote(note, t)),
  );
  return `${all.join('\n')}\n`;
}

function headerOf(document: AnnotatedDocument, t: Translate): Block {
  const { edition, openQueries, document: about } = document;
  const { number, count } = about.version;
  return together(
    heading(1, told(about.title)),
    paragraph(md`**${t('annotated.kicker')}**`),
    paragraph(t(`annotated.editions.${edition}`)),
    edition === 'checked' && openQueries > 0
      ? paragraph(t('annotated.openQueries', { count: openQueries }))
      : [],
    number < count ? paragraph(t('annotated.facts.notNewest')) : [],
    bullets([fact(t('annotated.facts.accounted'), coverageText(document, t))]),
  );
}

function blockOf(
  block: AnnotatedBlock,
  document: AnnotatedDocument,
  begun: Set<number>,
  t: Translate,
): Block {
  const { kind, segments } = block;
  if (kind === 'table') {
    const rows = rowsOf(segments).map((cells) => cells.map((cell) => wordsOf(cell, document, begun, t)));
    const columns = Math.max(...rows.map((cells) => cells.length));
    return table(
      Array.from({ length: columns }, () => ''),
      rows.map((cells) => [...cells, ...Array.from({ length: columns - cells.length }, () => null)]),
    );
  }
  const words = wordsOf(segments, document, begun, t);
  if (kind === 'heading') return heading(3, words);
  return kind === 'quote' ? paragraph(words).map((line) => `> ${line}`) : paragraph(words);
}

/** The words of a block in a line: where lines break inside of it means nothing. */
function wordsOf(
  segments: readonly AnnotatedSegment[],
  document: AnnotatedDocument,
  begun: Set<number>,
  t: Translate,
): Md {
  const parts = segments.map((segment, index): MdPart => {
    const { text, in: places, ends, mark, page } = segment;
    const opening = places.filter((place) => !begun.has(place));
    for (const place of opening) begun.add(place);
    return [
      page === null ? null : `[${t('annotated.page', { page })}] `,
      OPEN.repeat(opening.length),
      text.replace(/\s*[\n\u2028\u2029]\s*/gu, ' '),
      ends.map((place): MdPart => {
        const note = noteOf(document, placeOf(document, place).note);
        return [CLOSE, labelOf(document, place, t), reference(note)];
      }),
      endsMark(segments, index) && mark !== null ? MARK_GLYPHS[mark] : null,
    ];
  });
  return md`${parts}`;
}

function reference(note: AnnotatedNote): Md {
  return note.kind === 'query' ? md`[^Q${note.query.number}]` : md`[^${note.number}]`;
}

/** What belongs to a footnote stands four spaces in. */
function footnote(note: AnnotatedNote, t: Translate): Block {
  const body = together(...noteParts(note, t).flatMap((part) => part.lines.map(lineOf)));
  const [mark = ''] = paragraph(reference(note));
  return body.map((line, index) => (index === 0 ? `${mark}: ${line}` : line === '' ? '' : `    ${line}`));
}

function lineOf({ name, text }: NoteLine): Block {
  if (/[\n\u2028\u2029]/.test(text)) {
    return together(name === null ? [] : paragraph(md`**${name}**`), quotation(text));
  }
  return paragraph(name === null ? told(text) : md`**${name}** ${told(text)}`);
}

/** What stands nowhere in the text for certain, with the number of its footnote. */
function apartOf(document: AnnotatedDocument, t: Translate): Block {
  const { apart } = document;
  if (apart.length === 0) return [];
  return section(
    t('annotated.apart.title'),
    paragraph(t('annotated.apart.intro')),
    ...apart.map(({ note, doubt, exact }) =>
      together(
        quotation(exact),
        paragraph([
          doubt === null ? t('annotated.apart.words') : t(`report.allegations.doubts.${doubt}`),
          ' ',
          reference(noteOf(document, note)),
        ]),
      ),
    ),
  );
}

function aboutOf(document: AnnotatedDocument, t: Translate): Block {
  const { madeAt, preparedBy, appVersion, document: about } = document;
  const { fileName, addedAt, sha256, version, previous } = about;
  return section(
    t('annotated.about'),
    bullets([
      fact(t('annotated.facts.case'), told(document.case.title)),
      fact(t('annotated.facts.file'), fileName === null ? t('annotated.facts.pasted') : told(fileName)),
      fact(
        t('annotated.facts.version'),
        say(t, 'annotated.facts.versionOf', { time: moment(addedAt, t) }, version),
      ),
      fact(t('annotated.facts.sha256'), code(sha256)),
      fact(
        t('annotated.facts.previous'),
        previous && [
          say(t, 'annotated.facts.previousOf', {
            title: told(previous.title),
            time: moment(previous.addedAt, t),
          }),
          t('words.comma'),
          code(previous.sha256),
        ],
      ),
      fact(t('report.facts.madeAt'), moment(madeAt, t)),
      fact(
        t('report.facts.preparedBy'),
        preparedBy === '' ? nameOf('', t) : say(t, 'report.facts.selfDeclared', { name: told(preparedBy) }),
      ),
      fact(t('report.facts.madeWith'), t('report.facts.version', { version: appVersion })),
      fact(t('report.facts.caseId'), code(document.case.id)),
    ]),
  );
}

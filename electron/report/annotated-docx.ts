import {
  Document,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type FileChild,
} from 'docx';
import type { ReportLanguage } from '../../shared/messages/report-languages.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { rowsOf, type AnnotatedBlock } from '../../shared/report/annotated/annotated-blocks.ts';
import type { AnnotatedDocument } from '../../shared/report/annotated/annotated-data.ts';
import { remembering } from '../../shared/report/report-words.ts';
import { directionOfText } from '../../shared/text/direction.ts';
import { visible } from '../../shared/text/visible.ts';
import { apartBlocks, Comments } from './annotated-docx-comments.ts';
import { RunMaker } from './annotated-docx-runs.ts';
import { stylesFor, BULLET, NUMBERING } from './annotated-docx-styles.ts';
import { docxParts, zipped } from './docx-parts.ts';

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/**
 * An annotated document as a DOCX file (ECMA-376) for those who edit: the article as it stands, its notes as comments on
 * the very words, each by who decided and when, a query answered by its decision; the wordings that go in as tracked
 * changes, so that accepting them all gives the changed text. What does not stand in the text follows behind it. The
 * same document and language give the same bytes.
 */
export async function annotatedDocx(
  document: AnnotatedDocument,
  language: ReportLanguage,
  translate: Translate,
): Promise<Uint8Array> {
  const t = remembering(translate);
  const { title, language: own } = document.document;
  const comments = new Comments(document, language, t);
  const runs = new RunMaker(document, comments);
  const children = [
    ...document.blocks.map((block) => blockOf(block, runs)),
    ...apartBlocks(document, language, t),
  ];
  const word = new Document({
    title: visible(title),
    styles: stylesFor(own ?? language),
    numbering: NUMBERING,
    comments: { children: comments.all },
    sections: [{ children }],
  });
  return zipped(await docxParts(word, { title, language: own ?? language, madeAt: document.madeAt }));
}

function blockOf(block: AnnotatedBlock, runs: RunMaker): FileChild {
  const { kind, level, depth, bullet, segments } = block;
  const text = segments.map((segment) => segment.text).join('');
  const rtl = directionOfText(text) === 'rtl' ? { bidirectional: true } : {};
  if (kind === 'table') return tableOf(block, runs, rtl);
  const children = runs.of(segments);
  if (kind === 'heading')
    return new Paragraph({ heading: LEVELS[Math.min(depth, 6) - 1] ?? LEVELS[5], ...rtl, children });
  if (kind === 'item') {
    const at = Math.min(level, 9) - 1;
    return bullet
      ? new Paragraph({ style: 'Item', numbering: { reference: BULLET, level: at }, ...rtl, children })
      : new Paragraph({ style: 'Item', indent: { start: 284 * level }, ...rtl, children });
  }
  return new Paragraph({ style: kind, ...rtl, children });
}

function tableOf({ segments }: AnnotatedBlock, runs: RunMaker, rtl: object): Table {
  const rows = rowsOf(segments);
  // A row of a word processor has as many cells as all others.
  const columns = Math.max(...rows.map((cells) => cells.length));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: Array.from(
            { length: columns },
            (_, column) =>
              new TableCell({
                children: [new Paragraph({ style: 'text', ...rtl, children: runs.of(cells[column] ?? []) })],
              }),
          ),
        }),
    ),
  });
}

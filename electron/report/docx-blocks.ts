import {
  BookmarkEnd,
  BookmarkStart,
  ConcreteHyperlink,
  FootnoteReferenceRun,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Piece, WordBlock, WordParagraph, WordTable } from '../../shared/report/docx/word.ts';
import { HEAD_RULE, LINE, NO_RULE, styleId, TABLE_RULE } from './docx-styles.ts';

/** The library puts the number of its own list in the place of this, also where people wrote it; not of its parts. */
const PLACEHOLDER = '{default-bullet-numbering-0}';

/** Where the links of one part of the file lead, each address once. */
export type Links = Map<string, string>;

/** Notes by their numbers, which count from one. */
export type Notes = Record<string, { children: Paragraph[] }>;

/** Turns the blocks of a document into those of the library, and keeps what stands elsewhere in the file. */
export class BlockMaker {
  /** The addresses of the text and of its notes, which are two parts of the file. */
  readonly links = { text: new Map<string, string>(), notes: new Map<string, string>() };
  private readonly rtl: boolean;
  private bookmarks = 0;
  private noted = 0;
  private notes: Notes = {};

  constructor(rtl: boolean) {
    this.rtl = rtl;
  }

  /** The notes of the blocks that were made since it was asked last. */
  takeNotes(): Notes {
    const taken = this.notes;
    this.notes = {};
    return taken;
  }

  block(block: WordBlock): Paragraph | Table {
    return block.kind === 'table' ? this.table(block) : this.paragraph(block, this.links.text);
  }

  private paragraph({ style, rtl, bookmarks, pieces }: WordParagraph, links: Links): Paragraph {
    const marks = bookmarks.map((name) => ({ name, id: ++this.bookmarks }));
    const runs = pieces.flatMap((piece) => this.runs(piece, links));
    const made = new Paragraph({
      style: styleId(style),
      ...((rtl ?? this.rtl) ? { bidirectional: true } : {}),
    });
    // Its own way of adding them numbers bookmarks through all documents of the process.
    for (const { name, id } of marks) made.addChildElement(new BookmarkStart(name, id));
    for (const run of runs) made.addChildElement(run);
    for (const { id } of marks) made.addChildElement(new BookmarkEnd(id));
    return made;
  }

  private runs(
    piece: Piece,
    links: Links,
    isLink = false,
  ): (TextRun | FootnoteReferenceRun | ConcreteHyperlink)[] {
    switch (piece.kind) {
      case 'text': {
        const { text, look, rtl } = piece;
        const style = isLink ? 'Hyperlink' : look && styleId(look);
        const texts = text.includes(PLACEHOLDER) ? text.split(/(?<=\{)/) : [text];
        return texts.map(
          (each) =>
            new TextRun({
              text: each,
              ...(style ? { style } : {}),
              ...(rtl ? { rightToLeft: true } : {}),
            }),
        );
      }
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'tab':
        return [new TextRun({ children: [new Tab()] })];
      case 'link': {
        const children = piece.pieces.flatMap((each) => this.runs(each, links, true));
        return [
          piece.inside
            ? new ConcreteHyperlink(children, '', piece.to)
            : new ConcreteHyperlink(children, linkId(piece.to, links)),
        ];
      }
      case 'footnote': {
        const number = ++this.noted;
        this.notes[number] = {
          children: piece.content.map((each) => this.paragraph(each, this.links.notes)),
        };
        return [new FootnoteReferenceRun(number)];
      }
    }
  }

  private table({ widths, heads, rows }: WordTable): Table {
    const columns = widths.map((width) => Math.round((LINE * width) / 100));
    const cell = (paragraphs: readonly WordParagraph[], column: number): TableCell =>
      new TableCell({
        width: { size: columns[column] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.TOP,
        children: paragraphs.map((each) => this.paragraph(each, this.links.text)),
      });
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: LINE, type: WidthType.DXA },
      columnWidths: columns,
      margins: { top: 50, bottom: 50, left: 0, right: 100 },
      borders: {
        top: HEAD_RULE,
        bottom: TABLE_RULE,
        left: NO_RULE,
        right: NO_RULE,
        insideHorizontal: TABLE_RULE,
        insideVertical: NO_RULE,
      },
      ...(this.rtl ? { visuallyRightToLeft: true } : {}),
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map((head, column) => cell([head], column)),
        }),
        ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
      ],
    });
  }
}

/** The library makes ids by chance; these are counted, so that the same report gives the same bytes. */
function linkId(to: string, links: Links): string {
  const id = links.get(to) ?? `Link${links.size + 1}`;
  links.set(to, id);
  return id;
}

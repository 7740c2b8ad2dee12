import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { setImmediate } from 'node:timers/promises';
import type { ReportLanguage } from '../../shared/messages/report-languages.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { WordBlock, WordDocument } from '../../shared/report/docx/word.ts';
import type { Report } from '../../shared/report/report-data.ts';
import { reportWord } from '../../shared/report/report-word.ts';
import { BlockMaker, type Links } from './docx-blocks.ts';
import { logoParagraph } from './docx-logo.ts';
import { docxParts, zipped, type Parts } from './docx-parts.ts';
import { NUMBERING, PAGE, styleId, stylesFor } from './docx-styles.ts';

const DOCUMENT = 'word/document.xml';
const FOOTNOTES = 'word/footnotes.xml';

/**
 * The report as a DOCX file (ECMA-376), without macros, fields that ask to be updated, and anything remote but links.
 * It is not in shared/ because the library that writes it reads the clock and brings the types of Node along. The same
 * report and language give the same bytes.
 */
export async function reportDocx(
  report: Report,
  language: ReportLanguage,
  t: Translate,
): Promise<Uint8Array> {
  const word = reportWord(report, language, t);
  const maker = new BlockMaker(word.rtl);
  const { text, notes } = await slicesOf(word.blocks, maker);
  const parts = await frameOf(word, maker.links);
  return zipped({
    ...parts,
    [DOCUMENT]: filled(partText(parts, DOCUMENT), '<w:sectPr', text),
    [FOOTNOTES]: filled(partText(parts, FOOTNOTES), '</w:footnotes>', notes),
  });
}

/** So many blocks are written at a time: about a twentieth of a second of work. */
const SLICE = 200;

/**
 * The XML of the text and of its notes, slice by slice. The library holds a document as an object for every word of
 * its XML, and looks through all of its blocks at each table: as one document, 10,000 allegations took 4 GB and two
 * minutes in which nothing else could be done.
 */
async function slicesOf(
  blocks: Iterable<WordBlock>,
  maker: BlockMaker,
): Promise<{ text: Uint8Array[]; notes: Uint8Array[] }> {
  const text: Uint8Array[] = [];
  const notes: Uint8Array[] = [];
  for (const some of inSlices(blocks)) {
    const children = some.map((block) => maker.block(block));
    const slice = await packed(new Document({ sections: [{ children }], footnotes: maker.takeNotes() }));
    text.push(strToU8(between(partText(slice, DOCUMENT), '<w:body>', '<w:sectPr')));
    // The two notes without a number, which the frame has already, say what they are before it.
    notes.push(strToU8(between(partText(slice, FOOTNOTES), '<w:footnote w:id=', '</w:footnotes>', true)));
    await setImmediate();
  }
  return { text, notes };
}

function* inSlices(blocks: Iterable<WordBlock>): Generator<WordBlock[]> {
  let slice: WordBlock[] = [];
  for (const block of blocks) {
    slice.push(block);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}

/** What the library writes before the text of every note. */
const NOTE_NUMBER = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';

/** All parts of the file, with nothing in it yet but the logo. */
async function frameOf(word: WordDocument, links: BlockMaker['links']): Promise<Parts> {
  const { title, language, rtl } = word;
  const { side, above, below, width, height } = PAGE;
  const margin = { top: above, bottom: below, left: side, right: side, header: 567, footer: 567 };
  const frame = new Document({
    title,
    styles: stylesFor(language),
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: { size: { width, height }, margin } },
        footers: { default: new Footer({ children: [pageNumbers(rtl)] }) },
        // Before the text, which is put in behind it. Here the library keeps the picture itself, too.
        children: word.logo ? [logoParagraph(word.logo, rtl)] : [],
      },
    ],
  });
  addLinks(frame.Document, links.text);
  addLinks(frame.FootNotes, links.notes);
  const parts = await docxParts(frame, word);
  return {
    ...parts,
    // The lines between text and notes are no notes, and have no number before them.
    [FOOTNOTES]: strToU8(partText(parts, FOOTNOTES).replaceAll(NOTE_NUMBER, '')),
  };
}

async function packed(document: Document): Promise<Parts> {
  return unzipSync(await Packer.pack(document, 'uint8array'));
}

function partText(parts: Parts, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array());
}

/** What stands from the first `start`, with it or without, to the last `end`; nothing where there is no such place. */
function between(xml: string, start: string, end: string, withStart = false): string {
  const from = xml.indexOf(start);
  return from === -1 ? '' : xml.slice(withStart ? from : from + start.length, xml.lastIndexOf(end));
}

/** A part with everything that belongs in it put before the last place of that name. */
function filled(xml: string, before: string, slices: readonly Uint8Array[]): Uint8Array {
  const at = xml.lastIndexOf(before);
  return Buffer.concat([strToU8(xml.slice(0, at)), ...slices, strToU8(xml.slice(at))]);
}

function pageNumbers(rtl: boolean): Paragraph {
  return new Paragraph({
    style: styleId('CellSmall'),
    alignment: AlignmentType.CENTER,
    bidirectional: rtl,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

function addLinks({ Relationships }: Document['Document'] | Document['FootNotes'], links: Links): void {
  for (const [address, id] of links) Relationships.addRelationship(id, HYPERLINK, address, 'External');
}

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib';
import type { Piece, Place } from '../../shared/protection/found.ts';

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Everything that can be read in a PDF as Stet makes it: the text of its pages; every string in it, wherever it stands
 * (what it says of itself, outline, other texts for pictures, languages, addresses of links, names of places); and its
 * XMP. Throws when the bytes are no PDF.
 *
 * The text of a page comes in the order it was drawn. Lines are joined with a space and without one, since a long word
 * may be broken anywhere; what is written from right to left is also searched backwards. What is drawn as a picture or as
 * outlines is not seen, nor is a letter whose font does not say which it is: a PDF is made of HTML that was searched, and
 * this is the second net.
 */
export async function* pdfPieces(bytes: Uint8Array): AsyncGenerator<Piece, void, void> {
  yield* stringPieces(await PDFDocument.load(bytes, { updateMetadata: false }));
  yield { text: besideStreams(bytes), place: { code: 'raw' } };
  yield* pagePieces(bytes);
}

/** What stands in the bytes of a PDF but for its streams, which are packed: searched as they are they would be noise. */
function besideStreams(bytes: Uint8Array): string {
  const written = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\bstream\r?\n[\s\S]*?endstream/gu, ' ');
  return Buffer.from(written, 'latin1').toString('utf8');
}

async function* pagePieces(bytes: Uint8Array): AsyncGenerator<Piece, void, void> {
  const { getDocument } = await import('./pdfjs.ts');
  const loading = getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 });
  try {
    const pdf = await loading.promise;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const place: Place = { code: 'page', number };
      const runs = items.flatMap((item) => ('str' in item ? [item] : []));
      const lines = runs.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
      yield { text: lines, place };
      yield { text: lines.replaceAll('\n', ''), place };
      if (RTL.test(lines)) yield { text: backwards(lines), place };
      page.cleanup();
    }
  } finally {
    await loading.destroy();
  }
}

const backwards = (text: string): string =>
  text
    .split('\n')
    .map((line) => Array.from(line).toReversed().join(''))
    .join('\n');

function* stringPieces({ context }: PDFDocument): Generator<Piece, void, void> {
  const { Info } = context.trailerInfo;
  const about = Info && context.lookup(Info);
  if (about instanceof PDFDict) {
    for (const [key, value] of about.entries()) {
      yield* stringsIn(value, { code: 'metadata', text: key.decodeText(), number: 1 });
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) {
    const isEntry =
      object instanceof PDFDict && object.has(PDFName.of('Title')) && object.has(PDFName.of('Parent'));
    if (object !== about) yield* stringsIn(object, { code: isEntry ? 'outline' : 'raw' });
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('Metadata')) {
      const text = new TextDecoder().decode(decodePDFRawStream(object).decode());
      yield { text, place: { code: 'metadata', text: 'XMP', number: 1 } };
    }
  }
}

function* stringsIn(object: PDFObject, place: Place): Generator<Piece, void, void> {
  if (object instanceof PDFString || object instanceof PDFHexString) {
    yield { text: object.decodeText(), place };
  } else if (object instanceof PDFName) {
    yield { text: object.decodeText(), place };
  } else if (object instanceof PDFArray) {
    for (const each of object.asArray()) yield* stringsIn(each, place);
  } else if (object instanceof PDFStream) {
    yield* stringsIn(object.dict, place);
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      yield* stringsIn(key, place);
      yield* stringsIn(value, place);
    }
  }
}

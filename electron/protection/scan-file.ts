import { setImmediate } from 'node:timers/promises';
import type { Found, Piece } from '../../shared/protection/found.ts';
import { HTML, markupPieces } from '../../shared/protection/markup-pieces.ts';
import { matcherOf } from '../../shared/protection/matcher.ts';
import type { Needle } from '../../shared/protection/needle.ts';
import { csvPieces, jsonPieces, textPieces } from '../../shared/protection/text-pieces.ts';
import { docxPieces } from './docx-pieces.ts';

/** A file that is to leave, as it would be written. */
export interface Leaving {
  form: ScannedForm;
  bytes: Uint8Array;
  /** Without its folder, which does not leave. */
  fileName: string;
}

type Pieces = Iterable<Piece> | AsyncIterable<Piece>;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** How each kind of file that Stet writes is read back for searching. */
const READERS = {
  html: (bytes) => markupPieces(text(bytes), HTML),
  md: (bytes) => textPieces(text(bytes)),
  txt: (bytes) => textPieces(text(bytes)),
  csv: (bytes) => csvPieces(text(bytes)),
  json: (bytes) => jsonPieces(text(bytes)),
  jsonld: (bytes) => jsonPieces(text(bytes)),
  docx: docxPieces,
  async *pdf(bytes) {
    // Its library is large, and few files are PDFs.
    yield* (await import('./pdf-pieces.ts')).pdfPieces(bytes);
  },
} as const satisfies Record<string, (bytes: Uint8Array) => Pieces>;
export type ScannedForm = keyof typeof READERS;

/** Pieces of a PDF come one by one; so many units are searched at once. */
const BATCH = 200_000;
/** In milliseconds: how long the event loop is held at most, but for a batch or a page that takes longer. */
const SLICE = 8;

/**
 * Everything protected in a file and its name, with where it is: file name first, then in the order of the file, which
 * need not be the order of its pages. Runs in plain Node and lets go of the event loop now and then; how long parsing
 * takes by itself is in the hands of its libraries. Throws when the bytes cannot be read as what they should be, which
 * is a bug: then they must not leave either.
 */
export async function scanFile(
  { form, bytes, fileName }: Leaving,
  needles: readonly Needle[],
): Promise<Found[]> {
  const found: Found[] = [];
  if (needles.length === 0) return found;
  const matcher = matcherOf(needles);
  let since = performance.now();
  const search = async (pieces: Iterable<Piece>): Promise<void> => {
    for (const some of matcher.find(pieces)) {
      found.push(...some);
      if (performance.now() - since < SLICE) continue;
      await setImmediate();
      since = performance.now();
    }
  };
  await search([{ text: fileName, place: { code: 'file-name' } }]);
  const pieces: Pieces = READERS[form](bytes);
  if (Symbol.iterator in pieces) await search(pieces);
  else {
    let batch: Piece[] = [];
    let size = 0;
    for await (const piece of pieces) {
      batch.push(piece);
      size += piece.text.length;
      if (size < BATCH) continue;
      await search(batch);
      batch = [];
      size = 0;
    }
    await search(batch);
  }
  return found;
}

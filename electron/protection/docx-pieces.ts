import { unzipSync } from 'fflate';
import type { Piece, Place } from '../../shared/protection/found.ts';
import { markupPieces, WORD_XML, XML } from '../../shared/protection/markup-pieces.ts';

/**
 * Everything that stands in a Word document: the names of its parts; of the parts in XML the text, joined over the runs
 * of a paragraph, attributes and comments; of any other part, such as a picture, what can be read as text in it. Also the
 * bytes of the file itself, for what stands beside its parts. Throws when the bytes are no zip.
 */
export function* docxPieces(bytes: Uint8Array): Generator<Piece, void, void> {
  for (const [index, [name, part]] of Object.entries(unzipSync(bytes)).entries()) {
    const number = index + 1;
    const place: Place = { code: 'part', text: name, number };
    yield { text: name, place: { code: 'part-name', text: name, number } };
    const isXml = /\.(?:xml|rels)$/iu.test(name);
    if (!isXml) yield* binaryPieces(part, place);
    else yield* partPieces(name, new TextDecoder().decode(part), number);
  }
  yield* binaryPieces(bytes, { code: 'raw' });
}

function partPieces(name: string, source: string, number: number): Generator<Piece, void, void> {
  if (/^word\/(?!theme|settings|styles|fonttable|websettings)/iu.test(name)) {
    return markupPieces(source, WORD_XML, (heading) => ({
      code: 'part',
      text: heading === '' ? name : `${name}, ${heading}`,
      number,
    }));
  }
  const metadata = /^docProps\//iu.test(name);
  return markupPieces(source, XML, () => ({ code: metadata ? 'metadata' : 'part', text: name, number }));
}

const ENCODINGS = [
  ['utf-8', 0],
  ['utf-16le', 0],
  ['utf-16le', 1],
  ['utf-16be', 0],
  ['utf-16be', 1],
] as const;

/**
 * What can be read in bytes of any kind: as UTF-8, and as UTF-16 in both orders, from either byte on. Only runs of six
 * characters that text has: most of it is no text, and short words stand in it by chance.
 */
function* binaryPieces(bytes: Uint8Array, place: Place): Generator<Piece, void, void> {
  for (const [encoding, from] of ENCODINGS) {
    const text = new TextDecoder(encoding).decode(bytes.subarray(from));
    const runs = text.match(/[\p{L}\p{N}\p{P}\p{M} ]{6,}/gu) ?? [];
    for (const run of runs) yield { text: run, place };
  }
}

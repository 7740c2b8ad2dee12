import { Packer, type Document } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { visible } from '../../shared/text/visible.ts';

/** The parts of a DOCX file by their names. */
export type Parts = Record<string, Uint8Array>;

/** What a file tells of itself; `madeAt` is a moment in UTC and all it tells of when and where it was written. */
export interface DocxAbout {
  title: string;
  language: string;
  madeAt: string;
}

/** The parts of a document of the library, with what they tell of themselves put in the place of what the library tells. */
export async function docxParts(document: Document, about: DocxAbout): Promise<Parts> {
  return {
    ...unzipSync(await Packer.pack(document, 'uint8array')),
    'docProps/core.xml': strToU8(coreProperties(about)),
  };
}

/** What a file tells of itself (ISO 29500-2, 8.3): the library would tell the time by the clock, and no language. */
function coreProperties({ title, language, madeAt }: DocxAbout): string {
  const at = `${madeAt.slice(0, 19)}Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Stet</dc:creator><cp:lastModifiedBy>Stet</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified><dc:language>${language}</dc:language></cp:coreProperties>`;
}

function escaped(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The earliest time a ZIP can tell, by whatever clock: it tells local time. */
const NO_TIME = new Date(1980, 0, 1);

/** The parts of a file in one order and without times; what says the types of all others comes first, as it should. */
export function zipped(parts: Parts): Uint8Array {
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries = names.map((name): [string, Uint8Array] => [name, parts[name] ?? new Uint8Array()]);
  return zipSync(Object.fromEntries(entries), { mtime: NO_TIME, level: 6 });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}

import { basename, extname } from 'node:path';
import type { FileProblem } from '../shared/problems.ts';
import type { Extracted } from '../shared/case/document.ts';
import type { ExhibitKind } from '../shared/case/words.ts';
import type { GivenDocument } from '../shared/commands/add-document.ts';
import { ok, type Result } from '../shared/result.ts';
import { isWellFormed } from '../shared/text/well-formed.ts';
import { nameOf } from './exhibits/taking.ts';
import { decodeText, readRegularFile } from './read-file.ts';

/** The most that is read as a document, in bytes: what is larger can be kept as an exhibit. */
export const LARGEST = 100_000_000;

/** What is a text already, by its ending. Everything else is read in the parsing window. */
const PLAIN: Partial<Record<string, 'text' | 'markdown'>> = {
  '.txt': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
};

/** The endings of files that can be taken in as documents, without the dot, for the system's dialog. */
export const DOCUMENT_EXTENSIONS = ['txt', 'md', 'markdown', 'html', 'htm', 'mhtml', 'mht', 'docx', 'pdf'];

/** How reading is followed: told of its progress from 0 to 1, and ended by the signal. */
export interface Reading {
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
}

/** What reads an untrusted file apart from everything else (parsing/); plain Node has none. */
export type Parse = (
  input: { bytes: Uint8Array; fileName: string | null; kind?: 'rich-text' },
  reading?: Reading,
) => Promise<Result<Extracted, FileProblem>>;

/** A document as it was read, with the very bytes it was read from. */
export interface ReadDocument {
  given: Omit<GivenDocument, 'original'>;
  bytes: Uint8Array;
  /** How the original is called as an exhibit. */
  called: { title: string; kind: ExhibitKind; fileName: string | null };
}

/** Reads a file as a document. A text in UTF-8 is taken as it is; anything else goes through the parsing window. */
export async function readDocument(
  path: string,
  parse: Parse,
  reading?: Reading,
): Promise<Result<ReadDocument, FileProblem>> {
  const read = await readRegularFile(path, LARGEST);
  if (!read.ok) return read;
  const bytes = read.value;
  const fileName = nameOf(path);
  const called = { title: fileName ?? '', kind: 'document', fileName } as const;
  const format = PLAIN[extname(path).toLowerCase()];
  const text = format && decodeText(bytes);
  if (format && text != null && isWellFormed(text) && !text.includes('\0')) {
    return ok({ given: { title: null, text, format, fileName, encoding: 'utf-8' }, bytes, called });
  }
  const parsed = await parse({ bytes, fileName: basename(path) }, reading);
  if (!parsed.ok) return parsed;
  return ok({ given: { ...parsed.value, fileName }, bytes, called });
}

/** Reads what was pasted with its formatting, which came as HTML. */
export async function readPasted(
  html: string,
  title: string | null,
  parse: Parse,
): Promise<Result<ReadDocument, FileProblem>> {
  const bytes = Buffer.from(html);
  const parsed = await parse({ bytes, fileName: null, kind: 'rich-text' });
  if (!parsed.ok) return parsed;
  const given = { ...parsed.value, title: title ?? parsed.value.title, fileName: null };
  return ok({ given, bytes, called: { title: given.title ?? '', kind: 'page', fileName: null } });
}

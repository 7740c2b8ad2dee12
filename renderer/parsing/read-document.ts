import { fail } from '../../shared/result.ts';
import { docxFile } from './docx-file.ts';
import type { Parsed } from './extracted.ts';
import { htmlFile, richText } from './html-file.ts';
import { kindOfFile } from './kind-of-file.ts';
import { mhtmlFile } from './mhtml-file.ts';
import { textFile } from './text-file.ts';

export interface AboutFile {
  /** Without its folder; null when it was pasted. */
  fileName: string | null;
  /** Whether it is what a clipboard gave as HTML, which no file says of itself. */
  isRichText: boolean;
}

/** What reads a PDF; `onPage` hears what share of the pages is read. */
export type ReadPdf = (bytes: Uint8Array, onPage: (share: number) => void) => Promise<Parsed>;

/**
 * Takes the text out of a file, whatever it is, or says why it cannot. `onProgress` hears what share is done, from 0 to 1.
 * Rejects when a library fails in a way that nobody thought of.
 */
export async function readDocument(
  bytes: Uint8Array,
  { fileName, isRichText }: AboutFile,
  readPdf: ReadPdf,
  onProgress: (share: number) => void,
): Promise<Parsed> {
  if (isRichText) return richText(bytes);
  if (bytes.length === 0) return fail({ code: 'no-text-in-it' });
  const kind = kindOfFile(bytes, fileName);
  switch (kind) {
    case null:
      return fail({ code: 'not-a-document' });
    case 'password':
      return fail({ code: 'password-needed' });
    case 'text':
    case 'markdown':
      return textFile(bytes, kind);
    case 'html':
      return htmlFile(bytes);
    case 'mhtml':
      return mhtmlFile(bytes);
    case 'docx':
      return docxFile(bytes);
    case 'pdf':
      return readPdf(bytes, onProgress);
  }
}

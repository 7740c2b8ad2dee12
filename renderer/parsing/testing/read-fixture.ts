import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fail } from '../../../shared/result.ts';
import { pdfText } from '../pdf-text.ts';
import type { ReadPdf } from '../read-document.ts';

/** Opens a PDF in Node, where PDF.js has another build and reads its own files from the disk, in the folder `library`. */
export function openPdf(bytes: Uint8Array, library: string): ReturnType<typeof getDocument> {
  return getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    verbosity: 0,
    cMapUrl: `${library}/cmaps/`,
    standardFontDataUrl: `${library}/standard_fonts/`,
  });
}

/** Reads PDFs as pdf-file.ts does in the window. */
export const readingPdfs =
  (library: string): ReadPdf =>
  async (bytes, onPage) => {
    const loading = openPdf(bytes, library);
    try {
      return await pdfText(await loading.promise, onPage);
    } catch (error) {
      const locked = error instanceof Error && error.name === 'PasswordException';
      return fail({ code: locked ? 'password-needed' : 'damaged-document' });
    } finally {
      await loading.destroy();
    }
  };

import { getDocument } from 'pdfjs-dist';
// The parser runs in this window's own process: what hangs here hangs nothing else, and the policy needs no worker.
import 'pdfjs-dist/build/pdf.worker.mjs';
import { fail } from '../../shared/result.ts';
import type { Parsed } from './extracted.ts';
import { pdfText } from './pdf-text.ts';

/** Where PDF.js finds its character maps and fonts: an address that ends with a slash. */
export interface PdfParts {
  address: string;
}

/** The text of a PDF. Scripts, forms and links in it are not carried out, and nothing of it is drawn. */
export async function pdfFile(
  data: Uint8Array,
  { address }: PdfParts,
  onPage: (share: number) => void,
): Promise<Parsed> {
  const loading = getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    verbosity: 0,
    cMapUrl: `${address}cmaps/`,
    standardFontDataUrl: `${address}standard_fonts/`,
  });
  try {
    return await pdfText(await loading.promise, onPage);
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return fail({ code: locked ? 'password-needed' : 'damaged-document' });
  } finally {
    await loading.destroy();
  }
}

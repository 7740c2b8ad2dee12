import type { Case } from '../../shared/case/case.ts';
import { reportTranslator } from '../../shared/messages/report-translator.ts';
import { annotatedData } from '../../shared/report/annotated/annotated-data.ts';
import { annotatedHtml } from '../../shared/report/annotated/annotated-html.ts';
import { annotatedMarkdown } from '../../shared/report/annotated/annotated-markdown.ts';
import type { AnnotatedFormat } from '../../shared/report/formats.ts';
import type { Print, ReportRequest } from './make-report.ts';
import { finishPdf, headingsOf } from './print-finish.ts';

export type AnnotatedRequest = Pick<ReportRequest, 'edition' | 'language' | 'at' | 'by' | 'version'>;

/**
 * The bytes of an annotated document in one of its forms, for the window and the command line alike. `print` is asked
 * for a PDF only. All forms are written from the same data. Throws when there is no such document, which whoever asks
 * has looked for.
 */
export async function annotatedBytes(
  kase: Case,
  documentId: string,
  format: AnnotatedFormat,
  { edition, language, at, by, version }: AnnotatedRequest,
  print: Print | null,
): Promise<Uint8Array> {
  const document = annotatedData(kase, documentId, { edition, at, preparedBy: by, appVersion: version });
  if (!document) throw new Error('there is no such document');
  const t = reportTranslator(language);
  if (format === 'md') return Buffer.from(annotatedMarkdown(document, t));
  if (format === 'docx') {
    // The library takes longer to load than all the rest, and few ever ask for it.
    const { annotatedDocx } = await import('./annotated-docx.ts');
    return annotatedDocx(document, language, t);
  }
  const html = annotatedHtml(document, language, t);
  const bytes = new TextEncoder().encode(html);
  if (format === 'html') return bytes;
  if (!print) throw new Error('there is nothing here that prints');
  const about = { title: document.document.title, language, at };
  return finishPdf(await print(bytes, about, new AbortController().signal), about, headingsOf(html));
}

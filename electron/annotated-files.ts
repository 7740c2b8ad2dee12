import { translator } from '../shared/messages/translate.ts';
import { annotatedData } from '../shared/report/annotated/annotated-data.ts';
import { annotatedHtml } from '../shared/report/annotated/annotated-html.ts';
import { annotatedMarkdown } from '../shared/report/annotated/annotated-markdown.ts';
import type { AnnotatedFormat } from '../shared/report/formats.ts';
import type { CaseStore } from './case-store/case-store.ts';
import { annotatedDocx } from './report/annotated-docx.ts';
import type { Print, ReportRequest } from './report-files.ts';

/**
 * The bytes of an annotated document in one of its forms, for the window and the command line alike; null when there is
 * no document of that id. `print` is asked for a PDF only. All forms are written from the same data.
 */
export async function annotatedBytes(
  store: CaseStore,
  documentId: string,
  format: AnnotatedFormat,
  { edition, language, at, by, version }: ReportRequest,
  print: Print,
): Promise<Uint8Array | null> {
  const about = { edition, at, preparedBy: by, appVersion: version };
  const document = annotatedData(store.kase, documentId, about);
  if (!document) return null;
  const t = translator(language);
  if (format === 'md') return Buffer.from(annotatedMarkdown(document, t));
  if (format === 'docx') return annotatedDocx(document, language, t);
  const html = annotatedHtml(document, language, t);
  return format === 'html'
    ? Buffer.from(html)
    : print(html, { title: document.document.title, language, at });
}

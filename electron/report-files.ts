import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { caseInfo } from '../shared/case/case.ts';
import { translator, type Language } from '../shared/messages/translate.ts';
import type { Edition } from '../shared/case/words.ts';
import type { ReportFormat } from '../shared/report/formats.ts';
import type { FormProblem } from '../shared/report/form-problem.ts';
import { WHOLE } from '../shared/report/report-about.ts';
import { reportClaimReview } from '../shared/report/report-claim-review.ts';
import { reportCsv } from '../shared/report/report-csv.ts';
import { reportData, type Report } from '../shared/report/report-data.ts';
import { reportHtml } from '../shared/report/report-html.ts';
import { reportJson } from '../shared/report/report-json.ts';
import { reportMarkdown } from '../shared/report/report-markdown.ts';
import { ok, type Result } from '../shared/result.ts';
import type { CaseStore } from './case-store/case-store.ts';

/** Prints HTML to the bytes of a PDF; only Chromium can. */
export type Print = (
  html: string,
  about: { title: string; language: string; at: string },
) => Promise<Uint8Array>;

export interface ReportRequest {
  edition: Edition;
  language: Language;
  /** When the report is made, and by whom. */
  at: string;
  by: string;
  version: string;
}

/**
 * The report of an open case as data, with the hash of the case file if that file holds what the report tells: while
 * changes are in the journal only, no hash is given rather than one of an older state.
 */
export async function reportOf(store: CaseStore, request: ReportRequest): Promise<Report> {
  const bytes = store.fileIsCurrent ? await readFile(store.path).catch(() => null) : null;
  return reportData(store.kase, {
    edition: request.edition,
    at: request.at,
    preparedBy: request.by,
    fileSha256: bytes && createHash('sha256').update(bytes).digest('hex'),
    appVersion: request.version,
    scope: WHOLE,
  });
}

/** The bytes of a report in one of its forms, or why there are none. All forms are written from the same data. */
export async function reportBytes(
  store: CaseStore,
  format: ReportFormat,
  request: ReportRequest,
  print: Print,
): Promise<Result<Uint8Array, FormProblem[]>> {
  // So that there is a file to print the hash of; a failure leaves the report without it.
  await store.snapshot();
  const report = await reportOf(store, request);
  const t = translator(request.language);
  if (format === 'jsonld') {
    const text = reportClaimReview(report);
    return text.ok ? ok(Buffer.from(text.value)) : text;
  }
  if (format === 'json') return ok(Buffer.from(reportJson(report)));
  if (format === 'csv') return ok(Buffer.from(reportCsv(report, t)));
  if (format === 'md') return ok(Buffer.from(reportMarkdown(report, t)));
  const html = reportHtml(report, request.language, t);
  if (format === 'html') return ok(Buffer.from(html));
  const title = caseInfo(store.kase).title;
  return ok(await print(html, { title, language: request.language, at: request.at }));
}

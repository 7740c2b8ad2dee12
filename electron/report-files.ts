import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { caseInfo } from '../shared/case/case.ts';
import type { ReportLanguage } from '../shared/messages/report-languages.ts';
import { reportTranslator } from '../shared/messages/report-translator.ts';
import type { Edition } from '../shared/case/words.ts';
import type { ReportFormat } from '../shared/report/formats.ts';
import { WHOLE } from '../shared/report/report-about.ts';
import { reportCsv } from '../shared/report/report-csv.ts';
import { reportData, type Report } from '../shared/report/report-data.ts';
import { reportHtml } from '../shared/report/report-html.ts';
import { reportJson } from '../shared/report/report-json.ts';
import { reportMarkdown } from '../shared/report/report-markdown.ts';
import type { CaseStore } from './case-store/case-store.ts';

/** Prints HTML to the bytes of a PDF; only Chromium can. */
export type Print = (
  html: string,
  about: { title: string; language: string; at: string },
) => Promise<Uint8Array>;

export interface ReportRequest {
  edition: Edition;
  language: ReportLanguage;
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

/** The bytes of a report in one of its forms. All forms are written from the same data. */
export async function reportBytes(
  store: CaseStore,
  format: ReportFormat,
  request: ReportRequest,
  print: Print,
): Promise<Uint8Array> {
  // So that there is a file to print the hash of; a failure leaves the report without it.
  await store.snapshot();
  const report = await reportOf(store, request);
  const t = reportTranslator(request.language);
  if (format === 'json') return Buffer.from(reportJson(report));
  if (format === 'csv') return Buffer.from(reportCsv(report, t));
  if (format === 'md') return Buffer.from(reportMarkdown(report, t));
  const html = reportHtml(report, request.language, t);
  if (format === 'html') return Buffer.from(html);
  return print(html, { title: caseInfo(store.kase).title, language: request.language, at: request.at });
}

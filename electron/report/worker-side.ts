import { createHash } from 'node:crypto';
import type { ReportLanguage } from '../../shared/messages/report-languages.ts';
import { reportTranslator } from '../../shared/messages/report-translator.ts';
import type { ReportFormat } from '../../shared/report/formats.ts';
import { readReport, type ReportClaims, type ReportReadProblem } from '../../shared/report/read-report.ts';
import type { FormProblem } from '../../shared/report/form-problem.ts';
import { reportClaimReview } from '../../shared/report/report-claim-review.ts';
import { reportCsv } from '../../shared/report/report-csv.ts';
import type { Report } from '../../shared/report/report-data.ts';
import { differenceOf, type Difference } from '../../shared/report/report-difference.ts';
import { contentHash } from '../../shared/report/report-hash.ts';
import { reportHtml } from '../../shared/report/report-html.ts';
import { reportJson } from '../../shared/report/report-json.ts';
import { reportMarkdown } from '../../shared/report/report-markdown.ts';
import type { Found } from '../../shared/protection/found.ts';
import type { Needle } from '../../shared/protection/needle.ts';
import { ok, type Result } from '../../shared/result.ts';
import { sha256 } from '../case-store/sha256.ts';
import { scanFile } from '../protection/scan-file.ts';
import { Gathering, type Piece } from './handing-over.ts';
import type { PrintAbout } from './print-finish.ts';

/** A form of a report, as it will be in its file. */
export interface Form {
  format: ReportFormat;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
}

/** What a form is searched for, and the name its file will have, without its folder. */
export interface Search {
  needles: readonly Needle[];
  fileName: string;
}

/** A form with what is in it that must not leave; `unreadable` where it could not be searched, which is a bug. */
export interface Searched {
  form: Form;
  found: Found[];
  unreadable: string | null;
}

/** What the thread is asked, each with what it answers. */
export interface Questions {
  /** The content hash of the report that was handed over. */
  hash: { input: null; output: string };
  write: {
    input: { format: Exclude<ReportFormat, 'pdf'>; language: ReportLanguage; search: Search | null };
    output: Result<Searched, FormProblem[]>;
  };
  /** The page that Chromium prints. */
  page: { input: { language: ReportLanguage }; output: Uint8Array<ArrayBuffer> };
  /** Reads a report in JSON, to be compared with the one that was handed over when that is there. */
  read: { input: { json: string }; output: Result<ReportClaims, ReportReadProblem> };
  /** Where the report that was read is not the one that was handed over. */
  compare: { input: null; output: Difference | null };
  /** What Chromium printed of that page, as it may leave the app. */
  finish: {
    input: {
      pdf: Uint8Array<ArrayBuffer>;
      about: PrintAbout & { language: ReportLanguage };
      search: Search | null;
    };
    output: Searched;
  };
}
export type Question = keyof Questions;

export type ToThread =
  { piece: Piece } | { [Q in Question]: { ask: Q; number: number; input: Questions[Q]['input'] } }[Question];
export type FromThread = { number: number } & ({ answer: unknown } | { failure: string });

/** The end of a channel: of a worker thread's parent, or of a message channel. */
export interface Port {
  on: (event: 'message', listener: (message: ToThread) => void) => void;
  postMessage: (message: FromThread, transfer: ArrayBuffer[]) => void;
}

/**
 * What takes long about a report, in a thread of its own: writing its forms, finishing its PDF, hashing. The thread is
 * given one report and ended when its forms are there; it knows nothing of files.
 */
export function serveReport(port: Port): void {
  const writer = new ReportWriter();
  port.on('message', (message) => {
    if ('piece' in message) {
      writer.take(message.piece);
      return;
    }
    const { number } = message;
    writer.answer(message).then(
      (answer) => port.postMessage({ number, answer }, transferable(answer)),
      (error: unknown) => port.postMessage({ number, failure: detailOf(error) }, []),
    );
  });
}

class ReportWriter {
  private readonly gathering = new Gathering();
  private html: string | null = null;
  private inQuestion: Report | null = null;

  take(piece: Piece): void {
    this.gathering.take(piece);
  }

  async answer(question: Exclude<ToThread, { piece: Piece }>): Promise<Questions[Question]['output']> {
    switch (question.ask) {
      case 'hash':
        return contentHash(this.gathering.report, sha256);
      case 'write':
        return this.write(question.input);
      case 'page':
        return bytesOf(this.page(question.input.language));
      case 'read': {
        const read = readReport(question.input.json, sha256);
        if (!read.ok) return read;
        this.inQuestion = read.value.report;
        return ok(read.value.claims);
      }
      case 'compare':
        if (!this.inQuestion) throw new Error('no report was read');
        return differenceOf(this.gathering.report, this.inQuestion);
      case 'finish': {
        const { pdf, about, search } = question.input;
        const { finishPdf, headingsOf } = await import('./print-finish.ts');
        const finished = await finishPdf(pdf, about, headingsOf(this.page(about.language)));
        return searched('pdf', new Uint8Array(finished), search);
      }
    }
  }

  private async write({
    format,
    language,
    search,
  }: Questions['write']['input']): Promise<Questions['write']['output']> {
    if (format === 'docx') {
      // This library and that of PDFs take longer to load than all the rest, and few ever ask for these forms.
      const { reportDocx } = await import('./report-docx.ts');
      const bytes = await reportDocx(this.gathering.report, language, reportTranslator(language));
      return ok(await searched(format, new Uint8Array(bytes), search));
    }
    const text = this.textOf(format, language);
    return text.ok ? ok(await searched(format, bytesOf(text.value), search)) : text;
  }

  private textOf(
    format: Exclude<ReportFormat, 'pdf' | 'docx'>,
    language: ReportLanguage,
  ): Result<string, FormProblem[]> {
    const { report } = this.gathering;
    switch (format) {
      case 'html':
        return ok(this.page(language));
      case 'md':
        return ok(reportMarkdown(report, reportTranslator(language)));
      case 'csv':
        return ok(reportCsv(report, reportTranslator(language)));
      case 'json':
        return ok(reportJson(report));
      case 'jsonld':
        return reportClaimReview(report);
    }
  }

  /** The HTML is a form by itself and what a PDF is printed from; of one report it is asked in one language. */
  private page(language: ReportLanguage): string {
    return (this.html ??= reportHtml(this.gathering.report, language, reportTranslator(language)));
  }
}

/** Every form comes by here, whole, before it is handed back: nothing that is protected may be in its bytes. */
async function searched(
  format: ReportFormat,
  bytes: Uint8Array<ArrayBuffer>,
  search: Search | null,
): Promise<Searched> {
  const form = { format, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (!search) return { form, found: [], unreadable: null };
  try {
    const { needles, fileName } = search;
    return { form, found: await scanFile({ form: format, bytes, fileName }, needles), unreadable: null };
  } catch (error) {
    // What a library says of bytes it cannot read may quote them.
    return { form, found: [], unreadable: error instanceof Error ? error.name : 'Error' };
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Handed back without copying. */
function transferable(answer: Questions[Question]['output']): ArrayBuffer[] {
  if (answer instanceof Uint8Array) return [answer.buffer];
  const searchedForm = isWritten(answer) ? answer.value : answer;
  return isSearched(searchedForm) ? [searchedForm.form.bytes.buffer] : [];
}

function isWritten(answer: unknown): answer is { ok: true; value: unknown } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}

function isSearched(answer: unknown): answer is Searched {
  return typeof answer === 'object' && answer !== null && 'form' in answer && 'found' in answer;
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type { LeavingProblem, ReportProblem } from '../../shared/problems.ts';
import { present, type Case } from '../../shared/case/case.ts';
import type { Allegation } from '../../shared/case/records.ts';
import type { ReportFormat } from '../../shared/report/formats.ts';
import { reportTitle } from '../../shared/report/report-words.ts';
import { matcherOf } from '../../shared/protection/matcher.ts';
import type { Needle } from '../../shared/protection/needle.ts';
import { protectedFound } from '../../shared/protection/protected-found.ts';
import { reportSteps, type Report } from '../../shared/report/report-data.ts';
import type { ReportStage, ReportWanted } from '../../shared/report/report-wanted.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { inPieces } from '../in-pieces.ts';
import { Cancelled, Desk, type Thread } from './desk.ts';
import type { PrintAbout } from './print-finish.ts';
import type { Form, Search, Searched } from './worker-side.ts';

/** Prints a page to the bytes of a PDF as Chromium makes it. Rejects with `Cancelled` when the signal ended it. */
export type Print = (
  html: Uint8Array<ArrayBuffer>,
  about: PrintAbout,
  signal: AbortSignal,
) => Promise<Uint8Array>;

/** What the making of reports needs of the process it runs in. */
export interface Machine {
  /** Starts the thread that writes a report. */
  startThread: () => Thread;
  /** Null where there is no Chromium. */
  print: Print | null;
}

export interface ReportRequest extends ReportWanted {
  formats: readonly ReportFormat[];
  /** When the report is made, in UTC, and by whom. */
  at: string;
  by: string;
  /** Of Stet. */
  version: string;
  /**
   * Whether the case is written into its file first, so that the hash the report prints is that of the file on the disk.
   * What is only looked at has that hash when the file holds everything, and none otherwise.
   */
  writesCase: boolean;
  /**
   * What its forms are searched for before they are handed back, with the names their files will have, in the order of
   * `formats`; null for what nobody but the person at this screen sees.
   */
  search: { needles: readonly Needle[]; fileNames: readonly string[] } | null;
}

/** How the making of a report is followed and ended. */
export interface FollowingReport {
  signal: AbortSignal;
  onProgress?: (share: number, at: ReportStage, format: ReportFormat | null) => void;
}

/** A report with all the forms that were asked for, none of which is written to a file yet. */
export interface Made {
  report: Report;
  contentSha256: string;
  /** In the order they were asked for. */
  forms: Form[];
}

/** How long reading the case may hold the event loop at a stretch, in milliseconds: half a frame. */
const STRETCH = 8;
/** So often the case file is written anew for its hash, while changes keep coming in between. */
const TRIES = 3;
/** Which part of the work reading is; the rest is that of the forms, each alike. */
const READING = 0.25;

/**
 * Makes a report of an open case, every form of it from the same data, without holding anybody up: the case is read in
 * pieces from a picture of it, so that work on it goes on and the report is of one state; what takes long is done in a
 * thread of its own (worker-side.ts), and printing in a window of its own. Of what was ended or failed nothing is left.
 */
export async function makeReport(
  store: CaseStore,
  request: ReportRequest,
  { startThread, print }: Machine,
  { signal, onProgress = () => {} }: FollowingReport,
): Promise<Result<Made, ReportProblem>> {
  const { formats, language, search } = request;
  let at: ReportFormat | null = null;
  try {
    onProgress(0, 'reading', null);
    // Loading takes the thread as long as reading a small case does; nothing it says before is lost.
    const desk = new Desk(startThread, signal);
    try {
      const read = await readReport(store, request, signal, (share) =>
        onProgress(share * READING, 'reading', null),
      );
      if (!read.ok) return read;
      const report = read.value;
      await desk.handOver(report);
      const forms: Form[] = [];
      const searchFor = (index: number): Search | null =>
        search && { needles: search.needles, fileName: search.fileNames[index] ?? '' };
      const share = (part: number): number =>
        READING + ((1 - READING) * (forms.length + part)) / formats.length;
      for (const format of formats) {
        at = format;
        onProgress(share(0), 'writing', format);
        if (format !== 'pdf') {
          const written = await desk.ask('write', { format, language, search: searchFor(forms.length) });
          if (!written.ok) return fail({ code: 'form-refused', reasons: written.error });
          const problem = leavingProblem(written.value, store.kase, search?.needles ?? []);
          if (problem) return fail(problem);
          forms.push(written.value.form);
          continue;
        }
        if (!print) throw new Error('there is nothing here that prints');
        const about = { title: reportTitle(report), language, at: report.madeAt };
        const page = await desk.ask('page', { language });
        onProgress(share(0.2), 'printing', format);
        const pdf = new Uint8Array(await print(page, about, signal));
        onProgress(share(0.8), 'writing', format);
        const finished = await desk.ask('finish', { pdf, about, search: searchFor(forms.length) }, [
          pdf.buffer,
        ]);
        const problem = leavingProblem(finished, store.kase, search?.needles ?? []);
        if (problem) return fail(problem);
        forms.push(finished.form);
      }
      onProgress(1, 'writing', null);
      return ok({ report, contentSha256: await desk.ask('hash', null), forms });
    } finally {
      await desk.close();
    }
  } catch (error) {
    if (error instanceof Cancelled) return fail({ code: 'cancelled' });
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ code: at === 'pdf' ? 'print-failed' : 'report-failed', detail });
  }
}

/** Why a form may not leave; null when it may. */
function leavingProblem(
  { found, unreadable }: Searched,
  kase: Case,
  needles: readonly Needle[],
): LeavingProblem | null {
  if (unreadable !== null) return { code: 'not-searched', detail: unreadable };
  return protectedFound(found, kase, matcherOf(needles));
}

/** The report as data, of the case as it is now. When the case cannot be written the report is without its hash. */
async function readReport(
  store: CaseStore,
  { edition, scope, at, by, version, writesCase }: ReportRequest,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<Result<Report, ReportProblem>> {
  let { kase, fileSha256 } = await store.picture();
  for (let tries = 0; writesCase && fileSha256 === null && tries < TRIES; tries++) {
    if (store.readOnly || !(await store.snapshot()).ok) break;
    ({ kase, fileSha256 } = await store.picture());
  }
  const unknown = unknownRefs(present<Allegation>(kase.records.allegations.values()), scope.refs);
  if (unknown.length > 0) return fail({ code: 'unknown-refs', refs: unknown.join(', ') });
  const about = { edition, scope, at, preparedBy: by, appVersion: version, fileSha256 };
  const read = await inPieces(reportSteps(kase, about), { stretch: STRETCH, onShare, signal });
  return read ? ok(read.value) : fail({ code: 'cancelled' });
}

function unknownRefs(allegations: readonly Allegation[], refs: readonly string[] | null): string[] {
  const known = new Set(allegations.map(({ ref }) => ref));
  return (refs ?? []).filter((ref) => !known.has(ref));
}

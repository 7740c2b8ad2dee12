import { basename, extname } from 'node:path';
import type { ReportWritten } from '../../shared/answers.ts';
import type { OpenedReadOnly, ProblemAt, ReportProblem, SaveProblem } from '../../shared/problems.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { ReportFormat } from '../../shared/report/formats.ts';
import { claimReviewAdvice } from '../../shared/report/report-claim-review.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import type { Disk } from '../case-store/disk.ts';
import { needlesFor, type VaultOf } from '../protection/needles-of.ts';
import { nameBeside } from '../protection/guard.ts';
import { ExhibitFolder } from '../exhibits/folder.ts';
import type { Commit } from '../exhibits/taking.ts';
import { attachExhibits, type Attached } from './attach-exhibits.ts';
import {
  makeReport,
  type FollowingReport,
  type Machine,
  type Made,
  type ReportRequest,
} from './make-report.ts';
import { isOwnFile } from './is-own-file.ts';
import { writeFiles } from './write-files.ts';

/** Where a report is to go. */
export interface ExportPlaces {
  /** Each form and its file, in the order of the request; what is there is replaced. */
  files: readonly { format: ReportFormat; path: string }[];
  /** The folder, not there yet, for the files of the exhibits that the report lists; null when they are only listed. */
  exhibits: string | null;
}

/** Where the exhibits go that go along with the report at `path`: beside it. */
export function exhibitsFolderFor(path: string, t: Translate): string {
  return t('report.fileNames.exhibits', { name: path.slice(0, path.length - extname(path).length) });
}

/** Which part of the work making the report is; the rest is copying exhibits, if they go along. */
const MAKING = 0.6;

/**
 * Makes a report, writes all of its files durably or none, and then records in the case that it left. What cannot be
 * recorded, because the case is open for reading only, has left all the same, and the answer says so.
 */
export async function exportReport(
  store: CaseStore,
  request: Omit<ReportRequest, 'formats' | 'search'>,
  { files, exhibits }: ExportPlaces,
  record: Commit | null,
  { disk, vaultOf, ...machine }: Machine & { disk: Disk; vaultOf: VaultOf },
  { signal, onProgress = () => {} }: FollowingReport,
): Promise<Result<ReportWritten, ProblemAt<ReportProblem>>> {
  const first = basename(files[0]?.path ?? '');
  // What takes long is not made only to be told so then.
  if (exhibits !== null && (await isThere(disk, exhibits)))
    return fail({ problem: { code: 'already-exists' }, file: basename(exhibits) });
  const own = await firstOwn(
    store,
    files.map(({ path }) => path),
  );
  if (own !== undefined) return fail({ problem: { code: 'is-the-case' }, file: basename(own) });
  const protectedIn = await needlesFor(store.kase, vaultOf);
  if (!protectedIn.ok) return protectedIn;
  const { needles, unsearched } = protectedIn.value;
  const making = exhibits === null ? 1 : MAKING;
  const formats = files.map(({ format }) => format);
  const search = { needles, fileNames: files.map(({ path }) => basename(path)) };
  const made = await makeReport(store, { ...request, formats, search }, machine, {
    signal,
    onProgress: (share, at, format) => onProgress(share * making, at, format),
  });
  if (!made.ok) return fail({ problem: made.error, file: nameBeside(first, made.error) });
  const { report, forms } = made.value;
  let attached: Attached | null = null;
  // A folder with nothing in it would only raise questions.
  if (exhibits !== null && report.exhibits.listed.length > 0) {
    onProgress(making, 'copying', null);
    const copied = await attachExhibits(disk, ExhibitFolder.of(store), report.exhibits.listed, exhibits, {
      signal,
      onShare: (share) => onProgress(making + (1 - making) * share, 'copying', null),
    });
    if (!copied.ok) return fail({ problem: copied.error, file: basename(exhibits) });
    attached = copied.value;
  }
  if (signal.aborted) {
    await attached?.discard();
    return fail({ problem: { code: 'cancelled' }, file: first });
  }
  // From here on it is a matter of milliseconds, and of all or nothing.
  const written = await writeFiles(
    disk,
    files.map(({ path }, index) => ({ path, bytes: forms[index]?.bytes ?? new Uint8Array() })),
    attached && { path: exhibits ?? '', work: attached.place, undo: attached.discard },
  );
  if (!written.ok) {
    await attached?.discard();
    return fail({ problem: written.error.problem, file: basename(written.error.path) });
  }
  const recorded = await recordIn(store, request, made.value, files, record);
  return ok({
    files: files.map(({ format, path }) => ({ format, path })),
    exhibits: attached && exhibits !== null ? { path: exhibits, count: attached.count } : null,
    ...recorded,
    unsearched,
    advice: formats.includes('jsonld') ? claimReviewAdvice(report) : [],
  });
}

/** The first of these that would take the place of the case or of something that belongs to it. */
async function firstOwn({ path: own }: CaseStore, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isOwnFile(own, path)) return path;
  return undefined;
}

async function isThere(disk: Disk, path: string): Promise<boolean> {
  // A folder is told by failing to be a file.
  return (await disk.fingerprint(path).catch(() => true)) !== null;
}

async function recordIn(
  store: CaseStore,
  { language }: Pick<ReportRequest, 'language'>,
  { report, contentSha256, forms }: Made,
  files: ExportPlaces['files'],
  record: Commit | null,
): Promise<Pick<ReportWritten, 'recorded' | 'unrecorded'>> {
  const not = (unrecorded: SaveProblem | OpenedReadOnly | null) => ({ recorded: null, unrecorded });
  if (!record) return not(null);
  if (store.readOnly) return not(store.readOnly);
  const done = await record({
    type: 'record-report',
    edition: report.edition,
    language,
    refs: report.scope.refs,
    madeAt: report.madeAt,
    preparedBy: report.preparedBy,
    heads: report.history.heads,
    contentSha256,
    files: forms.map(({ format, bytes, sha256 }, index) => ({
      format,
      name: basename(files[index]?.path ?? ''),
      bytes: bytes.length,
      sha256,
    })),
  });
  if (!done.ok) {
    if ('save' in done.error) return not(done.error.save);
    // The case was closed, or left its window, while the report was being made.
    if ('noCase' in done.error) return not({ code: 'opened-read-only' });
    throw new Error(`the report that left was not recorded: ${done.error.refusal.code}`);
  }
  const after = done.value[0]?.changes[0]?.after;
  return { recorded: Number(after?.['number']), unrecorded: null };
}

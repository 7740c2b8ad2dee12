import { basename } from 'node:path';
import type { WrittenFile } from '../../shared/answers.ts';
import type { ProblemAt, ReportProblem } from '../../shared/problems.ts';
import type { AnnotatedFormat } from '../../shared/report/formats.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import type { Disk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { guardCase } from '../protection/guard.ts';
import type { VaultOf } from '../protection/needles-of.ts';
import { annotatedBytes, type AnnotatedRequest } from './annotated-files.ts';
import { isOwnFile } from './is-own-file.ts';
import type { Machine } from './make-report.ts';

/**
 * Writes an annotated document where a person said, after it was searched for what is protected. Nothing of it is
 * recorded: it is the article with what is said of it, and no report. When it fails there is no file.
 */
export async function exportDocument(
  store: CaseStore,
  documentId: string,
  { format, path }: { format: AnnotatedFormat; path: string },
  request: AnnotatedRequest,
  { print, disk, vaultOf }: Pick<Machine, 'print'> & { disk: Disk; vaultOf: VaultOf },
): Promise<Result<WrittenFile, ProblemAt<ReportProblem>>> {
  const file = basename(path);
  if (await isOwnFile(store.path, path)) return fail({ problem: { code: 'is-the-case' }, file });
  let bytes: Uint8Array;
  try {
    bytes = await annotatedBytes(store.kase, documentId, format, request, print);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ problem: { code: format === 'pdf' ? 'print-failed' : 'report-failed', detail }, file });
  }
  const guarded = await guardCase({ form: format, bytes, fileName: file }, store.kase, vaultOf);
  if (!guarded.ok) return guarded;
  try {
    await replaceFile(disk, path, [bytes]);
  } catch (error) {
    return fail({ problem: saveProblem(error), file });
  }
  return ok({ path, unsearched: guarded.value.unsearched });
}

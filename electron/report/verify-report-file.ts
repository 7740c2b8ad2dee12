import type { FileProblem } from '../../shared/problems.ts';
import { LIMITS } from '../../shared/case/limits.ts';
import type { ReportReadProblem } from '../../shared/report/read-report.ts';
import { remakeSteps, verdictOn, type ReportVerdict } from '../../shared/report/verify-report.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { sha256 } from '../case-store/sha256.ts';
import { inPieces } from '../in-pieces.ts';
import { decodeText, readRegularFile } from '../read-file.ts';
import { Desk } from './desk.ts';
import type { Machine } from './make-report.ts';

/** How long remaking a report may hold the event loop at a stretch, in milliseconds: half a frame. */
const STRETCH = 8;

/**
 * Holds the report in a file against the history of an open case (verify-report.ts). What takes long at a stretch, such as
 * reading a large one, is done in a thread of its own.
 */
export async function verifyReportFile(
  store: CaseStore,
  path: string,
  { startThread }: Pick<Machine, 'startThread'>,
): Promise<Result<ReportVerdict, FileProblem | ReportReadProblem>> {
  const json = await textOf(path);
  if (!json.ok) return json;
  const desk = new Desk(startThread, new AbortController().signal);
  try {
    const claims = await desk.ask('read', { json: json.value });
    if (!claims.ok) return claims;
    const { kase, fileSha256 } = await store.picture();
    const remade = await inPieces(remakeSteps(kase, claims.value, fileSha256, sha256), { stretch: STRETCH });
    if (!remade) throw new Error('what nobody ended was ended');
    if ('verdict' in remade.value) return ok(remade.value.verdict);
    await desk.handOver(remade.value.expected);
    return ok(verdictOn(remade.value, await desk.ask('compare', null)));
  } finally {
    await desk.close();
  }
}

async function textOf(path: string): Promise<Result<string, FileProblem>> {
  const bytes = await readRegularFile(path, LIMITS.reportBytes);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value);
  return text === null ? fail({ code: 'not-text' }) : ok(text);
}

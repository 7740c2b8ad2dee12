import { readFile, stat } from 'node:fs/promises';
import type { FileProblem } from '../shared/problems.ts';
import { LIMITS } from '../shared/case/limits.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { readProblem } from './case-store/problems.ts';

/** Reads a file whole, if it is an ordinary file of at most `limit` bytes. A folder or a pipe is refused. */
export async function readRegularFile(
  path: string,
  limit: number = LIMITS.caseFileBytes,
): Promise<Result<Buffer, FileProblem>> {
  try {
    const about = await stat(path);
    if (!about.isFile()) return fail({ code: 'not-a-file' });
    if (about.size > limit) return fail({ code: 'too-large', limitMegabytes: Math.floor(limit / 1_000_000) });
    return ok(await readFile(path));
  } catch (error) {
    return fail(readProblem(error));
  }
}

/** Decodes UTF-8 strictly; a byte order mark at the beginning is not part of the text. Null when it is not UTF-8. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

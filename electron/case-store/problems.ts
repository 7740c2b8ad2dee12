import type { FileProblem, SaveProblem } from '../../shared/problems.ts';

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}

function detailOf(error: unknown): string {
  // The message of a system error holds the whole path; its code says as much and is nobody's secret.
  return codeOf(error) || (error instanceof Error ? error.message : String(error));
}

/** A failed reading, as a case with a sentence for people. */
export function readProblem(error: unknown): FileProblem {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file-missing' };
    case 'EISDIR':
      return { code: 'not-a-file' };
    case 'EACCES':
    case 'EPERM':
      return { code: 'no-permission' };
    default:
      return { code: 'read-failed', detail: detailOf(error) };
  }
}

/** The file is not as it was when it was opened or last written. */
export class ChangedOnDisk extends Error {}

/** The lock is not ours any more: somebody took it over. */
export class LockLost extends Error {}

/** A failed writing, as a case with a sentence for people. */
export function saveProblem(error: unknown): SaveProblem {
  if (error instanceof ChangedOnDisk) return { code: 'changed-on-disk' };
  if (error instanceof LockLost) return { code: 'lock-lost' };
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'read-only' };
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENXIO':
      return { code: 'folder-gone' };
    default:
      return { code: 'write-failed', detail: detailOf(error) };
  }
}

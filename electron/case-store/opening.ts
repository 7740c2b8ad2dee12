import { randomUUID } from 'node:crypto';
import { basename, dirname, join, parse } from 'node:path';
import type { OpenedReadOnly } from '../../shared/problems.ts';
import type { Case } from '../../shared/case/case.ts';
import type { Disk } from './disk.ts';
import { takeLock, type Lock, type Neighbourhood } from './lock.ts';
import { recover, type FoundJournal, type RecoveryProblem } from './recovery.ts';
import { isTemporaryOf, replaceFile } from './replace-file.ts';

/** What an opening found beside the case file: told to the person once. */
export interface Found {
  /** Events made before a crash that were brought back. */
  recovered: number;
  /** A journal that could not be applied; it was kept aside under the name `kept`. */
  problem: (RecoveryProblem & { kept: string }) | null;
  /** The name under which the file was kept as an older Stet had written it; null when it was of this format. */
  migrated: string | null;
}

export interface Rights {
  lock: Lock | null;
  readOnly: OpenedReadOnly | null;
}

/** Takes the lock of a case; without it the case is open for reading only, and why. */
export async function rightsFor(
  disk: Disk,
  path: string,
  neighbourhood: Neighbourhood,
  options: { takeOver?: boolean | undefined; readOnly?: OpenedReadOnly | undefined },
): Promise<Rights> {
  if (options.readOnly) return { lock: null, readOnly: options.readOnly };
  try {
    const answer = await takeLock(disk, path, neighbourhood, options.takeOver);
    if (answer.taken) return { lock: answer.lock, readOnly: null };
    const { owner, life } = answer;
    return {
      lock: null,
      readOnly: {
        code: life === 'alive' ? 'in-use' : 'maybe-in-use',
        host: owner?.host ?? '',
        since: owner?.at ?? '',
      },
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') return { lock: null, readOnly: { code: 'no-room' } };
    if (['EACCES', 'EPERM', 'EROFS'].includes(code ?? ''))
      return { lock: null, readOnly: { code: 'no-permission-to-write' } };
    throw error;
  }
}

/**
 * Makes durable what an earlier process may have left in the memory of the machine only, since what is built on it is
 * acknowledged as durable; and sweeps away files it left half-written. For the holder of the lock.
 *
 * Journals are written anew for that, not synced: where a sync of the earlier process failed, the system may have
 * dropped the bytes and still show them, and would call a second sync a success (Rebello and others, “Can Applications
 * Recover from fsync Failures?”, USENIX ATC 2020).
 */
export async function settleFolder(
  disk: Disk,
  path: string,
  journals: readonly FoundJournal[],
): Promise<void> {
  for (const each of journals) await replaceFile(disk, each.path, [await disk.read(each.path)]);
  await disk.syncFile(path);
  const names = [path, ...journals.map((each) => each.path)].map((each) => basename(each));
  for (const name of await disk.list(dirname(path))) {
    if (names.some((each) => isTemporaryOf(each, name))) await disk.remove(join(dirname(path), name));
  }
  await disk.syncFolder(dirname(path));
}

/**
 * Brings a case up to its journals, in place. What cannot be applied is never dropped: with the lock the journals that
 * hold it are copied to other names, so that they are kept when the case is written into its file.
 */
export async function bringUp(
  disk: Disk,
  path: string,
  kase: Case,
  journals: readonly FoundJournal[],
  locked: boolean,
): Promise<{ found: Omit<Found, 'migrated'>; last: string | null }> {
  const { recovered, problem, aside, last } = recover(kase, journals);
  if (!problem) return { found: { recovered, problem: null }, last };
  let kept = basename(problem.path);
  for (const journal of locked ? aside : []) {
    const copy = `${path}.kept-journal-${journal.generation}-${randomUUID().slice(0, 8)}`;
    await replaceFile(disk, copy, [await disk.read(journal.path)]);
    if (journal.path === problem.path) kept = basename(copy);
  }
  return { found: { recovered, problem: { ...problem, kept } }, last };
}

/**
 * Keeps the file of a case that was of an older format beside it, as it is, before this Stet writes its own. Answers the
 * name under which; null when there is nothing to keep.
 */
export async function keepOlder(disk: Disk, path: string, { migratedFrom }: Case): Promise<string | null> {
  if (migratedFrom === null) return null;
  const { dir, name, ext } = parse(path);
  const bytes = await disk.read(path);
  for (let number = 1; ; number++) {
    const aside = join(dir, `${name}.format-${migratedFrom}${number === 1 ? '' : `-${number}`}${ext}`);
    if (await disk.fingerprint(aside)) {
      // Kept before: since then nothing was written in the new format, or it is the same file once more.
      if (Buffer.compare(await disk.read(aside), bytes) === 0) return basename(aside);
      continue;
    }
    await replaceFile(disk, aside, [bytes]);
    return basename(aside);
  }
}

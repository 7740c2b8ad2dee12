import { dirname } from 'node:path';
import type { SaveProblem } from '../../shared/problems.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Disk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { temporaryPath, writeNew } from '../case-store/replace-file.ts';

/** A file to be written, in the place of one that may be there. */
export interface FileToWrite {
  path: string;
  bytes: Uint8Array;
}

/** What was to be written when it failed, and why. */
export interface NotWritten {
  path: string;
  problem: SaveProblem;
}

/**
 * Writes files, all of them or none, durably: first each under a temporary name, where a full disk shows, then each gets
 * its own. When one cannot, those before it are taken away again, and what was there before is there as it was.
 * `last` is done when all of them are in place, and undone with them.
 */
export async function writeFiles(
  disk: Disk,
  files: readonly FileToWrite[],
  last: { path: string; work: () => Promise<void>; undo: () => Promise<void> } | null = null,
): Promise<Result<null, NotWritten>> {
  const written: string[] = [];
  const undo: (() => Promise<void>)[] = [];
  const kept: string[] = [];
  let at = '';
  try {
    for (const { path, bytes } of files) {
      at = path;
      const temporary = temporaryPath(path);
      written.push(temporary);
      await writeNew(disk, temporary, [bytes]);
    }
    for (const [index, { path }] of files.entries()) {
      at = path;
      const before = await keepAside(disk, path);
      if (before !== null) kept.push(before);
      undo.push(() => putBack(disk, path, before));
      await disk.rename(written[index] ?? '', path);
    }
    if (last) {
      at = last.path;
      undo.push(last.undo);
      await last.work();
    }
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
      at = folder;
      await disk.syncFolder(folder);
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    for (const path of written) await disk.remove(path).catch(() => undefined);
    return fail({ path: at, problem: saveProblem(error) });
  }
  for (const path of kept) await disk.remove(path).catch(() => undefined);
  return ok(null);
}

/** Gives the file at a path a second name, under which it comes back if need be; null when there is none. */
async function keepAside(disk: Disk, path: string): Promise<string | null> {
  if (!(await disk.fingerprint(path))) return null;
  const aside = temporaryPath(path);
  // Some disks know no second names: there the file is away for a moment.
  await disk.link(path, aside).catch(() => disk.rename(path, aside));
  return aside;
}

async function putBack(disk: Disk, path: string, aside: string | null): Promise<void> {
  if (aside === null) return disk.remove(path);
  await disk.rename(aside, path);
  // Where both were names of one file, renaming did nothing.
  await disk.remove(aside);
}

import { constants } from 'node:fs';
import { copyFile, mkdir, open } from 'node:fs/promises';
import type { SaveProblem } from '../../shared/api.ts';
import type { Case } from '../../shared/case/case.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { ExhibitFolder } from './folder.ts';

/**
 * Copies the files of a case's exhibits beside the path it is to be written to next, durably. What is missing or altered
 * is copied as it is, and stays to be told of there. On failure what was copied goes again.
 */
export async function copyExhibits(kase: Case, from: string, to: string): Promise<Result<null, SaveProblem>> {
  const [source, target] = [new ExhibitFolder(from), new ExhibitFolder(to)];
  const made: string[] = [];
  try {
    for (const exhibit of kase.records.exhibits.values()) {
      if ((await source.stateOf(exhibit)) === 'missing') continue;
      if ((await target.stateOf(exhibit)) !== 'missing') continue;
      await mkdir(target.path, { recursive: true });
      const path = target.fileOf(exhibit.sha256);
      await copyFile(
        source.fileOf(exhibit.sha256),
        path,
        constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE,
      );
      made.push(exhibit.sha256);
      await forceToDisk(path);
    }
    if (made.length > 0) await realDisk.syncFolder(target.path);
    return ok(null);
  } catch (error) {
    for (const sha256 of made) await target.drop(sha256);
    return fail(saveProblem(error));
  }
}

/** What is read-only can only be opened for reading; that is enough to force it to the disk. */
async function forceToDisk(path: string): Promise<void> {
  // Windows wants a file opened for writing for that, and writes copies through by itself.
  if (process.platform === 'win32') return;
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExhibitProblem } from '../../shared/api.ts';
import type { Exhibit } from '../../shared/case/evidence.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { hashOf, type ExhibitFolder, type Following } from './folder.ts';

/**
 * Looks in a folder, and the folders in it, for the files of exhibits that are missing or altered, by size and then by
 * hash, whatever they are called: such as in the folder that stayed behind when a case was moved. What is found is
 * copied beside the case; an altered file that stood there is kept under another name. Links are not followed, and what
 * may not be read is passed over. Answers how many were found.
 */
export async function findFiles(
  folder: ExhibitFolder,
  exhibits: readonly Exhibit[],
  where: string,
  following: Following & { onFile?: (name: string) => void } = {},
): Promise<Result<number, ExhibitProblem>> {
  const wanted = new Map<string, Exhibit>();
  for (const exhibit of exhibits) {
    if (following.signal?.aborted) return fail({ code: 'cancelled' });
    following.onFile?.(exhibit.title);
    if ((await folder.check(exhibit)) !== 'there') wanted.set(exhibit.sha256, exhibit);
  }
  const sizes = new Set([...wanted.values()].map(({ bytes }) => bytes));
  let found = 0;
  for await (const path of filesIn(where)) {
    if (following.signal?.aborted) return fail({ code: 'cancelled' });
    if (wanted.size === 0) break;
    following.onFile?.(path);
    const about = await stat(path).catch(() => null);
    if (!about || !sizes.has(about.size)) continue;
    const hash = await hashOf(path, following).catch(() => null);
    if (hash === null || !wanted.has(hash)) continue;
    const taken = await folder.take(path, { signal: following.signal });
    if (!taken.ok) return taken;
    if (taken.value.sha256 !== hash) continue;
    wanted.delete(hash);
    found++;
  }
  return ok(found);
}

/** The ordinary files below a folder. */
async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null);
  if (!entries) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

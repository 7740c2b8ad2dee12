import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExhibitProblem } from '../../shared/problems.ts';
import type { Exhibit } from '../../shared/case/evidence.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ExhibitFolder } from './folder.ts';
import { hashOf, type Following } from './pieces.ts';

/**
 * Looks in a folder, and the folders in it, for the files of exhibits that are missing or altered, by size and then by
 * hash, whatever they are called. This is also the way back to the folder `Name.files` that stayed behind when somebody
 * renamed or moved the case outside Stet: a person names it, or any folder above it. What is found is copied beside the
 * case; an altered file that stood there is kept under another name. Links are not followed, and what may not be read is
 * passed over. `onBytes` hears of the bytes of each exhibit once its file is known to be there. Answers how many were
 * found.
 */
export async function findFiles(
  folder: ExhibitFolder,
  exhibits: readonly Exhibit[],
  where: string,
  { signal, onBytes, onFile }: Following & { onFile?: (name: string) => void } = {},
): Promise<Result<number, ExhibitProblem>> {
  const wanted = new Map<string, Exhibit>();
  for (const exhibit of exhibits) {
    onFile?.(exhibit.title);
    const state = await folder.check(exhibit, { signal }).catch(() => null);
    if (signal?.aborted) return fail({ code: 'cancelled' });
    if (state === 'there') onBytes?.(exhibit.bytes);
    else wanted.set(exhibit.sha256, exhibit);
  }
  const sizes = new Set([...wanted.values()].map(({ bytes }) => bytes));
  let found = 0;
  for await (const path of filesIn(where)) {
    if (signal?.aborted) return fail({ code: 'cancelled' });
    if (wanted.size === 0) break;
    onFile?.(path);
    const about = await stat(path).catch(() => null);
    if (!about || !sizes.has(about.size)) continue;
    const hash = await hashOf(path, { signal }).catch(() => '');
    const exhibit = wanted.get(hash);
    if (!exhibit) continue;
    const taken = await folder.take(path, { signal });
    if (!taken.ok) return taken;
    if (taken.value.sha256 !== hash) {
      // It was changed between the two readings, and is no more what was looked for.
      if (taken.value.isNew) await folder.drop(taken.value.sha256);
      continue;
    }
    wanted.delete(hash);
    onBytes?.(exhibit.bytes);
    found++;
  }
  return signal?.aborted ? fail({ code: 'cancelled' }) : ok(found);
}

/** The ordinary files below a folder, as far as it can be read. */
async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null);
  if (!entries) return;
  try {
    for (;;) {
      const entry = await entries.read().catch(() => null);
      if (!entry) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* filesIn(path);
      else if (entry.isFile()) yield path;
    }
  } finally {
    await entries.close().catch(() => undefined);
  }
}

import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/**
 * Whether a path leads to a case itself, to what stands beside it for it, or into the folder of its exhibits, also by a
 * link or by another way to its folder: nothing that is exported may take the place of any of these.
 */
export async function isOwnFile(casePath: string, path: string): Promise<boolean> {
  const [own, given] = await Promise.all([realPath(casePath), realPath(path)]);
  const files = own.replace(/\.[^./\\]*$/u, '') + '.files';
  return given === own || given.startsWith(`${own}.`) || given === files || given.startsWith(files + sep);
}

/** The path without links; of a file that is not there yet, that of its folder and its name. */
async function realPath(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, basename(path));
  });
}

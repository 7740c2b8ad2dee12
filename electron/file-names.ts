import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

/** A title as a file name that every system takes, without an ending. */
export function fileNameFor(title: string): string {
  const safe = title
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[. ]+$/u, '');
  return safe.slice(0, 80) || 'Case';
}

/** A path that a person chose in a dialog, with the ending it should have if they gave none. */
export function withEnding(path: string, ending: string): string {
  return extname(path) === '' ? `${path}.${ending}` : path;
}

/** A path in `folder` that is still free: `Name.stet`, `Name 2.stet` … */
export async function freePath(folder: string, fileName: string): Promise<string> {
  const extension = extname(fileName);
  const name = basename(fileName, extension);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? fileName : `${name} ${number}${extension}`);
    if (!(await stat(path).catch(() => null))) return path;
  }
}

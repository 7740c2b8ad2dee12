import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

/** So many bytes of a title go into a file name: systems take 255 of name, ending and what Stet adds beside the case. */
const LONGEST = 150;

/** A title as a file name that every system takes, without an ending. */
export function fileNameFor(title: string): string {
  const safe = title
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  let name = '';
  for (const character of safe) {
    if (Buffer.byteLength(name + character) > LONGEST) break;
    name += character;
  }
  return name.replace(/[. ]+$/u, '') || 'Case';
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

import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

/** So many bytes of a title go into a file name: systems take 255 of name, ending and what Stet adds beside the case. */
const LONGEST = 150;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The id of a case as a name that every system takes. The ids that Stet makes are such names themselves. Any other text
 * may be an id too, a path or a name that some system reserves among them, and is told by its SHA-256: in UTF-16, which
 * no two texts share.
 */
export function nameOfId(id: string): string {
  return UUID.test(id) ? id : createHash('sha256').update(id, 'utf16le').digest('hex');
}

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

/** A name of which nothing with any of these endings is in `folder` yet: `Name`, `Name 2` … */
export async function freeName(folder: string, name: string, endings: readonly string[]): Promise<string> {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} ${number}`;
    const there = await Promise.all(
      endings.map((ending) => stat(join(folder, `${free}${ending}`)).catch(() => null)),
    );
    if (there.every((each) => each === null)) return free;
  }
}

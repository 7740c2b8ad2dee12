import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { LANGUAGES } from '../shared/messages/translate.ts';

/** So much of a file is read to learn which case it is of: its own fields stand at the top (case-text.ts). */
const HEAD_BYTES = 64 * 1024;

/**
 * What sync programs put between the name and the ending, whichever language they speak. A false guess costs little,
 * since a name counts only together with the id in the file.
 */
const MARKS = [
  // Dropbox, Nextcloud, ownCloud, Seafile and Jianguoyun put a day into brackets, and words that depend on the language.
  /^ ?[(（[].*\d{4}-\d\d-\d\d.*[)）\]]$/u,
  // The words, for what stands without a day or without brackets: Syncthing's “.sync-conflict-20260102-120000-ABCDEFG”,
  // “_conflict-20180410-093612” of older ownClouds, “_Conflict” at the end (Synology), OneDrive's in some languages.
  // One stem serves many languages: conflicted, conflicto, conflicte; conflit, conflitto, conflito; Konflikt, konflik.
  /^[ ._([（-].*(?:conflict|conflit|konflik|конфликт|конфлікт|競合|衝突|冲突|충돌|çakış|modstrid|ristirii|ütköz)/iu,
  // Google Drive and others count.
  /^ ?\(\d{1,3}\)$/,
  // OneDrive adds the name of the computer: on Windows in capitals and at most 15 of them, on a Mac as it is called.
  /^-(?=[0-9-]*[A-Z])[A-Z0-9-]{1,15}(?:-\d{1,3})?$/,
  /^-[\p{L}\p{N}’' -]*(?:MacBook|iMac|Mac[- ])[\p{L}\p{N}’' -]*$/u,
];

/** The words in the names of versions that Stet put aside itself, in any language it may have spoken then. */
const OWN_WORDS = Object.values(LANGUAGES).flatMap(({ menu }) => [
  menu.versionFromDisk,
  menu.versionFromStet,
  menu.versionBeforeRestoring,
  menu.versionDamaged,
]);

/**
 * The names of the files beside the case file at `path` that a sync program made of it when two computers had changed
 * it: called like it with one of the program's marks added, and of the case `id`. Sorted. What cannot be read is passed
 * over; never throws. Versions that Stet put aside, and other copies by people, are not among them.
 */
export async function conflictedCopies(path: string, id: string): Promise<string[]> {
  const folder = dirname(path);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    // No sync program makes links, and opening a pipe might never end.
    if (!entry.isFile() || !isNameOfCopy(basename(path), entry.name)) continue;
    if ((await caseIdIn(join(folder, entry.name))) === id) found.push(entry.name);
  }
  return found.sort();
}

function isNameOfCopy(fileName: string, name: string): boolean {
  // Some systems hand out names with their accents taken apart.
  const original = parse(fileName.normalize('NFC'));
  const copy = parse(name.normalize('NFC'));
  if (copy.ext.toLowerCase() !== original.ext.toLowerCase() || !copy.name.startsWith(original.name))
    return false;
  const added = copy.name.slice(original.name.length);
  if (OWN_WORDS.some((words) => added.startsWith(` (${words}, `))) return false;
  return MARKS.some((mark) => mark.test(added));
}

/** The id in the first line of a file that names one; null when there is none near its beginning. */
async function caseIdIn(path: string): Promise<string | null> {
  try {
    const file = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(HEAD_BYTES);
      const { bytesRead } = await file.read(bytes, 0, HEAD_BYTES, 0);
      const head = bytes.subarray(0, bytesRead).toString('utf8');
      const [, text] = /^[ \t]*"id"[ \t]*:[ \t]*("(?:[^"\\\n]|\\.)*")[ \t]*,?\r?$/m.exec(head) ?? [];
      return text === undefined ? null : (JSON.parse(text) as string);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

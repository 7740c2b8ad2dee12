import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { writeAll, type Disk } from './disk.ts';
import { sha256 } from './sha256.ts';

/** Bytes gathered before each write: enough to be quick, few enough never to hold the event loop for long. */
const PIECE = 64 * 1024;

/** File systems take names of at most 255 bytes; what is added to the name of a case must still fit in. */
const LONGEST_NAME = 120;

/** The name of a file being written beside another; what is left of one after a crash can be told by it. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `${temporaryStart(basename(path))}${randomUUID()}.tmp`);
}

/** Whether a name is that of a file left behind while `fileName` itself, not another one like it, was being written. */
export function isTemporaryOf(fileName: string, name: string): boolean {
  const start = temporaryStart(fileName);
  return name.startsWith(start) && /^[0-9a-f-]{36}\.tmp$/.test(name.slice(start.length));
}

function temporaryStart(fileName: string): string {
  if (Buffer.byteLength(fileName) <= LONGEST_NAME) return `.${fileName}.`;
  return `.${sha256(fileName)}.`;
}

/**
 * Puts a new file in the place of another so that a crash at any moment leaves the old one or the new one, whole: a new
 * file beside it, written in pieces that leave the event loop alone, its size checked, its bytes on the disk, the
 * rename, the folder on the disk. On failure before the rename the old file is as it was and the new one is gone.
 * `before` is asked right before the rename and may throw to stop it; `after` is told right after it, since from then on
 * the new file is the one that others see, even if making the rename durable fails.
 */
export async function replaceFile(
  disk: Disk,
  path: string,
  pieces: Iterable<string | Uint8Array>,
  { before, after }: { before?: () => Promise<void>; after?: () => Promise<void> } = {},
): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await writeNew(disk, temporary, pieces);
    await before?.();
    await disk.rename(temporary, path);
  } catch (error) {
    // The first failure is the one to tell of; a file left behind is known by its name and swept at the next opening.
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await after?.();
  await disk.syncFolder(dirname(path));
}

/** Writes a new file, durably; one that failed is left where it is. */
export async function writeNew(
  disk: Disk,
  path: string,
  pieces: Iterable<string | Uint8Array>,
): Promise<void> {
  const file = await disk.create(path);
  try {
    let waiting: Uint8Array[] = [];
    let length = 0;
    let total = 0;
    const flush = async (): Promise<void> => {
      await writeAll(file, waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting));
      total += length;
      waiting = [];
      length = 0;
    };
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      waiting.push(bytes);
      length += bytes.length;
      if (length >= PIECE) await flush();
    }
    await flush();
    if ((await file.size()) !== total)
      throw new Error('the file on the disk is not as long as what was written');
    await file.sync();
  } finally {
    await file.close();
  }
}

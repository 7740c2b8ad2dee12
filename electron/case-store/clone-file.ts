import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';

/**
 * Copies a file to a path where there is none yet: shares the bytes on the disk where the file system can (btrfs, xfs,
 * APFS), and copies them where it cannot. The copy is neither whole before this answers nor durable after.
 */
export function cloneFile(from: string, to: string): Promise<void> {
  return copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
}

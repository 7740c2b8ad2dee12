import { link, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';

/**
 * The few file operations that keeping a case safe is made of. A seam: tests put a disk underneath that is full, that
 * takes short writes, or that loses power between any two operations and forgets what was not synced.
 */
export interface Disk {
  read(path: string): Promise<Uint8Array>;
  /** The names in a folder. */
  list(folder: string): Promise<string[]>;
  /** What tells one state of a file from another, cheaply; null when there is none, EISDIR when it is no file. */
  fingerprint(path: string): Promise<Fingerprint | null>;
  /** Makes a new, empty file for appending; fails with EEXIST if there is one. */
  create(path: string): Promise<DiskFile>;
  /** Makes what earlier processes wrote to a file durable. */
  syncFile(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name; fails with EEXIST if that name is taken. */
  link(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no failure. */
  remove(path: string): Promise<void>;
  /** Does not return before the folder's list of names is durable. */
  syncFolder(path: string): Promise<void>;
}

/** A file that is being written, at its end only. */
export interface DiskFile {
  /** Takes some of the bytes and answers how many: a full disk may take only a part without calling it an error. */
  write(bytes: Uint8Array): Promise<number>;
  /** Does not return before everything written is durable. After it failed once, nothing about the file is certain. */
  sync(): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Times in nanoseconds: a second file written within the same millisecond is another file. */
export interface Fingerprint {
  size: bigint;
  modified: bigint;
  changed: bigint;
  inode: bigint;
}

export function sameFingerprint(a: Fingerprint | null, b: Fingerprint | null): boolean {
  if (!a || !b) return a === b;
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.inode === b.inode;
}

/** Writes until every byte is written, since a write may take fewer than it was given. */
export async function writeAll(file: DiskFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const taken = await file.write(bytes.subarray(done));
    if (taken <= 0) throw Object.assign(new Error('the disk took no more bytes'), { code: 'ENOSPC' });
    done += taken;
  }
}

export const realDisk: Disk = {
  read: (path) => readFile(path),
  list: (folder) => readdir(folder),
  async fingerprint(path) {
    try {
      const about = await stat(path, { bigint: true });
      // Reading a pipe or a device might never end.
      if (!about.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
      const { size, mtimeNs, ctimeNs, ino } = about;
      return { size, modified: mtimeNs, changed: ctimeNs, inode: ino };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  },
  create: async (path) => realFile(await open(path, 'ax', 0o600)),
  async syncFile(path) {
    const file = await open(path, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename: renamePatiently,
  link,
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
    // Windows has no such thing: it refuses to open a folder, and orders renames itself.
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

function realFile(file: FileHandle): DiskFile {
  return {
    write: async (bytes) => (await file.write(bytes)).bytesWritten,
    sync: () => file.sync(),
    size: async () => (await file.stat()).size,
    close: () => file.close(),
  };
}

/** On Windows a virus scanner or an indexer may hold a file for a moment; the rename then fails and soon does not. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (process.platform !== 'win32' || !held || tries >= 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** tries));
    }
  }
}

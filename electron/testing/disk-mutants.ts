import type { Disk, DiskFile } from '../case-store/disk.ts';
import { PATH } from './crash-exploration.ts';
import type { Fate } from './judge.ts';

/** Stet with one thing left out, made by a disk that does not do (or undoes) that thing. */
export type DiskMutant = Fate & {
  name: string;
  mutate: (disk: Disk) => Disk;
};

const isJournal = (path: string): boolean => /\.journal-\d+$/u.test(path);
const isLock = (path: string): boolean => path.includes('.lock');
const isSnapshot = (path: string): boolean =>
  path.endsWith('.tmp') && !isLock(path) && !path.includes('.journal-');

/** A disk with some operations of its own. */
function wrapped(disk: Disk, own: Partial<Disk>): Disk {
  return new Proxy(disk, {
    get: (target, name) => {
      const mine = own[name as keyof Disk];
      if (mine) return mine;
      const value = target[name as keyof Disk] as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** A disk whose new files behave differently. */
const withFiles =
  (own: (file: DiskFile, path: string, disk: Disk) => Partial<DiskFile>) =>
  (disk: Disk): Disk =>
    wrapped(disk, {
      create: async (path) => {
        const file = await disk.create(path);
        return { ...file, ...own(file, path, disk) };
      },
    });

/** A disk that leaves out some syncs of new files; `count` is how often that file was synced already. */
const unsynced = (when: (path: string, count: number) => boolean) =>
  withFiles((file, path) => {
    let count = 0;
    return { sync: async () => (when(path, count++) ? undefined : file.sync()) };
  });

/** A disk whose folder is not synced right after some operations. */
const unsyncedAfter =
  (which: (operation: 'create' | 'rename' | 'remove' | 'link' | 'syncFile', path: string) => boolean) =>
  (disk: Disk): Disk => {
    let skip = false;
    return wrapped(disk, {
      create: (path) => ((skip = which('create', path)), disk.create(path)),
      rename: (from, to) => ((skip = which('rename', to)), disk.rename(from, to)),
      remove: (path) => ((skip = which('remove', path)), disk.remove(path)),
      syncFile: (path) => ((skip = which('syncFile', path)), disk.syncFile(path)),
      syncFolder: async (path) => (skip ? undefined : disk.syncFolder(path)),
    });
  };

/** Short writes are taken for whole ones. */
const trusting = (which: (path: string) => boolean) =>
  withFiles((file, path) => {
    let told = 0;
    if (!which(path)) return {};
    return {
      write: async (bytes) => {
        await file.write(bytes);
        told += bytes.length;
        return bytes.length;
      },
      size: async () => told,
    };
  });

export const DISK_MUTANTS: readonly DiskMutant[] = [
  {
    name: 'no sync after a frame',
    mutate: unsynced((path, count) => isJournal(path) && count > 0),
    caughtBy: 'power cuts',
  },
  {
    name: 'no sync of a journal header',
    mutate: unsynced((path, count) => isJournal(path) && count === 0),
    caughtBy: 'nothing',
    harmless:
      'the sync of the first frame makes the header durable too, and before it nothing is acknowledged',
  },
  {
    name: 'no sync of the folder after a journal was begun',
    mutate: unsyncedAfter((operation, path) => operation === 'create' && isJournal(path)),
    caughtBy: 'power cuts',
  },
  { name: 'no sync of the snapshot', mutate: unsynced(isSnapshot), caughtBy: 'power cuts' },
  {
    name: 'the snapshot renamed before it is synced',
    mutate: (disk) =>
      wrapped(unsynced(isSnapshot)(disk), {
        rename: async (from, to) => {
          await disk.rename(from, to);
          if (isSnapshot(from)) await disk.syncFile(to);
        },
      }),
    caughtBy: 'power cuts',
  },
  {
    name: 'no sync of the folder after the rename, that is before the old journals are removed',
    mutate: unsyncedAfter((operation, path) => operation === 'rename' && path === PATH),
    caughtBy: 'power cuts',
  },
  {
    name: 'no sync of the folder between the removals of old journals',
    mutate: unsyncedAfter((operation, path) => operation === 'remove' && isJournal(path)),
    caughtBy: 'refused edits',
  },
  {
    name: 'the old journals removed before the snapshot is in their place',
    mutate: (disk) => {
      let old: string[] = [];
      return wrapped(disk, {
        create: async (path) => {
          const folder = PATH.slice(0, PATH.lastIndexOf('/'));
          if (isSnapshot(path))
            old = (await disk.list(folder)).filter(isJournal).map((name) => `${folder}/${name}`);
          return disk.create(path);
        },
        rename: async (from, to) => {
          if (to === PATH) for (const path of old) await disk.remove(path);
          await disk.rename(from, to);
        },
      });
    },
    caughtBy: 'power cuts',
  },
  {
    name: 'what an earlier process wrote is believed to be durable',
    mutate: (disk) =>
      wrapped(disk, {
        syncFile: async () => {},
        rename: (from, to) => (isJournal(to) ? disk.remove(from) : disk.rename(from, to)),
      }),
    caughtBy: 'failing operations',
  },
  {
    name: 'no sync of the folder at opening',
    mutate: unsyncedAfter(
      (operation, path) => operation === 'syncFile' || (operation === 'remove' && !isJournal(path)),
    ),
    caughtBy: 'failing operations',
  },
  { name: 'no sync of the lock', mutate: unsynced(isLock), caughtBy: 'power cuts' },
  {
    name: 'a failed sync taken for a good one',
    mutate: withFiles((file) => ({ sync: () => file.sync().catch(() => undefined) })),
    caughtBy: 'failing operations',
  },
  {
    name: 'a failed sync tried again',
    mutate: withFiles((file) => ({ sync: () => file.sync().catch(() => file.sync()) })),
    caughtBy: 'failing operations',
  },
  {
    name: 'short writes into a journal not noticed',
    mutate: trusting(isJournal),
    caughtBy: 'power cuts',
  },
  {
    name: 'short writes into a snapshot noticed by nothing',
    mutate: trusting(isSnapshot),
    caughtBy: 'power cuts',
  },
  {
    name: 'changes by something else not noticed',
    mutate: (disk) =>
      wrapped(disk, {
        fingerprint: async () => ({ size: 1n, modified: 1n, changed: 1n, inode: 1n }),
      }),
    caughtBy: 'two versions',
  },
];

import { createHash } from 'node:crypto';
import type { Disk } from '../case-store/disk.ts';

/**
 * Stet with one thing left out, each made by a disk that does not do (or undoes) that thing. The power-cut test must
 * catch every one, or it proves nothing.
 */
export interface Mutant {
  name: string;
  mutate: (disk: Disk) => Disk;
  /** Why leaving this out costs nothing, where that is so. */
  harmless?: string;
}

const isJournal = (path: string): boolean => /\.journal-\d+$/.test(path);
const isTemporary = (path: string): boolean => path.endsWith('.tmp') && !path.includes('.lock');

/** A disk on which one kind of operation does nothing. */
function without(
  operation: 'sync' | 'syncFile' | 'syncFolder',
  when: (path: string, count: number) => boolean,
) {
  return (disk: Disk): Disk => {
    let count = 0;
    const own: Partial<Disk> = {};
    if (operation === 'sync') {
      own.create = async (path) => {
        const file = await disk.create(path);
        let syncs = 0;
        return { ...file, sync: async () => (when(path, syncs++) ? undefined : file.sync()) };
      };
    } else own[operation] = async (path) => (when(path, count++) ? undefined : disk[operation](path));
    return wrapped(disk, own);
  };
}

/** A disk whose folder is not synced right after the given kind of operation. */
function unsyncedAfter(kind: 'create' | 'rename' | 'remove', which: (path: string) => boolean) {
  return (disk: Disk): Disk => {
    let skip = false;
    return wrapped(disk, {
      create: async (path) => {
        skip = kind === 'create' && which(path);
        return disk.create(path);
      },
      rename: async (from, to) => {
        skip = kind === 'rename' && which(to);
        return disk.rename(from, to);
      },
      remove: async (path) => {
        skip = kind === 'remove' && which(path);
        return disk.remove(path);
      },
      syncFolder: async (path) => (skip ? undefined : disk.syncFolder(path)),
    });
  };
}

/** A disk that makes every journal it reads look right in one respect, as if nobody checked that. */
function forgiving(mend: (lines: string[]) => string[]) {
  return (disk: Disk): Disk =>
    wrapped(disk, {
      read: async (path) => {
        const bytes = await disk.read(path);
        if (!isJournal(path)) return bytes;
        return Buffer.from(mend(Buffer.from(bytes).toString('utf8').split('\n')).join('\n'));
      },
    });
}

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

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every line that is JSON at all gets the checksum it should have. */
const anyChecksum = (lines: string[]): string[] =>
  lines.map((line) => {
    const at = line.indexOf('{');
    const json = line.slice(at).replace(/\0+/gu, '');
    try {
      JSON.parse(json);
      return `${sha256(json)} ${json}`;
    } catch {
      return line;
    }
  });

export const MUTANTS: readonly Mutant[] = [
  { name: 'no sync after a frame', mutate: without('sync', (path, count) => isJournal(path) && count > 0) },
  {
    name: 'no sync of a journal header',
    mutate: without('sync', (path, count) => isJournal(path) && count === 0),
    harmless:
      'the sync after the first frame makes the header durable too, and before it nothing is acknowledged',
  },
  { name: 'no sync of the folder after a journal was begun', mutate: unsyncedAfter('create', isJournal) },
  { name: 'no sync of the snapshot', mutate: without('sync', isTemporary) },
  { name: 'no sync of the folder after the rename', mutate: unsyncedAfter('rename', () => true) },
  { name: 'no sync of what an earlier process wrote', mutate: without('syncFile', () => true) },
  {
    name: 'no checksum',
    mutate: forgiving(anyChecksum),
    harmless:
      'a frame torn by a power cut is no JSON; the checksum is for damage, and case-store.test.ts catches its loss',
  },
];

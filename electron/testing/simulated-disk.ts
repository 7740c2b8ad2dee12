import { basename, dirname } from 'node:path';
import type { Disk, DiskFile } from '../case-store/disk.ts';
import { below, oneOf, type Random } from './random.ts';
import { flush, flushFailed, newInode, remains, type Inode } from './simulated-file.ts';
import { FolderNames } from './simulated-names.ts';

/**
 * How an operation fails: with this code, and with or without having happened (over a network the answer alone may get
 * lost). A failed sync that happened is the worst kind: some of the bytes are on the disk, the system takes all of them
 * for written, and a later sync succeeds without writing them (Linux does so since fsync(2) reports an error once).
 */
export interface Fault {
  code: 'EIO' | 'ENOSPC';
  happened: boolean;
}

export type Operation = Exclude<keyof Disk, 'read' | 'list' | 'fingerprint'> | keyof DiskFile;

const problem = (code: string): Error => Object.assign(new Error(code), { code });

/**
 * A disk that tells apart what was written and what is durable, for cutting its power. It allows everything that POSIX
 * (IEEE 1003.1-2024, fsync and rename) leaves open, since file systems differ in what they do beyond it:
 *
 * - A file's bytes are durable after fsync of the file. Of what was written since, each sector survives by itself: new,
 *   as it was, as zeros, or as what another, removed file had there; and the file's length is anything in between.
 * - A folder's names are durable after fsync of the folder. Of the changes since, any subset survives, in any order:
 *   each name stands for any file it has stood for since, or for none if there was none for a moment. So a later removal
 *   may be durable while an earlier rename is not, a renamed file may have both names or neither, and a file's bytes may
 *   be durable without its name. Only a name that was replaced is never missing: rename promises that.
 * - What is durable stays as it is. A disk that forgets it is broken: damages.ts is about that.
 */
export class SimulatedDisk implements Disk {
  /** What was done to it, for whoever has to find out why a promise was broken. */
  story: string[] = [];
  private nextId = 1;
  private clock = 0n;
  private names = new FolderNames();
  /** What files that are gone had in them: their sectors come up again where a file was not written in time. */
  private remains: Uint8Array[] = [];
  /** Called after every operation, failed or not: the moments at which the power may fail. */
  after: (operation: Operation | 'before sync', path: string) => Promise<void> = async () => {};
  /** Asked before every operation that changes something whether it fails. */
  fault: (operation: Operation, path: string) => Fault | null = () => null;

  constructor(private readonly random: Random) {}

  async read(path: string): Promise<Uint8Array> {
    return this.inode(path).bytes.slice();
  }

  async list(folder: string): Promise<string[]> {
    return this.names.in(folder);
  }

  async fingerprint(path: string) {
    const inode = this.names.get(path);
    if (!inode) return null;
    const { bytes, id, modified } = inode;
    return { size: BigInt(bytes.length), modified, changed: modified, inode: BigInt(id) };
  }

  create(path: string): Promise<DiskFile> {
    return this.operation('create', path, () => {
      if (this.names.get(path)) throw problem('EEXIST');
      const inode = newInode(this.nextId++, this.clock);
      this.names.set(path, inode);
      return this.file(path, inode);
    });
  }

  private file(path: string, inode: Inode): DiskFile {
    let open = true;
    const assertOpen = (): void => {
      if (!open) throw problem('EBADF');
    };
    const take = (bytes: Uint8Array): number => {
      inode.bytes = Buffer.concat([inode.bytes, bytes]);
      inode.modified = ++this.clock;
      return bytes.length;
    };
    return {
      // A disk may take fewer bytes than it is given; here it always does when there are many.
      write: (bytes) =>
        this.operation(
          'write',
          path,
          () => (assertOpen(), take(bytes.subarray(0, Math.max(1, Math.min(bytes.length, 2048))))),
          () => void take(bytes.subarray(0, below(this.random, bytes.length))),
        ),
      sync: async () => {
        await this.after('before sync', path);
        await this.operation(
          'sync',
          path,
          () => (assertOpen(), flush(inode)),
          () => flushFailed(inode, this.remains, this.random),
        );
      },
      size: async () => inode.bytes.length,
      close: async () => void (open = false),
    };
  }

  syncFile(path: string): Promise<void> {
    return this.operation(
      'syncFile',
      path,
      () => flush(this.inode(path)),
      () => flushFailed(this.inode(path), this.remains, this.random),
    );
  }

  rename(from: string, to: string): Promise<void> {
    return this.operation('rename', to, () => {
      const inode = this.inode(from);
      this.bury(to);
      this.names.set(to, inode);
      this.names.set(from, null);
    });
  }

  link(from: string, to: string): Promise<void> {
    return this.operation('link', to, () => {
      if (this.names.get(to)) throw problem('EEXIST');
      this.names.set(to, this.inode(from));
    });
  }

  remove(path: string): Promise<void> {
    return this.operation('remove', path, () => {
      this.bury(path);
      if (this.names.get(path)) this.names.set(path, null);
    });
  }

  syncFolder(folder: string): Promise<void> {
    return this.operation(
      'syncFolder',
      folder,
      () => this.names.sync(folder),
      () => this.names.syncFailed(folder, this.random),
    );
  }

  /** Something else than Stet puts a file here, or takes it away (null). It takes care itself that this is durable. */
  putFromOutside(path: string, bytes: Uint8Array | null): void {
    const inode = bytes && { ...newInode(this.nextId++, ++this.clock), bytes };
    if (inode) flush(inode);
    this.names.set(path, inode);
    this.names.sync(dirname(path));
  }

  /** The disk as a killed process leaves it: the machine goes on, so everything written is still there. */
  afterKill(): SimulatedDisk {
    return this.copy(
      'KILLED',
      (names, copied) => names.copy(copied),
      (inode) => ({ ...inode }),
    );
  }

  /** One of the disks that a power cut at this moment could leave. */
  afterPowerCut(random: Random): SimulatedDisk {
    return this.copy(
      'POWER CUT',
      (names, copied) => names.afterPowerCut(random, copied),
      (inode) => {
        const bytes = remains(inode, this.remains, random);
        return { ...inode, bytes, durable: bytes, clean: bytes.length };
      },
    );
  }

  private copy(
    end: string,
    namesOf: (names: FolderNames, copied: (inode: Inode) => Inode) => FolderNames,
    inodeOf: (inode: Inode) => Inode,
  ): SimulatedDisk {
    const disk = new SimulatedDisk(this.random);
    disk.story = [...this.story, end];
    disk.nextId = this.nextId;
    disk.clock = this.clock;
    disk.remains = [...this.remains];
    const copies = new Map<Inode, Inode>();
    disk.names = namesOf(this.names, (inode) => {
      const known = copies.get(inode) ?? inodeOf(inode);
      copies.set(inode, known);
      return known;
    });
    return disk;
  }

  /**
   * Does an operation, or lets it fail: before it happened, after it happened, or by `half` of it where an operation can
   * be done by half.
   */
  private async operation<T>(name: Operation, path: string, whole: () => T, half?: () => void): Promise<T> {
    const fault = this.fault(name, path);
    const failed = fault ? ` ${fault.code}${fault.happened ? ' though it happened' : ''}` : '';
    this.story.push(`${name} ${basename(path)}${failed}`);
    if (!fault) {
      const answer = whole();
      await this.after(name, path);
      return answer;
    }
    if (fault.happened) (half ?? whole)();
    await this.after(name, path);
    throw problem(fault.code);
  }

  private inode(path: string): Inode {
    const inode = this.names.get(path);
    if (!inode) throw problem('ENOENT');
    return inode;
  }

  /** Keeps what a file had in it, if it is about to lose its name. A few are enough. */
  private bury(path: string): void {
    const inode = this.names.get(path);
    if (!inode || inode.bytes.length === 0) return;
    if (this.remains.length < 4) this.remains.push(inode.bytes);
    else this.remains[this.remains.indexOf(oneOf(this.random, this.remains))] = inode.bytes;
  }
}

import { dirname } from 'node:path';
import type { Disk, DiskFile } from '../case-store/disk.ts';

/**
 * A disk that tells apart what was written and what is durable, for cutting its power. Only what POSIX promises is
 * durable: a file's bytes after its sync, a folder's names after the folder's sync. Everything else survives or not,
 * each sector and each change of a name by itself, in any combination.
 */

/** Small, so that a line of the journal spans several sectors and can be torn in the middle. */
const SECTOR = 64;

interface Inode {
  id: number;
  bytes: Uint8Array;
  durable: Uint8Array;
}

/** One change of a folder's names that is not durable yet: names set to a file, or removed (null). */
type NameChange = readonly (readonly [name: string, inode: Inode | null])[];

export type Random = () => number;

/** A repeatable source of numbers from 0 up to 1 (mulberry32, public domain, by Tommy Ettinger). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const problem = (code: string): Error => Object.assign(new Error(code), { code });

export class SimulatedDisk implements Disk {
  private nextId = 1;
  private names = new Map<string, Inode>();
  private durableNames = new Map<string, Inode>();
  private pending: NameChange[] = [];
  private clock = 0n;
  /** Called after every operation: the moments at which the power may fail. */
  after: (operation: string, path: string) => Promise<void> = async () => {};

  async read(path: string): Promise<Uint8Array> {
    return this.inode(path).bytes.slice();
  }

  async list(folder: string): Promise<string[]> {
    return [...this.names.keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  async fingerprint(path: string) {
    const inode = this.names.get(path);
    if (!inode) return null;
    return {
      size: BigInt(inode.bytes.length),
      modified: this.clock * 0n,
      changed: 0n,
      inode: BigInt(inode.id),
    };
  }

  async create(path: string): Promise<DiskFile> {
    if (this.names.has(path)) throw problem('EEXIST');
    const inode: Inode = { id: this.nextId++, bytes: new Uint8Array(), durable: new Uint8Array() };
    this.change([[path, inode]]);
    await this.after('create', path);
    return {
      write: async (bytes) => {
        // A disk may take fewer bytes than it is given; here it always does when there are many.
        const taken = bytes.subarray(0, Math.max(1, Math.min(bytes.length, 2048)));
        inode.bytes = Buffer.concat([inode.bytes, taken]);
        await this.after('write', path);
        return taken.length;
      },
      sync: async () => {
        await this.after('before sync', path);
        inode.durable = inode.bytes;
        await this.after('sync', path);
      },
      size: async () => inode.bytes.length,
      close: async () => {},
    };
  }

  async syncFile(path: string): Promise<void> {
    const inode = this.inode(path);
    inode.durable = inode.bytes;
    await this.after('syncFile', path);
  }

  async rename(from: string, to: string): Promise<void> {
    this.change([
      [to, this.inode(from)],
      [from, null],
    ]);
    await this.after('rename', to);
  }

  async link(from: string, to: string): Promise<void> {
    if (this.names.has(to)) throw problem('EEXIST');
    this.change([[to, this.inode(from)]]);
    await this.after('link', to);
  }

  async remove(path: string): Promise<void> {
    if (this.names.has(path)) this.change([[path, null]]);
    await this.after('remove', path);
  }

  async syncFolder(folder: string): Promise<void> {
    this.durableNames = new Map(this.names);
    this.pending = [];
    await this.after('syncFolder', folder);
  }

  /** The disk as a killed process leaves it: the machine goes on, so everything written is still there. */
  afterKill(): SimulatedDisk {
    return this.copy(
      this.names,
      (inode) => inode.bytes,
      (inode) => inode.durable,
      this.durableNames,
      this.pending,
    );
  }

  /** One of the disks that a power cut at this moment could leave. */
  afterPowerCut(random: Random): SimulatedDisk {
    const names = new Map(this.durableNames);
    for (const change of this.pending) if (random() < 0.5) applyChange(names, change);
    const survived = new Map<Inode, Uint8Array>();
    const bytesOf = (inode: Inode): Uint8Array => {
      const known = survived.get(inode);
      if (known) return known;
      const bytes = surviving(inode, random);
      survived.set(inode, bytes);
      return bytes;
    };
    return this.copy(names, bytesOf, bytesOf, names, []);
  }

  private copy(
    names: ReadonlyMap<string, Inode>,
    bytesOf: (inode: Inode) => Uint8Array,
    durableOf: (inode: Inode) => Uint8Array,
    durableNames: ReadonlyMap<string, Inode>,
    pending: readonly NameChange[],
  ): SimulatedDisk {
    const disk = new SimulatedDisk();
    disk.nextId = this.nextId;
    const copies = new Map<Inode, Inode>();
    const copied = (inode: Inode): Inode => {
      const known = copies.get(inode) ?? { id: inode.id, bytes: bytesOf(inode), durable: durableOf(inode) };
      copies.set(inode, known);
      return known;
    };
    for (const [name, inode] of names) disk.names.set(name, copied(inode));
    for (const [name, inode] of durableNames) disk.durableNames.set(name, copied(inode));
    disk.pending = pending.map((change) =>
      change.map(([name, inode]) => [name, inode && copied(inode)] as const),
    );
    return disk;
  }

  private inode(path: string): Inode {
    const inode = this.names.get(path);
    if (!inode) throw problem('ENOENT');
    return inode;
  }

  private change(change: NameChange): void {
    applyChange(this.names, change);
    this.pending.push(change);
  }
}

function applyChange(names: Map<string, Inode>, change: NameChange): void {
  for (const [name, inode] of change) {
    if (inode) names.set(name, inode);
    else names.delete(name);
  }
}

/** What may be left of a file: its durable bytes; of what was written since, each sector new, old or zero. */
function surviving({ bytes, durable }: Inode, random: Random): Uint8Array {
  if (bytes === durable) return bytes;
  const length = durable.length + Math.floor(random() * (bytes.length - durable.length + 1));
  const left = new Uint8Array(random() < 0.5 ? bytes.length : length);
  left.set(durable.subarray(0, left.length));
  const first = Math.floor(durable.length / SECTOR) * SECTOR;
  const all = random() < 0.2;
  for (let at = first; at < left.length; at += SECTOR) {
    if (!all && random() < 0.5) continue;
    const end = Math.min(at + SECTOR, left.length);
    left.set(bytes.subarray(at, end), at);
  }
  return left;
}

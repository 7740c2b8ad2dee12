import { below, oneOf, type Random } from './random.ts';

/** Small, so that a line of the journal spans several sectors and can be torn in the middle. */
const SECTOR = 64;

/** The bytes of one file, whatever names it has. It is only ever written at its end. */
export interface Inode {
  id: number;
  /** What whoever reads the file gets. */
  bytes: Uint8Array;
  /** What is on the disk for sure. */
  durable: Uint8Array;
  /** Up to here the system takes the bytes for written: a sync does not write them (again). */
  clean: number;
  modified: bigint;
}

export function newInode(id: number, modified: bigint): Inode {
  return { id, bytes: new Uint8Array(), durable: new Uint8Array(), clean: 0, modified };
}

/**
 * A sync that succeeds: everything is durable from the first sector on that the system does not take for written
 * already.
 */
export function flush(inode: Inode): void {
  const { bytes, durable, clean } = inode;
  const from = floor(clean);
  inode.durable = new Uint8Array(bytes.length);
  inode.durable.set(durable.subarray(0, bytes.length));
  inode.durable.set(bytes.subarray(from), from);
  inode.clean = bytes.length;
}

/** A sync that fails for good: some of it is on the disk, and the system will not write the rest any more. */
export function flushFailed(inode: Inode, stale: readonly Uint8Array[], random: Random): void {
  inode.durable = remains(inode, stale, random);
  inode.clean = inode.bytes.length;
}

/**
 * What a power cut may leave of a file: its durable bytes; of what was written since, each sector new, as it was, zero,
 * or stale (with what another file had there); and the length anywhere between the two.
 */
export function remains(
  { bytes, durable, clean }: Inode,
  stale: readonly Uint8Array[],
  random: Random,
): Uint8Array {
  if (clean === bytes.length) return durable;
  const shortest = Math.min(durable.length, bytes.length);
  const length = random() < 0.5 ? bytes.length : shortest + below(random, bytes.length - shortest + 1);
  const left = new Uint8Array(length);
  left.set(durable.subarray(0, length));
  const all = random() < 0.2;
  const older = stale.length > 0 && random() < 0.3 ? oneOf(random, stale) : null;
  for (let at = floor(clean); at < length; at += SECTOR) {
    const end = Math.min(at + SECTOR, length);
    if (all || random() < 0.5) left.set(bytes.subarray(at, end), at);
    else if (older && at >= durable.length) left.set(older.subarray(at, end), at);
  }
  return left;
}

const floor = (at: number): number => Math.floor(at / SECTOR) * SECTOR;

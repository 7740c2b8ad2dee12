import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sameFingerprint, writeAll, type Disk, type Fingerprint } from './disk.ts';
import { temporaryPath } from './replace-file.ts';

/** Who holds a lock: enough to tell on this machine whether that process still lives. */
const ownerSchema = z.object({
  host: z.string(),
  pid: z.int(),
  /** What tells this process from another that later got the same number; null where the system does not say. */
  started: z.string().nullable(),
  /** What tells this start of the machine from an earlier one; null where the system does not say. */
  boot: z.string().nullable(),
  nonce: z.string(),
  /** When it was taken, for people. */
  at: z.string(),
});
export type Owner = z.infer<typeof ownerSchema>;

export type Life = 'alive' | 'dead' | 'unclear';

/** What a lock needs to know of the world. */
export interface Neighbourhood {
  self: () => Omit<Owner, 'nonce' | 'at'>;
  lifeOf: (owner: Owner) => Promise<Life>;
  now: () => string;
}

export interface Lock {
  /**
   * Whether the lock file still says that it is ours. Asked before the case file is replaced and after each commit was
   * written: what is acknowledged then was there before anybody took over, so they have read it.
   */
  isOurs: () => Promise<boolean>;
  release: () => Promise<void>;
}

export type LockAnswer = { taken: true; lock: Lock } | { taken: false; owner: Owner | null; life: Life };

export const lockPath = (casePath: string): string => `${casePath}.lock`;

/**
 * Takes the lock of a case, or says who has it. A lock whose owner is surely dead is taken over at once; with `force`
 * (a person decided so) any lock is.
 */
export async function takeLock(
  disk: Disk,
  casePath: string,
  neighbourhood: Neighbourhood,
  force = false,
): Promise<LockAnswer> {
  return acquire(disk, lockPath(casePath), neighbourhood, force, 0);
}

async function acquire(
  disk: Disk,
  path: string,
  neighbourhood: Neighbourhood,
  force: boolean,
  depth: number,
): Promise<LockAnswer> {
  const mine: Owner = { ...neighbourhood.self(), nonce: randomUUID(), at: neighbourhood.now() };
  if (await place(disk, path, mine)) return { taken: true, lock: lockOf(disk, path, mine) };
  const owner = await ownerOf(disk, path);
  if (owner === 'gone')
    return depth < 8 ? acquire(disk, path, neighbourhood, force, depth + 1) : refusal(null);
  const life = owner ? await neighbourhood.lifeOf(owner) : 'unclear';
  if (life === 'alive' || (life === 'unclear' && !force)) return { taken: false, owner, life };
  if (depth >= 8) return refusal(owner);
  // Two who both saw a dead owner must not both win. Only who first makes the claim, named after that very lock, may
  // replace it; who comes later finds another lock there than the one it saw, and steps back.
  const claim = `${path}.claim-${owner?.nonce ?? 'unreadable'}`;
  const claimed = await acquire(disk, claim, neighbourhood, force, depth + 1);
  if (!claimed.taken) return { taken: false, owner, life: 'unclear' };
  try {
    const now = await ownerOf(disk, path);
    const same = now !== 'gone' && now?.nonce === owner?.nonce;
    if (!same) return acquire(disk, path, neighbourhood, force, depth + 1);
    await withTemporary(disk, path, mine, (temporary) => disk.rename(temporary, path));
    return { taken: true, lock: lockOf(disk, path, mine) };
  } finally {
    await claimed.lock.release();
  }
}

const refusal = (owner: Owner | null): LockAnswer => ({ taken: false, owner, life: 'unclear' });

/** Makes a lock file with its contents in one step, so that nobody ever reads half a lock. False if there is one. */
async function place(disk: Disk, path: string, owner: Owner): Promise<boolean> {
  try {
    await withTemporary(disk, path, owner, (temporary) => disk.link(temporary, path));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error;
  }
  // A file system without second names (FAT, some network drives): exclusive, though not in one step.
  try {
    const file = await disk.create(path);
    try {
      await writeAll(file, encoded(owner));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function withTemporary(
  disk: Disk,
  path: string,
  owner: Owner,
  use: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = temporaryPath(path);
  const file = await disk.create(temporary);
  try {
    try {
      await writeAll(file, encoded(owner));
      // A lock torn by a power cut could not be told from one that is being written on a slow network drive.
      await file.sync();
    } finally {
      await file.close();
    }
    await use(temporary);
  } finally {
    await disk.remove(temporary);
  }
}

const encoded = (owner: Owner): Uint8Array => Buffer.from(`${JSON.stringify(owner)}\n`);

/** Null: there is a lock file that cannot be read as one. */
async function ownerOf(disk: Disk, path: string): Promise<Owner | null | 'gone'> {
  try {
    const parsed = ownerSchema.safeParse(JSON.parse(Buffer.from(await disk.read(path)).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : null;
  }
}

function lockOf(disk: Disk, path: string, mine: Owner): Lock {
  /** The state in which the file was last seen to be ours: as long as it stands, nobody has to read it. */
  let seen: Fingerprint | null = null;
  const isOurs = async (): Promise<boolean> => {
    const now = await disk.fingerprint(path).catch(() => null);
    if (now && sameFingerprint(now, seen)) return true;
    const owner = await ownerOf(disk, path);
    const ours = owner !== 'gone' && owner?.nonce === mine.nonce;
    seen = ours ? now : null;
    return ours;
  };
  return {
    isOurs,
    release: async () => {
      if (await isOurs()) await disk.remove(path);
    },
  };
}

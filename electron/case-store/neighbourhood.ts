import { readFile } from 'node:fs/promises';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Life, Neighbourhood, Owner } from './lock.ts';

/** This machine: who we are, and whether another process on it lives. Elsewhere nothing can be said. */
export const thisMachine: Neighbourhood = {
  self: () => ({ host: hostname(), pid: process.pid, started: startedSync(), boot: bootSync() }),
  now: () => new Date().toISOString(),
  async lifeOf(owner: Owner): Promise<Life> {
    if (owner.host !== hostname()) return 'unclear';
    const boot = bootSync();
    if (owner.boot !== null && boot !== null && owner.boot !== boot)
      return sameSpace(owner.boot, boot) ? 'dead' : 'unclear';
    try {
      process.kill(owner.pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'dead';
    }
    if (owner.started === null) return 'unclear';
    const started = await startOf(String(owner.pid)).catch(() => null);
    if (started === null) return 'unclear';
    return started === owner.started ? 'alive' : 'dead';
  },
};

/**
 * The start of the machine and the space its process numbers count in, as `BOOT/SPACE`. Two containers on one machine
 * have the same boot and different spaces; a number of one says nothing in the other.
 */
function bootSync(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** Whether two different boots still count their processes in the same way: then the older one is over. */
function sameSpace(a: string, b: string): boolean {
  return a.split('/')[0] !== b.split('/')[0];
}

function startedSync(): string | null {
  try {
    return startIn(readFileSync('/proc/self/stat', 'utf8'));
  } catch {
    return null;
  }
}

async function startOf(pid: string): Promise<string | null> {
  return startIn(await readFile(`/proc/${pid}/stat`, 'utf8'));
}

/** Field 22 of /proc/PID/stat: clock ticks from boot to the start of the process (proc(5)). */
function startIn(stat: string): string | null {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

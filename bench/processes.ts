import fs from 'node:fs';

/** What Linux tells of processes in /proc; elsewhere there is no such place, and memory is not measured. */
export const canLook = fs.existsSync('/proc/self/stat');

/** Hundredths of a second: Linux counts processor time so on every machine it runs on, whatever its own clock does. */
const TICKS_PER_SECOND = 100;

export interface Usage {
  /** Resident memory of all of them together, in bytes. */
  bytes: number;
  /** How that was counted: each page once (`PSS`), or once for every process that has it (`RSS`). */
  counted: 'PSS' | 'RSS';
  /** Processor time so far, in seconds. */
  seconds: number;
  processes: number;
}

/** What a process and all it started use together. */
export function usageOf(root: number): Usage {
  const pids = familyOf(root);
  const shares = pids.map((pid) => kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'));
  // Chromium's sandboxed processes let nobody but root look at their pages.
  const counted = shares.includes(null) ? 'RSS' : 'PSS';
  const sizes = counted === 'PSS' ? shares : pids.map((pid) => kilobytes(`/proc/${pid}/status`, 'VmRSS'));
  return {
    bytes: sizes.reduce<number>((total, size) => total + (size ?? 0) * 1024, 0),
    counted,
    seconds: pids.reduce((total, pid) => total + secondsOf(pid), 0),
    processes: pids.length,
  };
}

/** Whether a process or one that it started was called with `argument`. */
export function wasCalledWith(root: number, argument: string): boolean {
  return familyOf(root).some((pid) => (read(`/proc/${pid}/cmdline`) ?? '').split(/[\0 ]/).includes(argument));
}

/** A process and its children, and their children. */
function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of fs.readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    if (stat) parents.set(Number(name), Number(stat[1]));
  }
  const family = parents.has(root) ? [root] : [];
  for (const member of family) {
    for (const [pid, parent] of parents) if (parent === member) family.push(pid);
  }
  return family;
}

/** The fields after the name, which may hold anything: state, parent, …; null when the process has gone. */
function statOf(pid: number): string[] | null {
  const text = read(`/proc/${pid}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function secondsOf(pid: number): number {
  const [user, system] = statOf(pid)?.slice(11, 13).map(Number) ?? [];
  return ((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND;
}

function kilobytes(file: string, field: string): number | null {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(file) ?? '');
  return found ? Number(found[1]) : null;
}

function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

import { basename, dirname, join } from 'node:path';
import { caseInfo, type Case } from '../../shared/case/case.ts';
import { apply } from '../../shared/events/apply.ts';
import type { Disk } from './disk.ts';
import { readJournal, type JournalFrame, type JournalHeader, type ReadJournal } from './journal-format.ts';

/** The name of a journal: beside the case, with its generation. */
export function journalPath(casePath: string, generation: number): string {
  return `${casePath}.journal-${generation}`;
}

export interface FoundJournal {
  path: string;
  generation: number;
  read: ReadJournal;
}

/** The journals beside a case, oldest generation first. */
export async function findJournals(disk: Disk, casePath: string): Promise<FoundJournal[]> {
  const folder = dirname(casePath);
  const start = `${basename(casePath)}.journal-`;
  const found: FoundJournal[] = [];
  for (const name of await disk.list(folder)) {
    const generation = name.startsWith(start) ? Number(name.slice(start.length)) : NaN;
    if (!Number.isInteger(generation) || generation < 1) continue;
    const path = join(folder, name);
    found.push({ path, generation, read: readJournal(await disk.read(path)) });
  }
  return found.sort((a, b) => a.generation - b.generation);
}

/**
 * - `damaged`: a bad frame with good ones after it, or a gap: acknowledged edits are there that cannot be applied.
 * - `another-state`: the journal belongs to another state of this file, or to another case: the file was replaced.
 */
export type RecoveryProblem = { code: 'journal-damaged' | 'journal-of-another-state'; path: string };

export interface Recovery {
  /** How many events were applied that the case file did not have. */
  recovered: number;
  problem: RecoveryProblem | null;
}

/**
 * Brings a case up to its journals, in place: what continues is applied, what the file has already is passed over, what
 * was never acknowledged (a torn last frame; a frame that a later generation does not count) is left out. Stops at the
 * first thing that does not fit, having applied what did.
 */
export function recover(kase: Case, journals: readonly FoundJournal[]): Recovery {
  const before = kase.history.length;
  const born = journals.flatMap(({ path, generation, read }) =>
    read.state === 'unborn' ? [] : [{ path, generation, ...read }],
  );
  for (const [index, journal] of born.entries()) {
    const problem =
      startsWhere(kase, journal.header) ?? replayFrames(kase, journal.frames, nextBase(born, index));
    const code = problem ?? (journal.state === 'damaged' ? 'journal-damaged' : null);
    if (code) return { recovered: kase.history.length - before, problem: { code, path: journal.path } };
  }
  return { recovered: kase.history.length - before, problem: null };
}

/** A later generation counts only what was acknowledged before it: what an earlier one has beyond that was refused. */
function nextBase(born: readonly { header: JournalHeader }[], index: number): number {
  return Math.min(Infinity, ...born.slice(index + 1).map(({ header }) => header.events));
}

function startsWhere(kase: Case, { caseId, events, head }: JournalHeader): RecoveryProblem['code'] | null {
  if (caseId !== caseInfo(kase).id) return caseId === '-' ? 'journal-damaged' : 'journal-of-another-state';
  if (events > kase.history.length) return 'journal-damaged';
  return (kase.history[events - 1]?.hash ?? null) === head ? null : 'journal-of-another-state';
}

function replayFrames(
  kase: Case,
  frames: readonly JournalFrame[],
  base: number,
): RecoveryProblem['code'] | null {
  for (const { seq, events } of frames) {
    if (seq >= base) return null;
    if (seq > kase.history.length) return 'journal-damaged';
    if (seq + events.length <= kase.history.length) {
      const same = events.every((event, index) => kase.history[seq + index]?.hash === event.hash);
      if (!same) return 'journal-of-another-state';
      continue;
    }
    for (const [index, event] of events.entries()) {
      if (seq + index < kase.history.length) {
        if (kase.history[seq + index]?.hash !== event.hash) return 'journal-of-another-state';
        continue;
      }
      if (!event.parents.every((parent) => kase.heads.includes(parent))) return 'journal-of-another-state';
      apply(kase, event);
    }
  }
  return null;
}

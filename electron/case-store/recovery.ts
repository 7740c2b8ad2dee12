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
  /** With a problem: the journals that may hold what was not applied. */
  aside: FoundJournal[];
  /** The hash of the last line of the newest journal, which the next one names as the one it comes after. */
  last: string | null;
}

type Born = FoundJournal & { read: Exclude<ReadJournal, { state: 'unborn' }> };

/**
 * Brings a case up to its journals, in place: what continues is applied, what the file has already is passed over, what
 * was never acknowledged (a torn last frame; a frame that the next journal does not come after) is left out. Stops at
 * the first thing that does not fit, having applied what did.
 */
export function recover(kase: Case, journals: readonly FoundJournal[]): Recovery {
  const before = kase.history.length;
  const born = journals.filter((each): each is Born => each.read.state !== 'unborn');
  // One that names another case or generation was not written under that name: it was copied, or it is what another
  // file once had in that place of the disk. It says nothing about the others.
  const belongs = ({ generation, read: { header } }: Born): boolean =>
    header.caseId === caseInfo(kase).id && header.generation === generation;
  const own = born.filter(belongs);
  let problem: RecoveryProblem | null = null;
  // What cannot be read may be what is missing.
  const aside = new Set(journals.filter(({ read }) => read.state !== 'whole'));
  for (const [index, journal] of own.entries()) {
    const code: RecoveryProblem['code'] | null = problem
      ? null
      : applyJournal(kase, journal, own.slice(index + 1));
    if (code) problem = { code, path: journal.path };
    if (problem) aside.add(journal);
  }
  for (const journal of born) {
    if (belongs(journal) || isKnown(kase, journal)) continue;
    const code = journal.read.state === 'damaged' ? 'journal-damaged' : 'journal-of-another-state';
    problem ??= { code, path: journal.path };
    aside.add(journal);
  }
  const last = own.at(-1)?.read.hashes.at(-1) ?? null;
  return { recovered: kase.history.length - before, problem, aside: problem ? [...aside] : [], last };
}

function applyJournal(kase: Case, { read }: Born, later: readonly Born[]): RecoveryProblem['code'] | null {
  const code = startsWhere(kase, read.header) ?? replayFrames(kase, acknowledgedOf(read, later));
  return code ?? (read.state === 'damaged' ? 'journal-damaged' : null);
}

/** The frames up to the one that a later journal comes after; all of them if none says. */
function acknowledgedOf({ frames, hashes }: Born['read'], later: readonly Born[]): JournalFrame[] {
  for (const { read } of later) {
    const at = read.header.after === null ? -1 : hashes.indexOf(read.header.after);
    if (at >= 0) return frames.slice(0, at);
  }
  return frames;
}

/** Whether everything in a journal is in the case already. */
function isKnown(kase: Case, { read }: Born): boolean {
  const known = ({ seq, events }: JournalFrame): boolean =>
    events.every((event, index) => kase.history[seq + index]?.hash === event.hash);
  return read.state !== 'damaged' && read.frames.every(known);
}

function startsWhere(kase: Case, { events, head }: JournalHeader): RecoveryProblem['code'] | null {
  if (events > kase.history.length) return 'journal-damaged';
  return (kase.history[events - 1]?.hash ?? null) === head ? null : 'journal-of-another-state';
}

function replayFrames(kase: Case, frames: readonly JournalFrame[]): RecoveryProblem['code'] | null {
  for (const { seq, events } of frames) {
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

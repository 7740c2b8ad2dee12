import { dirname } from 'node:path';
import { caseInfo, type Case } from '../../shared/case/case.ts';
import type { Event } from '../../shared/events/event.ts';
import type { Disk } from './disk.ts';
import { Journal } from './journal.ts';
import { journalPath, type FoundJournal } from './recovery.ts';

/**
 * The journals beside an open case: the one that changes go into, and those before it that hold what may not be in the
 * case file yet. Not to be asked for two things at once: the store does one after the other.
 */
export class Journals {
  private current: Journal | null = null;
  /** Of all that are there, the oldest first. */
  private paths: string[];
  private generation: number;

  constructor(
    private readonly disk: Disk,
    private readonly casePath: string,
    found: readonly FoundJournal[],
    /** The hash of the last line that was acknowledged, or of the header of a journal that has none yet. */
    private last: string | null,
    /** Throws when nothing must be written beside the case. */
    private readonly mayWrite: () => Promise<void>,
  ) {
    this.paths = found.map((each) => each.path);
    this.generation = Math.max(0, ...found.map((each) => each.generation));
  }

  /** Whether there are none: the case file itself holds everything. */
  get isEmpty(): boolean {
    return this.paths.length === 0;
  }

  /** Bytes in the one that changes go into. */
  get size(): number {
    return this.current?.size ?? 0;
  }

  /** Makes events durable that come after the history of `kase`. After a failure the next ones go into a new journal. */
  async append(kase: Case, events: readonly Event[]): Promise<void> {
    try {
      this.current ??= await this.begin(kase);
      this.last = this.current.last;
      // Asked once more when they are durable: who took over before may never have seen them; who does so later reads them.
      await this.current.append(kase.history.length, events, this.mayWrite);
      this.last = this.current.last;
    } catch (error) {
      this.current = null;
      throw error;
    }
  }

  private async begin(kase: Case): Promise<Journal> {
    // Not in the empty folder that an unplugged drive leaves.
    await this.mayWrite();
    const { history } = kase;
    this.generation++;
    const path = journalPath(this.casePath, this.generation);
    this.paths.push(path);
    return Journal.begin(this.disk, path, {
      caseId: caseInfo(kase).id,
      generation: this.generation,
      events: history.length,
      head: history.at(-1)?.hash ?? null,
      after: this.last,
    });
  }

  /** Ends the one that changes go into; the next change begins another. Answers the paths of all there are now. */
  async rotate(): Promise<readonly string[]> {
    await this.current?.close();
    this.current = null;
    return [...this.paths];
  }

  /** Removes journals of which everything is durable elsewhere. */
  async drop(old: readonly string[]): Promise<void> {
    // Oldest first and one by one: a later journal tells which frames of an earlier one were refused, so it must not
    // be gone while that one is still there.
    for (const path of old) {
      await this.disk.remove(path);
      await this.disk.syncFolder(dirname(this.casePath));
      this.paths = this.paths.filter((each) => each !== path);
    }
  }
}

import { resolve } from 'node:path';
import type { FileProblem, SaveProblem } from '../shared/api.ts';
import { ok, type Result } from '../shared/result.ts';
import { CaseStore, type OpenOptions } from './case-store/case-store.ts';

/** How long nothing must happen before the journal is written into the case file, in milliseconds. */
const IDLE = 5_000;

/** The cases open in this process: one store each, however many windows show it. */
export class OpenCases {
  /** Those that are being closed: whoever wants one of them again waits until its lock is free. */
  private readonly closing = new Map<string, Promise<unknown>>();
  /** The last opening asked for, by path. */
  private readonly opening = new Map<string, Promise<unknown>>();
  /** Told when a case could not be written into its file; what was acknowledged is safe in the journal. */
  troubled: (store: CaseStore, problem: SaveProblem) => void = () => {};
  private readonly open = new Map<string, { store: CaseStore; users: number; idle: NodeJS.Timeout | null }>();

  /** The store of the case at `path`, opened if it is not open yet. Every answer must be given back with release(). */
  async acquire(path: string, options?: OpenOptions): Promise<Result<CaseStore, FileProblem>> {
    const full = resolve(path);
    // Two windows may ask for one case at once; the second must find what the first opened, not its lock.
    const turn = (this.opening.get(full) ?? Promise.resolve()).then(() => this.acquireNow(full, options));
    this.opening.set(
      full,
      turn.catch(() => undefined),
    );
    return turn;
  }

  private async acquireNow(full: string, options?: OpenOptions): Promise<Result<CaseStore, FileProblem>> {
    await this.closing.get(full);
    const already = this.open.get(full);
    if (already) {
      already.users++;
      return ok(already.store);
    }
    const opened = await CaseStore.open(full, options);
    if (!opened.ok) return opened;
    const store = opened.value;
    const entry = { store, users: 1, idle: null as NodeJS.Timeout | null };
    const later = (): void => {
      if (entry.idle) clearTimeout(entry.idle);
      entry.idle = setTimeout(() => {
        void store.snapshot().then((written) => {
          if (!written.ok) this.troubled(store, written.error);
        });
      }, IDLE);
    };
    store.subscribe(later);
    if (store.found.recovered > 0) later();
    this.open.set(full, entry);
    return ok(store);
  }

  /** Gives a store back; the last one to do so closes it, which leaves only the case file behind. */
  async release(store: CaseStore): Promise<void> {
    const entry = this.open.get(store.path);
    if (!entry || --entry.users > 0) return;
    if (entry.idle) clearTimeout(entry.idle);
    this.open.delete(store.path);
    const closed = store.close().finally(() => this.closing.delete(store.path));
    this.closing.set(store.path, closed);
    await closed;
  }

  /** Answers when every case given back so far is closed. */
  async settled(): Promise<void> {
    await Promise.all(this.closing.values());
  }
}

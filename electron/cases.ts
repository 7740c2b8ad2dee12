import { extname, resolve } from 'node:path';
import type { Verdict } from '../shared/answers.ts';
import type { FileProblem, SaveProblem } from '../shared/problems.ts';
import { ok, type Result } from '../shared/result.ts';
import { CaseStore, type OpenOptions } from './case-store/case-store.ts';
import { verifyInPieces } from './verification.ts';
import { watchBeside } from './watch.ts';

/** How long nothing must happen before the journal is written into the case file, in milliseconds. */
const IDLE = 5_000;

interface Entry {
  store: CaseStore;
  users: number;
  idle: NodeJS.Timeout | null;
  /** Ends what goes on behind the scenes. */
  ending: AbortController;
  unwatch: () => void;
  verdict: Verdict | null;
}

/** The cases open in this process: one store each, however many windows show it. */
export class OpenCases {
  private readonly open = new Map<string, Entry>();
  /** Those that are being closed: whoever wants one of them again waits until its lock is free. */
  private readonly closing = new Map<string, Promise<unknown>>();
  /** The last opening asked for, by path. */
  private readonly opening = new Map<string, Promise<unknown>>();
  /** Told when a case could not be written into its file; what was acknowledged is safe in the journal. */
  troubled: (store: CaseStore, problem: SaveProblem) => void = () => {};
  /** Told when the file of a case holds all that it should: after it was read, and after each time it was written. */
  sound: (store: CaseStore) => void = () => {};
  /** Told when something may have happened to the file of a case, or beside it. */
  stirred: (store: CaseStore) => void = () => {};
  /** Answers where the version of a case is put that is not in its file, because something else changed that. */
  asideFor: (store: CaseStore) => Promise<string> = (store) => Promise.resolve(`${store.path}.kept`);
  /** Told when a case was closed and its version stands beside its file, since nobody had decided which it is. */
  keptBeside: (path: string) => void = () => {};
  /** Told when a case was verified. */
  verified: (store: CaseStore, verdict: Verdict) => void = () => {};

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
    const unwatch = watchBeside(full, extname(full), () => this.stirred(store));
    const ending = new AbortController();
    const entry: Entry = { store, users: 1, idle: null, ending, unwatch, verdict: null };
    this.open.set(full, entry);
    store.written = () => this.sound(store);
    store.subscribe(() => this.writeLater(entry));
    if (store.found.recovered > 0) this.writeLater(entry);
    // Whoever may write to it also keeps its backups.
    if (!store.readOnly) this.sound(store);
    return ok(store);
  }

  private writeLater(entry: Entry): void {
    const { store } = entry;
    if (entry.idle) clearTimeout(entry.idle);
    entry.idle = setTimeout(() => {
      void store.snapshot().then((written) => {
        if (!written.ok) this.troubled(store, written.error);
      });
    }, IDLE);
  }

  /** What verifying an open case found; null when it is still going on, or was never asked for. */
  verdictOf(store: CaseStore): Verdict | null {
    return this.open.get(store.path)?.verdict ?? null;
  }

  /** Verifies an open case behind whatever else goes on. Null when the case was closed meanwhile. */
  async verify(store: CaseStore): Promise<Verdict | null> {
    const entry = this.open.get(store.path);
    if (!entry) return null;
    const verdict = await verifyInPieces(store.kase, entry.ending.signal);
    if (!verdict) return null;
    entry.verdict = verdict;
    this.verified(store, verdict);
    return verdict;
  }

  /** Gives a store back; the last one to do so closes it, which leaves only the case file behind. */
  async release(store: CaseStore): Promise<void> {
    const entry = this.open.get(store.path);
    if (!entry || entry.store !== store || --entry.users > 0) return;
    if (entry.idle) clearTimeout(entry.idle);
    entry.ending.abort();
    entry.unwatch();
    this.open.delete(store.path);
    const closed = store
      .close(() => this.asideFor(store))
      .then((done) => {
        if (done.ok && done.value !== null) this.keptBeside(done.value);
      })
      .finally(() => this.closing.delete(store.path));
    this.closing.set(store.path, closed);
    await closed;
  }

  /** Answers when every case given back so far is closed. */
  async settled(): Promise<void> {
    await Promise.all(this.closing.values());
  }
}

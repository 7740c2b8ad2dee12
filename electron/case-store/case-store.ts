import { Low } from 'lowdb';
import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { SavedChange } from '../../shared/answers.ts';
import type { FileProblem, OpenedReadOnly, RunFailure, SaveProblem } from '../../shared/problems.ts';
import { blankCase, copyCase, type Case } from '../../shared/case/case.ts';
import { caseText } from '../../shared/case/case-text.ts';
import { decide, type CommandValue } from '../../shared/commands/index.ts';
import type { Refusal } from '../../shared/commands/command.ts';
import { apply } from '../../shared/events/apply.ts';
import type { Context, Event } from '../../shared/events/event.ts';
import { seal } from '../../shared/events/seal.ts';
import { changeOf } from '../../shared/queries/change.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { CaseAdapter, Unreadable } from './case-adapter.ts';
import { realDisk, type Disk } from './disk.ts';
import { Journals } from './journals.ts';
import type { Lock, Neighbourhood } from './lock.ts';
import { thisMachine } from './neighbourhood.ts';
import { bringUp, keepOlder, rightsFor, settleFolder, type Found, type Rights } from './opening.ts';
import { LockLost, readProblem, saveProblem } from './problems.ts';
import type { Reading } from './read-case-file.ts';
import { sha256 } from './sha256.ts';
import { findJournals, type FoundJournal } from './recovery.ts';
import { replaceFile } from './replace-file.ts';

export interface Surroundings {
  disk: Disk;
  neighbourhood: Neighbourhood;
}
const REAL: Surroundings = { disk: realDisk, neighbourhood: thisMachine };

export interface OpenOptions {
  /** A person decided that whoever holds the lock is gone. */
  takeOver?: boolean;
  /** Open for reading, whatever the lock says, and leave no trace; and why. */
  readOnly?: OpenedReadOnly;
  /** Beside which case file its exhibits stand: for an earlier version, which is kept apart from them. */
  exhibitsBeside?: string;
  /** For an opening that takes long. */
  reading?: Reading;
}

/** A journal of this many bytes is written into the case file soon, so that opening never has much to replay. */
export const JOURNAL_LIMIT = 4 * 1024 * 1024;

/**
 * An open case: the one place that changes it. commit() decides, makes the change durable in the journal beside the
 * case, and only then applies and acknowledges it, so that "saved" is true when it says so and a failure leaves memory
 * and disk as they were. snapshot() writes the whole case into its file while commits go on.
 */
export class CaseStore {
  private readonly listeners = new Set<(change: SavedChange) => void>();
  private queue: Promise<unknown> = Promise.resolve();
  private writing: Promise<Result<null, SaveProblem>> | null = null;
  private readonly journals: Journals;
  private closed = false;
  /** Where this version was put when something else was found to have changed the file, until a person decides. */
  private contested: string | null = null;
  savedAt: string | null = null;
  /** Told when the whole case was written into its file. */
  written: () => void = () => {};
  /** Tells this opening of the case from any other, also of the same case. */
  readonly key: string = randomUUID();

  private constructor(
    readonly path: string,
    /** The case file that the files of its exhibits stand beside: itself, unless it is an earlier version. */
    readonly exhibitsBeside: string,
    private readonly disk: Disk,
    private readonly low: Low<Case>,
    private readonly adapter: CaseAdapter,
    private readonly rights: Rights,
    readonly found: Found,
    journals: readonly FoundJournal[],
    last: string | null,
  ) {
    this.journals = new Journals(disk, path, journals, last, () => this.assertOurs());
  }

  /**
   * Opens the case at `path` and brings back what a crash left in its journal, or says why it cannot be opened. Without
   * the lock (somebody has it open, or the folder may not be written to) it opens for reading only and says why.
   */
  static async open(
    path: string,
    options: OpenOptions = {},
    { disk, neighbourhood }: Surroundings = REAL,
  ): Promise<Result<CaseStore, FileProblem>> {
    const full = resolve(path);
    let rights: Rights = { lock: null, readOnly: null };
    const adapter = new CaseAdapter(full, disk, () => assertLock(rights.lock, disk, full), options.reading);
    const low = new Low<Case>(adapter, blankCase());
    try {
      if (!(await disk.fingerprint(full))) return fail({ code: 'file-missing' });
      rights = await rightsFor(disk, full, neighbourhood, options);
      const journals = await findJournals(disk, full);
      if (rights.lock) await settleFolder(disk, full, journals);
      await low.read();
      const migrated = rights.lock ? await keepOlder(disk, full, low.data) : null;
      const { found, last } = await bringUp(disk, full, low.data, journals, rights.lock !== null);
      const about = { ...found, migrated };
      const beside = options.exhibitsBeside ?? full;
      const store = new CaseStore(full, beside, disk, low, adapter, rights, about, journals, last);
      // A new journal must not stand behind one that does not fit: it would not be applied either.
      const written = found.problem && rights.lock ? await store.snapshot() : ok(null);
      if (written.ok) return ok(store);
      await rights.lock?.release().catch(() => undefined);
      const code = written.error.code === 'disk-full' ? 'no-room' : 'no-permission-to-write';
      return await CaseStore.open(full, { ...options, readOnly: { code } }, { disk, neighbourhood });
    } catch (error) {
      await rights.lock?.release().catch(() => undefined);
      return fail(error instanceof Unreadable ? error.problem : readProblem(error));
    }
  }

  /** Makes a case file that was not there before; one that is there is left as it is. Durable when it answers. */
  static async create(
    path: string,
    kase: Case,
    disk: Disk = realDisk,
  ): Promise<Result<null, SaveProblem | FileProblem>> {
    const full = resolve(path);
    const nothingThere = async (): Promise<void> => {
      if (await disk.fingerprint(full)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    };
    try {
      await nothingThere();
      await replaceFile(disk, full, caseText(kase), { before: nothingThere });
      return ok(null);
    } catch (error) {
      const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
      return fail(exists ? { code: 'already-exists' } : saveProblem(error));
    }
  }

  get kase(): Case {
    return this.low.data;
  }

  get fileName(): string {
    return basename(this.path);
  }

  get readOnly(): OpenedReadOnly | null {
    return this.rights.readOnly;
  }

  /**
   * The case as it is now, which no commit changes any more, and the SHA-256 of the case file if that holds what it tells:
   * while something is in the journal only, or somebody else changed the file, null rather than that of another state.
   */
  picture(): Promise<{ kase: Case; fileSha256: string | null }> {
    return this.inTurn(async () => ({
      kase: copyCase(this.kase),
      fileSha256: this.journals.isEmpty ? await this.adapter.fileSha256().catch(() => null) : null,
    }));
  }

  /** Hears of every change after it is durable. Answers a function that ends it. */
  subscribe(listener: (change: SavedChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Carries out commands, all of them or none, after all that were asked before. `context` is asked for when its turn
   * comes, so that times in the history never run backwards. Its cost does not depend on the size of the case.
   */
  commit(commands: readonly CommandValue[], context: () => Context): Promise<Result<Event[], RunFailure>> {
    return this.inTurn(() => this.commitNow(commands, context()));
  }

  private async commitNow(
    commands: readonly CommandValue[],
    context: Context,
  ): Promise<Result<Event[], RunFailure>> {
    if (this.closed || !this.rights.lock) return fail({ save: { code: 'opened-read-only' } });
    // What is saved now could not be brought back after a crash: the file that the journal continues is gone.
    if (this.contested !== null) return fail({ save: { code: 'changed-on-disk' } });
    const decided = this.decideAll(commands, context);
    if (!decided.ok) return fail({ refusal: decided.error });
    const events = decided.value;
    try {
      await this.journals.append(this.kase, events);
    } catch (error) {
      return fail({ save: saveProblem(error) });
    }
    this.savedAt = context.at;
    for (const event of events) {
      apply(this.kase, event);
      const change = { ...changeOf(this.kase, event), savedAt: context.at };
      for (const listener of this.listeners) listener(change);
    }
    if (this.journals.size > JOURNAL_LIMIT) void this.snapshot();
    return ok(events);
  }

  /** Each command is decided on the outcome of those before it; the case itself stays as it is. */
  private decideAll(commands: readonly CommandValue[], context: Context): Result<Event[], Refusal> {
    // One command, the usual case, needs no copy: deciding changes nothing.
    const draft = commands.length > 1 ? copyCase(this.kase) : this.kase;
    const events: Event[] = [];
    for (const command of commands) {
      const decision = decide(draft, command, context);
      if (!decision.ok) return decision;
      const event = seal(decision.value, draft.heads, context, sha256);
      events.push(event);
      if (draft !== this.kase) apply(draft, event);
    }
    return ok(events);
  }

  /**
   * Writes the whole case into its file; commits go on meanwhile, into a new journal. On failure the file is as it was
   * and nothing is lost, since the journals are kept. One at a time: who asks during one waits for that one.
   */
  snapshot(): Promise<Result<null, SaveProblem>> {
    this.writing ??= this.snapshotNow().finally(() => (this.writing = null));
    return this.writing;
  }

  private async snapshotNow(): Promise<Result<null, SaveProblem>> {
    if (this.closed || !this.rights.lock || this.journals.isEmpty) return ok(null);
    try {
      // In turn with the commits: the next one begins a new journal, exactly where this snapshot ends.
      const { old, done } = await this.inTurn(async () => {
        const old = await this.journals.rotate();
        // write() takes its picture of the case before it first waits, hence still within this turn.
        return { old, done: this.adapter.write(this.kase) };
      });
      await done;
      await this.journals.drop(old);
      this.written();
      return ok(null);
    } catch (error) {
      return fail(saveProblem(error));
    }
  }

  /** Whether something else changed the file since it was opened or last written. */
  async changedOutside(): Promise<boolean> {
    if (this.closed || !this.rights.lock) return false;
    await this.writing;
    return !(await this.adapter.isUnchanged().catch(() => true));
  }

  /**
   * Something else changed the file. Puts this version, with all that was called saved, under the path that `aside`
   * answers, so that nothing depends on when a person decides; until then nothing new is saved.
   */
  async standAside(aside: () => Promise<string>): Promise<Result<null, SaveProblem>> {
    return this.inTurn(async () => {
      if (this.contested !== null || this.closed) return ok(null);
      try {
        await this.assertOurs();
        const path = await aside();
        await replaceFile(this.disk, path, caseText(this.kase));
        this.contested = path;
        return ok(null);
      } catch (error) {
        return fail(saveProblem(error));
      }
    });
  }

  /** The file is as we knew it again: it had only been away. What stood in for it goes. */
  async standDown(): Promise<void> {
    await this.inTurn(async () => {
      if (this.contested === null || this.closed) return;
      await this.disk.remove(this.contested).catch(() => undefined);
      this.contested = null;
    });
  }

  /** Where this version stands until a person decides; null when nothing contests it. */
  get stoodAside(): string | null {
    return this.contested;
  }

  /** Whether the file is not there at all any more. */
  async isGone(): Promise<boolean> {
    return (await this.disk.fingerprint(this.path).catch(() => null)) === null;
  }

  /**
   * A person decided that this version replaces what is on the disk now. What is there is kept under the path `aside`
   * first, unless the file is gone.
   */
  async keepMine(aside: string): Promise<Result<null, SaveProblem>> {
    try {
      await this.writing;
      const bytes = (await this.disk.fingerprint(this.path)) && (await this.disk.read(this.path));
      if (bytes) await replaceFile(this.disk, aside, [bytes]);
      await this.adapter.accept();
    } catch (error) {
      return fail(saveProblem(error));
    }
    // Written even if nothing was changed since: the file has to become this version.
    return this.inTurn(async () => {
      try {
        await this.adapter.write(this.kase);
        // It is in the file: the copy that stood in for it has done its work.
        if (this.contested !== null) await this.disk.remove(this.contested).catch(() => undefined);
        this.contested = null;
        return ok(null);
      } catch (error) {
        return fail(saveProblem(error));
      }
    });
  }

  /**
   * A person decided that another version is the one to go on with: what is on the disk, or `instead`, which takes its
   * place. This version is kept under the path that is answered, `aside` unless it is kept already, and only when both
   * are durable do the journals go and the case close. The store is not to be used any more. On failure it goes on as
   * before.
   */
  async giveWay(aside: string, instead?: Uint8Array): Promise<Result<string, SaveProblem>> {
    await this.writing;
    return this.inTurn(async () => {
      try {
        if (!this.rights.lock) return fail({ code: 'opened-read-only' });
        await this.assertOurs();
        const kept = this.contested ?? aside;
        await replaceFile(this.disk, kept, caseText(this.kase));
        if (instead) await this.adapter.replace([instead]);
        await this.journals.drop(await this.journals.rotate());
        await this.end();
        return ok(kept);
      } catch (error) {
        return fail(saveProblem(error));
      }
    });
  }

  /**
   * Waits for everything asked so far, writes it into the case file and leaves nothing beside it. Where something else
   * changed the file and nobody decided, the file stays as it is and this version is kept under the path that `aside`
   * answers; that path is answered, and null when everything is in the file.
   */
  async close(aside?: () => Promise<string>): Promise<Result<string | null, SaveProblem>> {
    await this.writing;
    await this.queue;
    if (aside && (this.contested !== null || (this.holdsMore && (await this.changedOutside())))) {
      const kept = await this.giveWay(this.contested ?? (await aside()));
      if (kept.ok) return kept;
    }
    const written = await this.snapshot();
    await this.inTurn(async () => {
      await this.journals.rotate();
      await this.end();
    });
    return written;
  }

  /** Whether anything was called saved here that a file from elsewhere may not hold. */
  private get holdsMore(): boolean {
    return this.savedAt !== null || this.found.recovered > 0;
  }

  private async end(): Promise<void> {
    this.closed = true;
    await this.rights.lock?.release().catch(() => undefined);
  }

  private assertOurs(): Promise<void> {
    return assertLock(this.rights.lock, this.disk, this.path);
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(task);
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}

/** Throws when a case must not be written: its lock is somebody else's, or gone with all the rest. */
async function assertLock(lock: Lock | null, disk: Disk, path: string): Promise<void> {
  if (await lock?.isOurs()) return;
  // Without the file as well it was no person who took the lock: a drive was unplugged, or the folder moved.
  const file = await disk.fingerprint(path).catch(() => null);
  if (!file) throw Object.assign(new Error('lock and file are gone'), { code: 'ENOENT' });
  throw new LockLost();
}

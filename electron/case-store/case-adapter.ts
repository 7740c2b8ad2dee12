import type { Adapter } from 'lowdb';
import { createHash, type Hash } from 'node:crypto';
import type { FileProblem } from '../../shared/problems.ts';
import type { Case } from '../../shared/case/case.ts';
import { caseText } from '../../shared/case/case-text.ts';
import { LIMITS } from '../../shared/case/limits.ts';
import { sameFingerprint, type Disk, type Fingerprint } from './disk.ts';
import { ChangedOnDisk } from './problems.ts';
import { readCaseFile, type Reading } from './read-case-file.ts';
import { replaceFile } from './replace-file.ts';

/** Thrown by read() alone, because lowdb has no other way to hand a failure on; the store makes it a value again. */
export class Unreadable extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

/**
 * Stet's own adapter for lowdb: read() opens and validates a case file, write() makes a snapshot of the case. lowdb's
 * own adapter never syncs, takes a missing file for an empty one, and overwrites what others wrote meanwhile.
 */
export class CaseAdapter implements Adapter<Case> {
  /** The state of the file that is ours: as it was read, or as we last wrote it. */
  private known: Fingerprint | null = null;
  /** The SHA-256 of what is in it then; null while that is not known. */
  private sha256: string | null = null;

  constructor(
    private readonly path: string,
    private readonly disk: Disk,
    /** Asked right before the file is replaced; throws when it must not be. */
    private readonly mayReplace: () => Promise<void>,
    private readonly reading: Reading = {},
  ) {}

  async read(): Promise<Case> {
    const fingerprint = await this.disk.fingerprint(this.path);
    if (fingerprint && fingerprint.size > LIMITS.caseFileBytes) {
      throw new Unreadable({ code: 'too-large', limitMegabytes: LIMITS.caseFileBytes / 1_000_000 });
    }
    const hash = createHash('sha256');
    const opened = await readCaseFile(this.disk, this.path, this.reading, (bytes) => hash.update(bytes));
    if (!opened.ok) throw new Unreadable(opened.error);
    this.known = fingerprint;
    this.sha256 = hash.digest('hex');
    return opened.value;
  }

  /** Writes the case as it is at this moment; what is applied to it meanwhile is not in the file. */
  write(kase: Case): Promise<void> {
    return this.replace(caseText(kase));
  }

  /** Puts something else in the place of the file that we know; of one that others changed it keeps its hands. */
  async replace(pieces: Iterable<string | Uint8Array>): Promise<void> {
    await this.assertUnchanged();
    const hash = createHash('sha256');
    await replaceFile(this.disk, this.path, hashed(pieces, hash), {
      before: async () => {
        await this.mayReplace();
        await this.assertUnchanged();
      },
      after: async () => {
        await this.accept();
        this.sha256 = hash.digest('hex');
      },
    });
  }

  /**
   * Whether the file on the disk is still the one we know. A file that is gone is not; one that went away and came back
   * is, if every byte of it did.
   */
  async isUnchanged(): Promise<boolean> {
    const now = await this.disk.fingerprint(this.path);
    if (sameFingerprint(now, this.known)) return true;
    if (!now || now.size !== this.known?.size || this.sha256 === null) return false;
    const hash = createHash('sha256').update(await this.disk.read(this.path));
    if (hash.digest('hex') !== this.sha256) return false;
    this.known = now;
    return true;
  }

  /** The SHA-256 of the file on the disk, without reading it; null when it is not the one we know. */
  async fileSha256(): Promise<string | null> {
    return (await this.isUnchanged()) ? this.sha256 : null;
  }

  /** From now on the file as it stands is the one we know: we just wrote it, or a person decided so. */
  async accept(): Promise<void> {
    this.known = await this.disk.fingerprint(this.path);
    this.sha256 = null;
  }

  private async assertUnchanged(): Promise<void> {
    if (!(await this.isUnchanged())) throw new ChangedOnDisk();
  }
}

/** The same pieces, each entered into the hash as it is handed on. */
function* hashed(pieces: Iterable<string | Uint8Array>, hash: Hash): Generator<string | Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

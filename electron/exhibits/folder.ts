import { createHash } from 'node:crypto';
import { chmod, mkdir, rmdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { ExhibitProblem } from '../../shared/problems.ts';
import type { Exhibit } from '../../shared/case/evidence.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { cloneFile } from '../case-store/clone-file.ts';
import { realDisk, writeAll, type Disk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { isTemporaryOf, temporaryPath } from '../case-store/replace-file.ts';
import { HEAD, mediaTypeOf } from './media-type.ts';
import { hashOf, piecesOf, SourceTrouble, type Following } from './pieces.ts';

/** A file as it was stored. */
export interface Stored {
  sha256: string;
  bytes: number;
  mediaType: string;
  /** Whether it was not there before. */
  isNew: boolean;
}

/** How the file of an exhibit is: `altered` where the size or the hash is not the one that was taken in. */
export type FileState = 'there' | 'missing' | 'altered';

type Named = Pick<Exhibit, 'sha256' | 'bytes'>;

/** What temporary files are called after. */
const TAKING = 'taking';
/** Those that this process is writing now; any other was left behind by a crash. */
const beingWritten = new Set<string>();

/**
 * The files of a case's exhibits: the folder `Name.files` beside `Name.stet`, each file named by its SHA-256 and read-only.
 * A file is whole and durable before it has that name, and never changed after; of what failed or was ended nothing is
 * left. The folder is made with the first file, and goes with a first one that failed.
 */
export class ExhibitFolder {
  readonly path: string;

  constructor(
    casePath: string,
    private readonly disk: Disk = realDisk,
  ) {
    this.path = `${casePath.slice(0, casePath.length - extname(casePath).length)}.files`;
  }

  /** The folder of an open case. */
  static of({ exhibitsBeside }: Pick<CaseStore, 'exhibitsBeside'>): ExhibitFolder {
    return new ExhibitFolder(exhibitsBeside);
  }

  /** Where the file of that hash stands, or would. */
  fileOf(sha256: string): string {
    return join(this.path, sha256);
  }

  /** The hashes that files stand under here, whether an exhibit has them or one that was taken back. */
  async hashes(): Promise<string[]> {
    const names = await this.disk.list(this.path).catch(() => []);
    return names.filter((name) => /^[0-9a-f]{64}$/.test(name));
  }

  /** Takes in the file at `source`, byte by byte. It must be an ordinary file, and must not change meanwhile. */
  async take(source: string, following: Following = {}): Promise<Result<Stored, ExhibitProblem>> {
    return this.store(piecesOf(source), following);
  }

  /** Stores bytes that come from the window or with a sample. */
  async put(bytes: Uint8Array): Promise<Result<Stored, ExhibitProblem>> {
    return this.store([bytes], {});
  }

  private async store(
    pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    following: Following,
  ): Promise<Result<Stored, ExhibitProblem>> {
    try {
      if (following.signal?.aborted) throw new SourceTrouble({ code: 'cancelled' });
      const stored = await this.withTemporary(async (temporary) => {
        const { head, ...named } = await this.write(temporary, pieces, following);
        // A file of that name may be another than its name says: it is kept, and makes room for the right one.
        const state = await this.check(named);
        if (state !== 'there') await this.putInPlace(temporary, named.sha256, state);
        return { ...named, mediaType: mediaTypeOf(head), isNew: state !== 'there' };
      });
      return ok(stored);
    } catch (error) {
      return fail(error instanceof SourceTrouble ? error.problem : saveProblem(error));
    }
  }

  /** Writes pieces into a new file, durably, while computing what it is called. */
  private async write(
    path: string,
    pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    { signal, onBytes }: Following,
  ): Promise<Named & { head: Uint8Array }> {
    const hash = createHash('sha256');
    const head: Uint8Array[] = [];
    let bytes = 0;
    const file = await this.disk.create(path);
    try {
      for await (const piece of pieces) {
        if (signal?.aborted) throw new SourceTrouble({ code: 'cancelled' });
        if (bytes < HEAD) head.push(piece.subarray(0, HEAD - bytes));
        hash.update(piece);
        await writeAll(file, piece);
        bytes += piece.length;
        onBytes?.(piece.length);
      }
      if ((await file.size()) !== bytes) throw Object.assign(new Error('short'), { code: 'EIO' });
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), bytes, head: Buffer.concat(head) };
  }

  /**
   * Copies the file of that hash from another case's folder, durably and as it is: an altered one stays to be told of.
   * One that is right stays where it is. Answers whether it was copied; throws as the system does.
   */
  async copyFrom(other: ExhibitFolder, sha256: string): Promise<boolean> {
    const from = other.fileOf(sha256);
    const before = await this.disk.fingerprint(from);
    const here = await this.disk.fingerprint(this.fileOf(sha256));
    if (!before) return false;
    if (here && (await this.check({ sha256, bytes: Number(here.size) })) === 'there') return false;
    return this.withTemporary(async (temporary) => {
      await cloneFile(from, temporary);
      // The copy has the rights of what it was copied from, and only what may be written to can be forced to the disk.
      await chmod(temporary, 0o600);
      await this.disk.syncFile(temporary);
      const after = await this.disk.fingerprint(temporary);
      if (after?.size !== before.size) throw Object.assign(new Error('short'), { code: 'EIO' });
      await this.putInPlace(temporary, sha256, here ? 'altered' : 'missing');
      return true;
    });
  }

  /** Hands out the path of a temporary file in the folder; whatever happens, none is left, nor a folder without a file. */
  private async withTemporary<T>(work: (temporary: string) => Promise<T>): Promise<T> {
    const temporary = temporaryPath(join(this.path, TAKING));
    beingWritten.add(temporary);
    try {
      await this.make();
      await this.sweep();
      return await work(temporary);
    } finally {
      await this.disk.remove(temporary).catch(() => undefined);
      beingWritten.delete(temporary);
      await this.removeIfEmpty();
    }
  }

  private async make(): Promise<void> {
    try {
      // Without the folders above it: where a drive was unplugged, its path is not to be filled.
      await mkdir(this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
      throw error;
    }
    await this.disk.syncFolder(dirname(this.path));
  }

  /** A folder that has something in it refuses to go. */
  private async removeIfEmpty(): Promise<void> {
    await rmdir(this.path).catch(() => undefined);
  }

  /** Removes what a crash left half-stored. What cannot be removed now is found again the next time. */
  private async sweep(): Promise<void> {
    for (const name of await this.disk.list(this.path)) {
      const path = join(this.path, name);
      if (!isTemporaryOf(TAKING, name) || beingWritten.has(path)) continue;
      await this.disk.remove(path).catch(() => undefined);
    }
  }

  private async putInPlace(temporary: string, sha256: string, state: FileState): Promise<void> {
    if (state === 'altered') await this.putAside(sha256);
    await chmod(temporary, 0o444);
    await this.disk.rename(temporary, this.fileOf(sha256));
    try {
      await this.disk.syncFolder(this.path);
    } catch (error) {
      // It could be gone after a power cut, so nothing may rest on it.
      await this.drop(sha256);
      throw error;
    }
  }

  /** How the file of an exhibit is, by its size: for lists. */
  async stateOf({ sha256, bytes }: Named): Promise<FileState> {
    const there = await this.disk.fingerprint(this.fileOf(sha256)).catch(() => null);
    if (!there) return 'missing';
    return there.size === BigInt(bytes) ? 'there' : 'altered';
  }

  /** How the file of an exhibit is, by its hash. Throws `AbortError` when it was ended. */
  async check(exhibit: Named, following: Following = {}): Promise<FileState> {
    const state = await this.stateOf(exhibit);
    if (state === 'missing') return state;
    const hash = await hashOf(this.fileOf(exhibit.sha256), following).catch((error: unknown) => {
      if (error instanceof SourceTrouble) return null;
      throw error;
    });
    return hash === exhibit.sha256 ? 'there' : 'altered';
  }

  /** The bytes of a file. */
  read(sha256: string): Promise<Uint8Array> {
    return this.disk.read(this.fileOf(sha256));
  }

  /** Removes the file of a record that did not come about, and the folder with its last one. */
  async drop(sha256: string): Promise<void> {
    await this.disk.remove(this.fileOf(sha256)).catch(() => undefined);
    await this.removeIfEmpty();
  }

  /** Puts an altered file aside, under a name that tells what it is. */
  private async putAside(sha256: string): Promise<void> {
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
    await this.disk.rename(this.fileOf(sha256), `${this.fileOf(sha256)}.altered-${stamp}`);
  }
}

import { createHash } from 'node:crypto';
import { chmod, mkdir, open, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ExhibitProblem } from '../../shared/api.ts';
import { LIMITS } from '../../shared/case/limits.ts';
import type { Exhibit } from '../../shared/case/evidence.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { realDisk, writeAll, type Disk } from '../case-store/disk.ts';
import { readProblem, saveProblem } from '../case-store/problems.ts';
import { isTemporaryOf, temporaryPath } from '../case-store/replace-file.ts';
import { HEAD, mediaTypeOf } from './media-type.ts';

/** Read and written at once. */
const PIECE = 256 * 1024;

/** A file as it was stored. */
export interface Stored {
  sha256: string;
  bytes: number;
  mediaType: string;
  /** Whether it was not there before. */
  isNew: boolean;
}

/** How long work on a file is followed and ended. */
export interface Following {
  signal?: AbortSignal | undefined;
  /** Told how many more bytes are done. */
  onBytes?: (bytes: number) => void;
}

export type FileState = 'there' | 'missing' | 'altered';

/** Thrown within this file for what goes wrong with the file that is read, not with the one that is written. */
class SourceTrouble extends Error {
  constructor(readonly problem: ExhibitProblem) {
    super(problem.code);
  }
}

/**
 * The files of a case's exhibits: the folder `Name.files` beside `Name.stet`, each file named by its SHA-256 and read-only.
 * A file is whole and durable before it has that name, and never changed after; of what failed or was ended nothing is
 * left. The folder is made with the first file.
 */
export class ExhibitFolder {
  readonly path: string;

  constructor(
    casePath: string,
    private readonly disk: Disk = realDisk,
  ) {
    this.path = `${casePath.slice(0, casePath.length - extname(casePath).length)}.files`;
  }

  /** Where the file of that hash stands, or would. */
  fileOf(sha256: string): string {
    return join(this.path, sha256);
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
    { signal, onBytes }: Following,
  ): Promise<Result<Stored, ExhibitProblem>> {
    const temporary = temporaryPath(join(this.path, 'taking'));
    try {
      if (signal?.aborted) throw new SourceTrouble({ code: 'cancelled' });
      await mkdir(this.path, { recursive: true });
      await this.sweep();
      const hash = createHash('sha256');
      const head: Uint8Array[] = [];
      let bytes = 0;
      const file = await this.disk.create(temporary);
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
      const sha256 = hash.digest('hex');
      // A file of that name may be another than its name says: it is kept, and makes room for the right one.
      const state = await this.check({ sha256, bytes });
      const isNew = state !== 'there';
      if (state === 'altered') await this.putAside(sha256);
      if (isNew) {
        await chmod(temporary, 0o444);
        await this.disk.rename(temporary, this.fileOf(sha256));
        await this.disk.syncFolder(this.path);
      } else await this.disk.remove(temporary);
      return ok({ sha256, bytes, mediaType: mediaTypeOf(Buffer.concat(head)), isNew });
    } catch (error) {
      await this.disk.remove(temporary).catch(() => undefined);
      return fail(error instanceof SourceTrouble ? error.problem : saveProblem(error));
    }
  }

  /** Removes what a crash left half-stored. Two takings at once know each other's by their age. */
  private async sweep(): Promise<void> {
    for (const name of await this.disk.list(this.path)) {
      if (!isTemporaryOf('taking', name)) continue;
      const path = join(this.path, name);
      const about = await stat(path).catch(() => null);
      if (about && Date.now() - about.mtimeMs > 24 * 3_600_000) await this.disk.remove(path);
    }
  }

  /** How the file of an exhibit is, by its size: for lists. */
  async stateOf({ sha256, bytes }: Pick<Exhibit, 'sha256' | 'bytes'>): Promise<FileState> {
    const there = await this.disk.fingerprint(this.fileOf(sha256)).catch(() => null);
    if (!there) return 'missing';
    return there.size === BigInt(bytes) ? 'there' : 'altered';
  }

  /** How the file of an exhibit is, by its hash. Throws `AbortError` when it was ended. */
  async check(exhibit: Pick<Exhibit, 'sha256' | 'bytes'>, following: Following = {}): Promise<FileState> {
    const state = await this.stateOf(exhibit);
    if (state === 'missing') return state;
    const hash = await hashOf(this.fileOf(exhibit.sha256), following).catch((error: unknown) => {
      following.signal?.throwIfAborted();
      if (error instanceof SourceTrouble) return null;
      throw error;
    });
    return hash === exhibit.sha256 ? 'there' : 'altered';
  }

  /** The bytes of a file. */
  read(sha256: string): Promise<Uint8Array> {
    return this.disk.read(this.fileOf(sha256));
  }

  /** Removes the file of a record that did not come about. */
  async drop(sha256: string): Promise<void> {
    await this.disk.remove(this.fileOf(sha256)).catch(() => undefined);
  }

  /** Puts an altered file aside, under a name that tells what it is. */
  private async putAside(sha256: string): Promise<void> {
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
    await this.disk.rename(this.fileOf(sha256), `${this.fileOf(sha256)}.altered-${stamp}`);
  }
}

/** The SHA-256 of an ordinary file, in hexadecimal. */
export async function hashOf(path: string, { signal, onBytes }: Following = {}): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(path)) {
    signal?.throwIfAborted();
    hash.update(piece);
    onBytes?.(piece.length);
  }
  return hash.digest('hex');
}

/** The bytes of an ordinary file, in pieces. What else has a path, such as a pipe, might never end. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    const before = await stat(path);
    if (!before.isFile()) throw new SourceTrouble({ code: 'not-a-file' });
    if (before.size > LIMITS.exhibitBytes) {
      throw new SourceTrouble({ code: 'too-large', limitMegabytes: LIMITS.exhibitBytes / 1_000_000 });
    }
    const file = await open(path, 'r');
    try {
      let read = 0;
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE, read);
        if (bytesRead === 0) break;
        read += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
      const after = await file.stat();
      if (read !== before.size || after.mtimeMs !== before.mtimeMs) {
        throw new SourceTrouble({ code: 'changed-while-read' });
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof SourceTrouble ? error : new SourceTrouble(readProblem(error));
  }
}

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { ExhibitProblem } from '../../shared/problems.ts';
import { LIMITS } from '../../shared/case/limits.ts';
import { readProblem } from '../case-store/problems.ts';

/** Read and written at once. */
const PIECE = 256 * 1024;

/** How long work on a file is followed and ended. */
export interface Following {
  signal?: AbortSignal | undefined;
  /** Told how many more bytes are done. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/** Thrown for what goes wrong with the file that is read, to be told from what goes wrong with the one that is written. */
export class SourceTrouble extends Error {
  constructor(readonly problem: ExhibitProblem) {
    super(problem.code);
  }
}

/**
 * The bytes of an ordinary file, in pieces; throws `SourceTrouble` for anything else, and when the file changes
 * meanwhile. What is no file, such as a pipe or what a link to a device leads to, might never end.
 */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    // Opening a device may already do something, so what it is is asked before; and again of what was opened.
    if (!(await stat(path)).isFile()) throw new SourceTrouble({ code: 'not-a-file' });
    // Opening a pipe that took its place meanwhile would wait for a writer.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      yield* piecesIn(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof SourceTrouble ? error : new SourceTrouble(readProblem(error));
  }
}

async function* piecesIn(file: FileHandle): AsyncGenerator<Uint8Array> {
  const before = await file.stat();
  if (!before.isFile()) throw new SourceTrouble({ code: 'not-a-file' });
  if (before.size > LIMITS.exhibitBytes) {
    throw new SourceTrouble({ code: 'too-large', limitMegabytes: LIMITS.exhibitBytes / 1_000_000 });
  }
  const changed = new SourceTrouble({ code: 'changed-while-read' });
  let read = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE, read);
    if (bytesRead === 0) break;
    read += bytesRead;
    // One that something goes on writing to might never end.
    if (read > before.size) throw changed;
    yield buffer.subarray(0, bytesRead);
  }
  const after = await file.stat();
  if (read !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changed;
}

/** The SHA-256 of an ordinary file, in hexadecimal. Throws `AbortError` when it was ended. */
export async function hashOf(path: string, { signal, onBytes }: Following = {}): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(path)) {
    signal?.throwIfAborted();
    hash.update(piece);
    onBytes?.(piece.length);
  }
  return hash.digest('hex');
}

import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import type { FileProblem } from '../../shared/problems.ts';
import type { Case } from '../../shared/case/case.ts';
import { openCase } from '../../shared/migrations/open-case.ts';
import { LineReader } from '../../shared/migrations/read-lines.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { decodeText } from '../read-file.ts';
import type { Disk } from './disk.ts';
import { readProblem } from './problems.ts';

/** How a reading that takes long is told of, and ended. */
export interface Reading {
  /** Told every few milliseconds, with the share of the file that is read, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** How long reading may hold the event loop at a stretch, in milliseconds: half a frame. */
const STRETCH = 8;
/** A text of more bytes than this may be longer than the longest string there can be (V8: 2^29 − 24 UTF-16 units). */
const LONGEST_TEXT = 500_000_000;
const LINE_FEED = 0x0a;

/** Reads a case file and makes a case of it; changes nothing. `onBytes` is told of what was read. */
export async function readCaseFile(
  disk: Disk,
  path: string,
  reading: Reading = {},
  onBytes: (bytes: Uint8Array) => void = () => {},
): Promise<Result<Case, FileProblem>> {
  let bytes: Buffer;
  try {
    const read = await disk.read(path);
    bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
  } catch (error) {
    return fail(readProblem(error));
  }
  onBytes(bytes);
  if (!isUtf8(bytes)) return fail({ code: 'not-text' });
  const { kase, line } = await readByLines(bytes, reading);
  if (reading.signal?.aborted) return fail({ code: 'cancelled' });
  if (kase) return ok(kase);
  if (bytes.length > LONGEST_TEXT) return fail({ code: 'unreadable-line', line });
  const text = decodeText(bytes);
  return text === null ? fail({ code: 'not-text' }) : openCase(text);
}

/** The case, if the file is laid out as Stet writes it; otherwise null, with the line (from 1) that is not. */
async function readByLines(
  bytes: Buffer,
  { onProgress, signal }: Reading,
): Promise<{ kase: Case | null; line: number }> {
  const reader = new LineReader(bytes, (start, end) => bytes.toString('utf8', start, end));
  let line = 0;
  let since = performance.now();
  for (let start = 0; start < bytes.length;) {
    line++;
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    if (!reader.take(start, end)) return { kase: null, line };
    start = end + 1;
    // Asking for the time costs about as much as a short line.
    if (line % 16 === 0 && performance.now() - since > STRETCH) {
      onProgress?.(start / bytes.length);
      await setImmediate();
      if (signal?.aborted) break;
      since = performance.now();
    }
  }
  return { kase: signal?.aborted ? null : reader.finish(), line };
}

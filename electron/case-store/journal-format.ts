import { z } from 'zod';
import { idSchema, sha256Schema } from '../../shared/case/ids.ts';
import { eventSchema, type Event } from '../../shared/events/event.ts';
import { sha256 } from './sha256.ts';

/**
 * The journal: what was acknowledged since the case file was last written. Text, one frame per line: a SHA-256, a space
 * and JSON. The hash covers the JSON, the JSON names the hash of the frame before, and the first frame is the header
 * with the journal's generation; so no frame can stand anywhere but where it was written.
 *
 * One frame is one append and one sync, and its events count together or not at all. At most one frame is ever
 * unacknowledged, the last.
 */

const headerSchema = z.object({
  format: z.literal('stet-journal'),
  version: z.literal(1),
  caseId: idSchema,
  generation: z.int().min(1),
  /** How many events the case had when this journal was begun: frames count on from there. */
  events: z.int().min(0),
  /** The hash of the last of them; null when there was none. */
  head: sha256Schema.nullable(),
  /**
   * The hash of the last line of the journal before that was acknowledged (or of its header); null when there was none.
   * A line after that one was refused. Nothing else tells so: a journal of another time may stand there as well.
   */
  after: sha256Schema.nullable(),
});
export type JournalHeader = z.infer<typeof headerSchema>;

const frameSchema = z.object({
  prev: sha256Schema,
  /** The number of the first event in it, counted from 0 over the whole history. */
  seq: z.int().min(0),
  events: z.array(eventSchema).min(1),
});
export type JournalFrame = z.infer<typeof frameSchema>;

export interface EncodedFrame {
  bytes: Uint8Array;
  /** What the next frame must name as the one before. */
  hash: string;
}

function encode(content: unknown): EncodedFrame {
  const json = JSON.stringify(content);
  const hash = sha256(json);
  return { bytes: Buffer.from(`${hash} ${json}\n`), hash };
}

export function encodeHeader(about: Omit<JournalHeader, 'format' | 'version'>): EncodedFrame {
  return encode({ format: 'stet-journal', version: 1, ...about });
}

export function encodeFrame(prev: string, seq: number, events: readonly Event[]): EncodedFrame {
  return encode({ prev, seq, events });
}

export type ReadJournal =
  /** Nothing in it can be relied on: it was never finished being begun, so nothing in it was acknowledged. */
  | { state: 'unborn' }
  | {
      /** `torn`: the last frame is incomplete; it was never acknowledged. `damaged`: a bad frame has good ones after. */
      state: 'whole' | 'torn' | 'damaged';
      header: JournalHeader;
      frames: JournalFrame[];
      /** The hash of the header, then of each frame. */
      hashes: string[];
    };

/** Reads the bytes of a journal as far as they hold. Never throws, whatever the bytes are. */
export function readJournal(bytes: Uint8Array): ReadJournal {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').split('\n');
  // What follows the last line feed is empty when the last append was finished.
  const rest = lines.pop() ?? '';
  const first = checked(lines[0] ?? '');
  const header = first && headerSchema.safeParse(first.content);
  if (!first || !header?.success) return lines.some(isGood) ? damagedBirth() : { state: 'unborn' };
  const frames: JournalFrame[] = [];
  const hashes = [first.hash];
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const next = checked(line);
    const frame = next && frameSchema.safeParse(next.content);
    if (!next || !frame?.success || frame.data.prev !== hashes.at(-1)) {
      const state = [...lines.slice(index + 1), ...(frame?.success ? [line] : [])].some(isGood)
        ? 'damaged'
        : 'torn';
      return { state, header: header.data, frames, hashes };
    }
    frames.push(frame.data);
    hashes.push(next.hash);
  }
  return { state: rest === '' ? 'whole' : 'torn', header: header.data, frames, hashes };
}

/** A journal whose header is destroyed while frames after it are whole: acknowledged edits are in there. */
function damagedBirth(): ReadJournal {
  const header = {
    format: 'stet-journal',
    version: 1,
    caseId: '-',
    generation: 1,
    events: 0,
    head: null,
    after: null,
  } as const;
  return { state: 'damaged', header, frames: [], hashes: [] };
}

function checked(line: string): { hash: string; content: unknown } | null {
  const hash = line.slice(0, 64);
  const json = line.slice(65);
  if (line[64] !== ' ' || sha256(json) !== hash) return null;
  try {
    return { hash, content: JSON.parse(json) as unknown };
  } catch {
    return null;
  }
}

const isGood = (line: string): boolean => checked(line) !== null;

import type { FileProblem } from '../../shared/problems.ts';
import type { Extracted } from '../../shared/case/document.ts';
import { fail, type Result } from '../../shared/result.ts';
import { parseInWindow } from './parsing-window.ts';
import { Turns } from './turns.ts';

/** What nobody vouches for: the bytes of a file with its name, or what a clipboard gave as HTML, in UTF-8. */
export interface ParsingInput {
  bytes: Uint8Array;
  /** Without its folder; null when it was pasted. */
  fileName: string | null;
  /** Only of what was pasted: a file says itself what it is. */
  kind?: 'rich-text';
}

export interface ParsingLimits {
  /** Of the file, in bytes. */
  bytes: number;
  /** Milliseconds without a word from the window, and all in all, after which it is ended. */
  silence: number;
  whole: number;
  /** Of the result, in bytes: the longest text there may be, its blocks, and what JSON adds. */
  result: number;
}

export interface ParsingOptions {
  /** Ends it at once. */
  signal?: AbortSignal;
  /** Hears what share is done, from 0 to 1; only PDFs tell more than the beginning. */
  onProgress?: (share: number) => void;
  /** Other limits than these, for tests. */
  limits?: Partial<ParsingLimits>;
}

const LIMITS: ParsingLimits = { bytes: 100_000_000, silence: 30_000, whole: 300_000, result: 200_000_000 };

/** So many windows read files at a time; each is a process of its own. */
const turns = new Turns(2);

/**
 * Takes the readable text out of a file, in a hidden, sandboxed window that is gone when it answers, whatever becomes of
 * it; main itself never looks into the file. What the window answers is checked before it is believed. Nothing is
 * written anywhere. Fails as FileProblem says: `cancelled` after the signal, `too-large`, and what is wrong with the file.
 */
export async function parseFile(
  input: ParsingInput,
  { signal, onProgress = () => {}, limits = {} }: ParsingOptions = {},
): Promise<Result<Extracted, FileProblem>> {
  const within = { ...LIMITS, ...limits };
  if (input.bytes.length > within.bytes)
    return fail({ code: 'too-large', limitMegabytes: Math.floor(within.bytes / 1_000_000) });
  const parsed = await turns.take(() => parseInWindow(input, { signal, onProgress, limits: within }), signal);
  return parsed ?? fail({ code: 'cancelled' });
}

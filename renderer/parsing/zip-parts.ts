import { unzipSync, zipSync } from 'fflate';
import type { FileProblem } from '../../shared/problems.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Bytes that all that is packed in a file may have together, and how many files that may be. */
const LARGEST = 300_000_000;
const MOST = 10_000;

/** What is larger than this when unpacked may be so many times as large as it was; real documents stay below 100 times. */
const SUSPICIOUS = 10_000_000;
const MOST_TIMES = 200;

class Expands extends Error {}

/**
 * The parts of an office document, by their names, as far as they are XML: pictures and what else is packed beside them
 * are never unpacked. What each part says of its size is added up before, and no part is unpacked beyond it, so that
 * nothing grows larger than it says.
 */
export function zipParts(bytes: Uint8Array): Result<Record<string, Uint8Array>, FileProblem> {
  let files = 0;
  let total = 0;
  try {
    return ok(
      unzipSync(bytes, {
        filter: ({ name, originalSize }) => {
          files += 1;
          total += originalSize;
          if (files > MOST || total > LARGEST) throw new Expands();
          if (total > SUSPICIOUS && total > bytes.length * MOST_TIMES) throw new Expands();
          return /\.(?:xml|rels)$/i.test(name);
        },
      }),
    );
  } catch (error) {
    return fail({ code: error instanceof Expands ? 'expands-too-much' : 'damaged-document' });
  }
}

/** Packs parts anew, not compressed: whoever unpacks them meets nothing but what was checked. */
export function packed(parts: Readonly<Record<string, Uint8Array>>): ArrayBuffer {
  return new Uint8Array(zipSync({ ...parts }, { level: 0 })).buffer;
}

import { mkdir, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, extname, join } from 'node:path';
import type { ReportProblem } from '../../shared/problems.ts';
import type { ReportExhibit } from '../../shared/report/report-sources.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeAll, type Disk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { temporaryPath, writeNew } from '../case-store/replace-file.ts';
import type { ExhibitFolder } from '../exhibits/folder.ts';
import { piecesOf, SourceTrouble } from '../exhibits/pieces.ts';
import { fileNameFor } from '../file-names.ts';

/** The list of hashes in the form of GNU coreutils, which `sha256sum -c` and `shasum -a 256 -c` take. */
const SUMS = 'SHA256SUMS';
/** So many of the exhibits that cannot go along are named. */
const NAMED = 5;

/** Copies of exhibits under a temporary name, until everything else is in place. */
export interface Attached {
  count: number;
  /** Gives the folder its name. */
  place: () => Promise<void>;
  /** Takes it away, wherever it is. */
  discard: () => Promise<void>;
}

/**
 * Copies the files of exhibits for a folder at `path`, where there is none yet, each as `E3 Title.ext` and checked against
 * its hash while it is copied, with the list of their hashes. When one is missing or altered, or it is ended, nothing is
 * left.
 */
export async function attachExhibits(
  disk: Disk,
  from: ExhibitFolder,
  exhibits: readonly ReportExhibit[],
  path: string,
  { signal, onShare }: { signal: AbortSignal; onShare: (share: number) => void },
): Promise<Result<Attached, ReportProblem>> {
  const temporary = temporaryPath(path);
  const discard = async (): Promise<void> => {
    await rm(temporary, { recursive: true, force: true });
  };
  const wrong = await notWhole(from, exhibits);
  if (wrong) return fail(wrong);
  const total = exhibits.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    onShare(total === 0 ? 1 : Math.min(1, done / total));
  };
  try {
    await mkdir(temporary);
    const sums: string[] = [];
    for (const exhibit of exhibits) {
      const name = nameOf(exhibit);
      const sha256 = await copy(disk, from.fileOf(exhibit.sha256), join(temporary, name), signal, onBytes);
      if (sha256 !== exhibit.sha256) {
        await discard();
        return fail({ code: 'exhibits-not-whole', missing: 0, altered: 1, named: called(exhibit) });
      }
      sums.push(`${sha256}  ${name}\n`);
    }
    await writeNew(disk, join(temporary, SUMS), [sums.join('')]);
    await disk.syncFolder(temporary);
  } catch (error) {
    await discard();
    if (signal.aborted) return fail({ code: 'cancelled' });
    return fail(error instanceof SourceTrouble ? error.problem : saveProblem(error));
  }
  return ok({
    count: exhibits.length,
    async place() {
      await disk.rename(temporary, path);
      await disk.syncFolder(dirname(path));
    },
    async discard() {
      await discard();
      await rm(path, { recursive: true, force: true });
    },
  });
}

/** Why exhibits cannot go along, as far as it can be told quickly; null when their files are there. */
async function notWhole(
  from: ExhibitFolder,
  exhibits: readonly ReportExhibit[],
): Promise<ReportProblem | null> {
  const wrong: string[] = [];
  const counts = { missing: 0, altered: 0 };
  for (const exhibit of exhibits) {
    const state = await from.stateOf(exhibit);
    if (state === 'there') continue;
    counts[state]++;
    wrong.push(called(exhibit));
  }
  if (wrong.length === 0) return null;
  const named = wrong.slice(0, NAMED).join(', ') + (wrong.length > NAMED ? ', …' : '');
  return { code: 'exhibits-not-whole', ...counts, named };
}

const called = ({ number, title }: ReportExhibit): string => `E${number} ${title}`;

/** What is pasted or written in the window comes without a name; these are the types it may have. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

/** `E3 Title.ext`: the number parts any two, and the ending is that of the file as it came, if it had a usual one. */
function nameOf(exhibit: ReportExhibit): string {
  const { fileName, mediaType } = exhibit;
  const own = /^\.[a-z0-9]{1,10}$/iu.exec(extname(fileName ?? ''))?.[0];
  const ending = own ?? (fileName === null ? ENDINGS[mediaType] : undefined) ?? '';
  const title = called(exhibit);
  const bare = title.toLowerCase().endsWith(ending.toLowerCase())
    ? title.slice(0, title.length - ending.length)
    : title;
  return fileNameFor(bare) + ending;
}

/** Copies a file into a new one, durably, and answers the SHA-256 of what was copied. */
async function copy(
  disk: Disk,
  from: string,
  to: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256');
  const file = await disk.create(to);
  try {
    for await (const piece of piecesOf(from)) {
      signal.throwIfAborted();
      hash.update(piece);
      await writeAll(file, piece);
      onBytes(piece.length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

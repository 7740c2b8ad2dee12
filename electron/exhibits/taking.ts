import { basename } from 'node:path';
import type { TakenIn } from '../../shared/answers.ts';
import type { ExhibitProblem, ProblemAt, RunFailure } from '../../shared/problems.ts';
import { LIMITS } from '../../shared/case/limits.ts';
import type { ExhibitKind } from '../../shared/case/words.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import type { Event } from '../../shared/events/event.ts';
import { exhibitOf } from '../../shared/queries/exhibits.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { ExhibitFolder, type Stored } from './folder.ts';
import { kindOf } from './media-type.ts';
import type { Following } from './pieces.ts';

type Problem = ProblemAt<ExhibitProblem>;

/** Where something is taken in from: a file by its path, or bytes with what they are called. */
export type Source = { path: string } | { bytes: Uint8Array; title: string; kind: ExhibitKind };

/** What carries a command out in the case. */
export type Commit = (command: CommandValue) => Promise<Result<Event[], RunFailure>>;

/**
 * Takes sources in as exhibits, one after the other: first the file beside the case, durable, then its record. A file
 * that is an exhibit already is recognised. `at` tells the time, in UTC. Ends with the first that cannot be taken in; those before it stay.
 */
export async function takeIn(
  store: CaseStore,
  sources: readonly Source[],
  commit: Commit,
  at: () => string,
  following: Following & { onFile?: (name: string) => void } = {},
): Promise<Result<TakenIn, Problem>> {
  const folder = ExhibitFolder.of(store);
  const taken: TakenIn = { ids: [], known: [] };
  for (const source of sources) {
    const file = 'path' in source ? basename(source.path) : source.title;
    if (store.readOnly) return fail({ problem: { code: 'opened-read-only' }, file });
    following.onFile?.(file);
    const stored =
      'path' in source ? await folder.take(source.path, following) : await folder.put(source.bytes);
    if (!stored.ok) return fail({ problem: stored.error, file });
    const known = exhibitOf(store.kase, stored.value.sha256);
    if (known) {
      taken.known.push(known.id);
      continue;
    }
    const entered = await enter(store, folder, source, stored.value, commit, at);
    if (!entered.ok) return fail({ problem: entered.error, file });
    taken.ids.push(entered.value);
  }
  return ok(taken);
}

/** Makes the record of a stored file; without one the file goes again, unless another record has the same. */
async function enter(
  store: CaseStore,
  folder: ExhibitFolder,
  source: Source,
  stored: Stored,
  commit: Commit,
  at: () => string,
): Promise<Result<string, ExhibitProblem>> {
  const fileName = 'path' in source ? nameOf(source.path) : null;
  const title = 'path' in source ? (fileName ?? '') : source.title;
  const kind = 'path' in source ? kindOf(stored.mediaType) : source.kind;
  const done = await commit({
    type: 'add-exhibit',
    ...exhibitGiven(stored, { title, kind, fileName }, at()),
  });
  if (done.ok) return ok(done.value[0]?.changes[0]?.id ?? '');
  await dropUnneeded(store, folder, stored);
  return fail('save' in done.error ? done.error.save : { code: 'write-failed', detail: 'refused' });
}

/** What is known of a file that was stored just now, of which a person has said nothing yet. */
export function exhibitGiven(
  { sha256, bytes, mediaType }: Stored,
  called: { title: string; kind: ExhibitKind; fileName: string | null },
  at: string,
): Omit<Extract<CommandValue, { type: 'add-exhibit' }>, 'type'> {
  return {
    ...called,
    sha256,
    bytes,
    mediaType,
    publishedOn: null,
    capturedOn: null,
    accessedOn: at.slice(0, 10),
    address: null,
    archivedAddress: null,
    notes: '',
    graphic: false,
  };
}

/** Lets go of a file that got no record, unless it was there before or another record has the same. */
export async function dropUnneeded(
  { kase }: CaseStore,
  folder: ExhibitFolder,
  { sha256, isNew }: Stored,
): Promise<void> {
  const needed = [...kase.records.exhibits.values()].some((each) => each.sha256 === sha256);
  if (isNew && !needed) await folder.drop(sha256);
}

/** The name of a file without its folder, as a record may hold it: valid Unicode, and not too long; null without any. */
export function nameOf(path: string): string | null {
  const whole = Buffer.from(basename(path)).toString();
  const plain = whole.replace(/\p{Cc}+/gu, ' ').trim();
  // Half a character may be left where it was cut.
  return plain.slice(0, LIMITS.name).replace(/[\ud800-\udbff]$/u, '') || null;
}

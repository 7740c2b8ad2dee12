import type { ExhibitProblem, RunFailure } from '../shared/problems.ts';
import type { CommandValue } from '../shared/commands/index.ts';
import type { Event } from '../shared/events/event.ts';
import { exhibitOf } from '../shared/queries/exhibits.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import type { CaseStore } from './case-store/case-store.ts';
import { ExhibitFolder, type Stored } from './exhibits/folder.ts';
import { dropUnneeded, exhibitGiven } from './exhibits/taking.ts';
import type { ReadDocument } from './import-document.ts';

/** Why documents were not added: a file could not be kept, or the case refused or could not be written. */
export type AddProblem = { file: string; problem: ExhibitProblem } | { file: null; failure: RunFailure };

/**
 * Adds documents that were read, all or none, each with its original kept as an exhibit: first the files beside the case,
 * durable, then the records, in one event a document. With `previousId` the one document is a new version of that one.
 * Answers the ids of the documents.
 */
export async function addRead(
  store: CaseStore,
  documents: readonly ReadDocument[],
  commit: (commands: CommandValue[]) => Promise<Result<Event[], RunFailure>>,
  at: string,
  previousId: string | null = null,
): Promise<Result<string[], AddProblem>> {
  const folder = ExhibitFolder.of(store);
  const kept: Stored[] = [];
  const commands: CommandValue[] = [];
  const letGo = async (): Promise<void> => {
    for (const stored of kept) await dropUnneeded(store, folder, stored);
  };
  for (const { given, bytes, called } of documents) {
    const stored = await folder.put(bytes);
    if (!stored.ok) {
      await letGo();
      return fail({ file: called.title, problem: stored.error });
    }
    const known = exhibitOf(store.kase, stored.value.sha256);
    // The same file twice is one exhibit, which has no id before it is made.
    const twice = kept.some(({ sha256 }) => sha256 === stored.value.sha256);
    kept.push(stored.value);
    const original = known ? { id: known.id } : twice ? null : exhibitGiven(stored.value, called, at);
    commands.push(
      previousId === null
        ? { type: 'add-document', ...given, original }
        : { type: 'add-version', ...given, original, previousId },
    );
  }
  const done = await commit(commands);
  if (!done.ok) {
    await letGo();
    return fail({ file: null, failure: done.error });
  }
  return ok(
    done.value.flatMap(({ changes }) =>
      changes.filter(({ kind, before }) => kind === 'documents' && before === null).map(({ id }) => id),
    ),
  );
}

import type { Translate } from '../../shared/messages/translate.ts';
import { addRead } from '../add-documents.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { contextFor } from '../context.ts';
import { readDocument, type Parse, type ReadDocument } from '../import-document.ts';
import { EXIT, fileStop, runStop, Stop } from './outcome.ts';

/** Reads files as documents, all or none; what is no plain text needs a window of its own, which plain Node does not have. */
export async function readAll(
  files: readonly string[],
  parse: Parse | null,
  t: Translate,
): Promise<ReadDocument[]> {
  const read: ReadDocument[] = [];
  const elsewhere: Parse = () => Promise.reject(new Stop(EXIT.needsChromium, []));
  for (const file of files) {
    const document = await readDocument(file, parse ?? elsewhere);
    if (!document.ok) throw fileStop(EXIT.input, file, document.error, t);
    read.push(document.value);
  }
  return read;
}

/** Adds documents that were read to an open case, all or none, and answers their ids. */
export async function addToCase(
  store: CaseStore,
  documents: readonly ReadDocument[],
  by: string,
  t: Translate,
): Promise<string[]> {
  const context = () => contextFor(by);
  const added = await addRead(store, documents, (commands) => store.commit(commands, context), context().at);
  if (added.ok) return added.value;
  const { error } = added;
  throw error.file === null
    ? runStop(store.path, error.failure, t)
    : fileStop(EXIT.output, error.file, error.problem, t);
}

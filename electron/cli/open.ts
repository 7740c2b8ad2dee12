import { CaseStore } from '../case-store/case-store.ts';
import { EXIT, fileStop, type Voice } from './outcome.ts';

/** Opens the case a verb is about for reading, whoever else has it open, or stops with exit 3 and a sentence. */
export async function readStore(path: string, { t }: Voice): Promise<CaseStore> {
  const opened = await CaseStore.open(path, { readOnly: { code: 'asked' } });
  if (!opened.ok) throw fileStop(EXIT.input, path, opened.error, t);
  return opened.value;
}

/** Opens a case for changing it, does so, and closes it again, so that only the case file is left behind. */
export async function changeStore(
  path: string,
  { t }: Voice,
  change: (store: CaseStore) => Promise<void>,
): Promise<void> {
  const opened = await CaseStore.open(path);
  if (!opened.ok) throw fileStop(EXIT.input, path, opened.error, t);
  const store = opened.value;
  try {
    if (store.readOnly) throw fileStop(EXIT.output, path, store.readOnly, t);
    await change(store);
  } finally {
    // What was acknowledged is durable in the journal even if the file cannot be written anew now.
    await store.close();
  }
}

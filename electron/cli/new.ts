import { rm } from 'node:fs/promises';
import { LIMITS } from '../../shared/case/limits.ts';
import { createCase } from '../../shared/commands/create-case.ts';
import { isWellFormed } from '../../shared/text/well-formed.ts';
import { CaseStore } from '../case-store/case-store.ts';
import { contextFor } from '../context.ts';
import type { Parse } from '../import-document.ts';
import { addToCase, readAll } from './add-to-case.ts';
import { read, required } from './arguments.ts';
import { changeStore } from './open.ts';
import { EXIT, fileStop, usage, type Voice } from './outcome.ts';

/** `stet new CASE --title T [--document FILE]`: makes a case file, with its first document in it if one is given. */
export async function newVerb(
  args: readonly string[],
  voice: Voice & { parse: Parse | null },
): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['title', 'document', 'by'], [], t);
  const [path, ...more] = given.rest;
  if (path === undefined || more.length > 0) throw usage(t, 'usage.new');
  const title = required(given.text('title'), '--title', t);
  if (title.length > LIMITS.title || !isWellFormed(title)) throw usage(t, 'titleTooLong');
  const by = given.text('by') ?? '';
  const file = given.text('document');
  const documents = await readAll(file === undefined ? [] : [file], voice.parse, t);
  const created = await CaseStore.create(path, createCase({ title }, contextFor(by)));
  if (!created.ok) throw fileStop(EXIT.output, path, created.error, t);
  if (documents.length > 0) {
    try {
      await changeStore(path, voice, async (store) => void (await addToCase(store, documents, by, t)));
    } catch (error) {
      // A case without its document is not what was asked for.
      await rm(path, { force: true });
      throw error;
    }
  }
  out(`${t('cli.created', { path })}\n`);
}

import type { Parse } from '../import-document.ts';
import { addToCase, readAll } from './add-to-case.ts';
import { oneOf, read } from './arguments.ts';
import { changeStore, readStore } from './open.ts';
import { usage, type Voice } from './outcome.ts';

/** `stet import CASE FILE… [--as document] [--dry-run] [--json]`: takes documents in, all of them or none, each with its original as an exhibit. */
export async function importVerb(
  args: readonly string[],
  voice: Voice & { parse: Parse | null },
): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['as', 'map', 'by'], ['dry-run', 'json'], t);
  const [path, ...files] = given.rest;
  if (path === undefined || files.length === 0) throw usage(t, 'usage.import');
  const as = oneOf(given.text('as'), ['document', 'claims', 'claimreview'], '--as', t) ?? 'document';
  if (as !== 'document') throw usage(t, 'notYet', { what: `import --as ${as}` });
  if (given.text('map') !== undefined) throw usage(t, 'notYet', { what: 'import --map' });
  const documents = await readAll(files, voice.parse, t);
  const dry = given.flag('dry-run');
  const ids: string[] = [];
  if (dry) await readStore(path, voice);
  else {
    await changeStore(path, voice, async (store) => {
      ids.push(...(await addToCase(store, documents, given.text('by') ?? '', t)));
    });
  }
  if (given.flag('json')) out(`${JSON.stringify({ dryRun: dry, files, documents: ids })}\n`);
  else out(`${t(dry ? 'cli.wouldImport' : 'cli.imported', { count: files.length })}\n`);
}

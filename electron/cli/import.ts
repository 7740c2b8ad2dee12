import type { CommandValue } from '../../shared/commands/index.ts';
import { contextFor } from '../context.ts';
import { documentCommand } from '../import-document.ts';
import { oneOf, read } from './arguments.ts';
import { changeStore, readStore } from './open.ts';
import { EXIT, fileStop, runStop, usage, type Voice } from './outcome.ts';

/** `stet import CASE FILE… [--as document] [--dry-run] [--json]`: takes texts in, all of them or none. */
export async function importVerb(args: readonly string[], voice: Voice): Promise<void> {
  const { t, out } = voice;
  const given = read(args, ['as', 'map', 'by'], ['dry-run', 'json'], t);
  const [path, ...files] = given.rest;
  if (path === undefined || files.length === 0) throw usage(t, 'usage.import');
  const as = oneOf(given.text('as'), ['document', 'claims', 'claimreview'], '--as', t) ?? 'document';
  if (as !== 'document') throw usage(t, 'notYet', { what: `import --as ${as}` });
  if (given.text('map') !== undefined) throw usage(t, 'notYet', { what: 'import --map' });
  const commands: CommandValue[] = [];
  for (const file of files) {
    const command = await documentCommand(file);
    if (!command.ok) throw fileStop(EXIT.input, file, command.error, t);
    commands.push(command.value);
  }
  const dry = given.flag('dry-run');
  const ids: string[] = [];
  if (dry) await readStore(path, voice);
  else {
    await changeStore(path, voice, async (store) => {
      const done = await store.commit(commands, () => contextFor(given.text('by') ?? ''));
      if (!done.ok) throw runStop(path, done.error, t);
      ids.push(...done.value.flatMap((event) => event.changes.map(({ id }) => id)));
    });
  }
  if (given.flag('json')) out(`${JSON.stringify({ dryRun: dry, files, documents: ids })}\n`);
  else out(`${t(dry ? 'cli.wouldImport' : 'cli.imported', { count: files.length })}\n`);
}

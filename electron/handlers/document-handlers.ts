import { dialog } from 'electron';
import { basename } from 'node:path';
import type { FileProblem, ProblemAt, SaveProblem } from '../../shared/api.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { DOCUMENT_EXTENSIONS, documentCommand } from '../import-document.ts';
import type { Handlers } from '../ipc.ts';
import type { World } from './world.ts';

/** Taking text files in as documents. */
export function documentHandlers(world: World): Pick<Handlers, 'importDocuments'> {
  const { t } = world;
  return {
    async importDocuments(_input, { window, store }) {
      if (!store) return ok({ ids: [] });
      const chosen = await dialog.showOpenDialog(window, {
        title: t('menu.importDocuments'),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: t('menu.textFiles'), extensions: DOCUMENT_EXTENSIONS }],
      });
      return chosen.filePaths.length === 0 ? ok({ ids: [] }) : addDocuments(chosen.filePaths, store, world);
    },
  };
}

/** Reads text files and adds them to a case, all or none. */
export async function addDocuments(
  paths: readonly string[],
  store: CaseStore,
  { context }: World,
): Promise<Result<{ ids: string[] }, ProblemAt<FileProblem | SaveProblem>>> {
  const commands: CommandValue[] = [];
  for (const path of paths) {
    const command = await documentCommand(path);
    if (!command.ok) return fail({ problem: command.error, file: basename(path) });
    commands.push(command.value);
  }
  const done = await store.commit(commands, context);
  if (done.ok) return ok({ ids: done.value.flatMap((event) => event.changes.map(({ id }) => id)) });
  const problem = 'save' in done.error ? done.error.save : ({ code: 'not-a-document' } as const);
  return fail({ problem, file: paths.map((path) => basename(path)).join(', ') });
}

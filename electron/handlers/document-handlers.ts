import { app, dialog } from 'electron';
import { basename, join } from 'node:path';
import type { FileProblem, ProblemAt, SaveProblem } from '../../shared/api.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import { changedText } from '../../shared/queries/changed-text.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { fileNameFor, withEnding } from '../file-names.ts';
import { DOCUMENT_EXTENSIONS, documentCommand } from '../import-document.ts';
import type { Handlers } from '../ipc.ts';
import type { World } from './world.ts';

/** Taking text files in as documents, and giving a document out as the decisions on its queries have it. */
export function documentHandlers(
  world: World,
): Pick<Handlers, 'importDocuments' | 'changedText' | 'saveChangedText'> {
  const { t, written } = world;
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

    changedText: ({ id }, { store }) => store && changedText(store.kase, id),

    async saveChangedText({ id }, { window, store }) {
      const document = store?.kase.records.documents.get(id);
      if (!store || !document) return ok('cancelled');
      const ending = document.format === 'markdown' ? 'md' : 'txt';
      const name = fileNameFor(t('menu.changedTextFile', { title: document.title }));
      const chosen = await dialog.showSaveDialog(window, {
        title: t('menu.saveChangedText'),
        defaultPath: join(app.getPath('documents'), `${name}.${ending}`),
        filters: [{ name: t('menu.textFiles'), extensions: DOCUMENT_EXTENSIONS }],
      });
      if (chosen.canceled || !chosen.filePath) return ok('cancelled');
      const path = withEnding(chosen.filePath, ending);
      // Asked for only now: it is what was decided until the moment of writing.
      const changed = changedText(store.kase, id);
      if (!changed) return ok('cancelled');
      try {
        await replaceFile(realDisk, path, [changed.text]);
      } catch (error) {
        return fail({ problem: saveProblem(error), file: basename(path) });
      }
      written.add(path);
      return ok({ path });
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

import { app, dialog } from 'electron';
import { basename, join } from 'node:path';
import type { Outputs } from '../../shared/api.ts';
import type { FileProblem, ProblemAt } from '../../shared/problems.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import { anchorCandidates } from '../../shared/queries/anchor-candidates.ts';
import { changedText } from '../../shared/queries/changed-text.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { addRead } from '../add-documents.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { replaceFile } from '../case-store/replace-file.ts';
import { fileNameFor, withEnding } from '../file-names.ts';
import type { FollowingFiles } from '../exhibits/long-work.ts';
import { DOCUMENT_EXTENSIONS, readDocument, readPasted, type ReadDocument } from '../import-document.ts';
import type { Handlers } from '../ipc.ts';
import { guardCase } from '../protection/guard.ts';
import type { CaseWindow } from '../windows.ts';
import { commitIn } from './commit.ts';
import type { World } from './world.ts';

/** Taking files in as documents, and giving a document out as the decisions on its queries have it. */
export function documentHandlers(
  world: World,
): Pick<
  Handlers,
  'importDocuments' | 'pasteDocument' | 'anchorCandidates' | 'changedText' | 'saveChangedText'
> {
  const { t, vaults, written } = world;
  return {
    async importDocuments({ previousId }, entry) {
      if (!entry.store) return ok({ ids: [] });
      const chosen = await dialog.showOpenDialog(entry.window, {
        title: t('menu.importDocuments'),
        properties: ['openFile', ...(previousId === null ? (['multiSelections'] as const) : [])],
        filters: [{ name: t('menu.documentFiles'), extensions: DOCUMENT_EXTENSIONS }],
      });
      return chosen.filePaths.length === 0
        ? ok({ ids: [] })
        : addDocuments(chosen.filePaths, entry, world, previousId);
    },

    pasteDocument: ({ html, title, previousId }, entry) =>
      adding(entry, world, 1, previousId, async (onShare, following) => {
        following.onFile(t('menu.pasted'));
        const read = await readPasted(html, title, (input) =>
          world.parse(input, { signal: following.signal, onProgress: onShare }),
        );
        return read.ok ? ok([read.value]) : fail({ problem: read.error, file: t('menu.pasted') });
      }),

    anchorCandidates: ({ kind, id }, { store }) => (store ? anchorCandidates(store.kase, kind, id) : []),

    changedText: ({ id }, { store }) => store && changedText(store.kase, id),

    async saveChangedText({ id }, { window, store }) {
      const document = store?.kase.records.documents.get(id);
      if (!store || !document) return ok('cancelled');
      const ending = document.format === 'markdown' ? 'md' : 'txt';
      const name = fileNameFor(t('menu.changedTextFile', { title: document.title }));
      const chosen = await dialog.showSaveDialog(window, {
        title: t('menu.saveChangedText'),
        defaultPath: join(app.getPath('documents'), `${name}.${ending}`),
        filters: [{ name: t('menu.textFiles'), extensions: ['txt', 'md'] }],
      });
      if (chosen.canceled || !chosen.filePath) return ok('cancelled');
      const path = withEnding(chosen.filePath, ending);
      // Asked for only now: it is what was decided until the moment of writing.
      const changed = changedText(store.kase, id);
      if (!changed) return ok('cancelled');
      const leaving = { form: 'txt', bytes: Buffer.from(changed.text), fileName: basename(path) } as const;
      const guarded = await guardCase(leaving, store.kase, (kase) => vaults.vaultOf(kase));
      if (!guarded.ok) return guarded;
      try {
        await replaceFile(realDisk, path, [leaving.bytes]);
      } catch (error) {
        return fail({ problem: saveProblem(error), file: basename(path) });
      }
      written.add(path);
      return ok({ path, ...guarded.value });
    },
  };
}

/** Reads files and adds them to a case as documents, all or none, each with its original as an exhibit. */
export async function addDocuments(
  paths: readonly string[],
  entry: CaseWindow,
  world: World,
  previousId: string | null = null,
): Promise<Outputs['importDocuments']> {
  return adding(entry, world, paths.length, previousId, async (onShare, following) => {
    const documents: ReadDocument[] = [];
    for (const [index, path] of paths.entries()) {
      following.onFile(basename(path));
      const reading = { signal: following.signal, onProgress: (share: number) => onShare(index + share) };
      const read = await readDocument(path, world.parse, reading);
      if (!read.ok) return fail({ problem: read.error, file: basename(path) });
      onShare(index + 1);
      documents.push(read.value);
    }
    return ok(documents);
  });
}

/** Parts of a file, for telling how far the reading of it is. */
const PARTS = 1_000;

/** Reads documents, which may take long and be ended, and adds what was read. */
async function adding(
  entry: CaseWindow,
  world: World,
  count: number,
  previousId: string | null,
  read: (
    onShare: (done: number) => void,
    following: FollowingFiles,
  ) => Promise<Result<ReadDocument[], ProblemAt<FileProblem>>>,
): Promise<Outputs['importDocuments']> {
  const { store } = entry;
  if (!store) return ok({ ids: [] });
  if (store.readOnly) return fail({ problem: { code: 'opened-read-only' }, file: store.fileName });
  return world.works.follow(store, count * PARTS, async (following) => {
    let told = 0;
    const onShare = (done: number): void => {
      const parts = Math.floor(done * PARTS);
      if (parts > told) following.onBytes?.(parts - told);
      told = Math.max(told, parts);
    };
    const documents = await read(onShare, following);
    if (!documents.ok) return documents.error.problem.code === 'cancelled' ? ok({ ids: [] }) : documents;
    const commit = (commands: CommandValue[]) => commitIn(world, entry, commands, store);
    const added = await addRead(store, documents.value, commit, world.context().at, previousId);
    if (added.ok) return ok({ ids: added.value });
    const { error } = added;
    if (error.file !== null) return fail({ problem: error.problem, file: error.file });
    const file = documents.value.map(({ called }) => called.title).join(', ');
    return 'save' in error.failure ? fail({ problem: error.failure.save, file }) : fail(error.failure);
  });
}

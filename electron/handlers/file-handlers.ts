import { app, dialog } from 'electron';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { FileProblem, ProblemAt, SaveProblem } from '../../shared/problems.ts';
import type { Case } from '../../shared/case/case.ts';
import { createCase } from '../../shared/commands/create-case.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { SAMPLES } from '../../shared/samples/index.ts';
import { CaseStore } from '../case-store/case-store.ts';
import { realDisk } from '../case-store/disk.ts';
import { saveProblem } from '../case-store/problems.ts';
import { copyExhibits } from '../exhibits/copying.ts';
import { ExhibitFolder } from '../exhibits/folder.ts';
import { fileNameFor, freePath, withEnding } from '../file-names.ts';
import { DOCUMENT_EXTENSIONS } from '../import-document.ts';
import type { Handlers } from '../ipc.ts';
import type { CaseWindow } from '../windows.ts';
import { addDocuments } from './document-handlers.ts';
import { openIn } from './opening.ts';
import type { World } from './world.ts';

type Asked =
  | 'newCase'
  | 'openCase'
  | 'openSample'
  | 'openPath'
  | 'closeCase'
  | 'settled'
  | 'cancelOpening'
  | 'saveAs'
  | 'duplicate';

const CASE_EXTENSIONS = ['stet', 'json'];

/** Making, opening, copying and closing case files. */
export function fileHandlers(world: World): Pick<Handlers, Asked> {
  const { windows, t, context } = world;
  const cases = [{ name: t('menu.caseFiles'), extensions: ['stet'] }];

  const createAt = async (
    path: string,
    kase: Case,
    entry: CaseWindow,
  ): Promise<Result<'opened', ProblemAt<SaveProblem | FileProblem>>> => {
    const created = await CaseStore.create(path, kase);
    return created.ok ? openIn(world, entry, path) : fail({ problem: created.error, file: basename(path) });
  };

  return {
    async newCase({ title }, entry) {
      const chosen = await dialog.showSaveDialog(entry.window, {
        title: t('menu.newCase'),
        defaultPath: join(app.getPath('documents'), `${fileNameFor(title)}.stet`),
        filters: cases,
      });
      if (chosen.canceled || !chosen.filePath) return ok('cancelled');
      return createAt(withEnding(chosen.filePath, 'stet'), createCase({ title }, context()), entry);
    },
    async openCase(_input, entry) {
      const chosen = await dialog.showOpenDialog(entry.window, {
        title: t('menu.open'),
        properties: ['openFile'],
        filters: [{ name: t('menu.caseFiles'), extensions: CASE_EXTENSIONS }],
      });
      const path = chosen.filePaths[0];
      return path === undefined ? ok('cancelled') : openIn(world, entry, path);
    },
    async openSample({ id }, entry) {
      const sample = SAMPLES.find((each) => each.id === id) ?? SAMPLES[0];
      const folder = join(app.getPath('userData'), 'samples');
      try {
        await mkdir(folder, { recursive: true });
      } catch (error) {
        return fail({ problem: saveProblem(error), file: folder });
      }
      const path = await freePath(folder, sample.fileName);
      const { kase, files, identities } = sample.build(context());
      const exhibits = new ExhibitFolder(path);
      for (const { bytes } of files) {
        const stored = await exhibits.put(bytes);
        if (!stored.ok) return fail({ problem: stored.error, file: basename(path) });
      }
      const brought = await world.vaults.bring(kase, identities);
      if (!brought.ok) return brought;
      return createAt(path, kase, entry);
    },
    async openPath({ path }, entry) {
      const extension = extname(path).slice(1).toLowerCase();
      if (!DOCUMENT_EXTENSIONS.includes(extension)) return openIn(world, entry, path);
      if (!entry.store) return fail({ needsCase: true });
      const added = await addDocuments([path], entry, world);
      if (!added.ok) return added;
      return ok(added.value.ids.length === 0 ? 'cancelled' : 'document-added');
    },
    async closeCase(_input, entry) {
      await windows.closeCase(entry);
      return null;
    },
    settled(_input, entry) {
      entry.settled();
      return null;
    },
    async cancelOpening(_input, entry) {
      if (entry.opening) entry.opening.abort();
      // It is open already, and its rows are on their way.
      else if (entry.rows) await windows.closeCase(entry);
      return null;
    },
    async saveAs(_input, entry) {
      const { store } = entry;
      if (!store) return ok('cancelled');
      const chosen = await dialog.showSaveDialog(entry.window, {
        title: t('menu.saveAs'),
        defaultPath: store.path,
        filters: cases,
      });
      if (chosen.canceled || !chosen.filePath) return ok('cancelled');
      await windows.settle(entry);
      const path = withEnding(chosen.filePath, 'stet');
      // It is there already, under that very name.
      if (path === store.path) return ok('cancelled');
      const written = await writeCopy(store, path);
      return written.ok ? openIn(world, entry, path) : written;
    },
    async duplicate(_input, entry) {
      const { store } = entry;
      if (!store) return ok('cancelled');
      await windows.settle(entry);
      const path = await freePath(dirname(store.path), store.fileName);
      const written = await writeCopy(store, path);
      return written.ok ? openIn(world, windows.create(), path) : written;
    },
  };
}

/** Writes a case anew at `path`, where there is none, with the files of its exhibits beside it; on failure neither. */
async function writeCopy(
  store: CaseStore,
  path: string,
): Promise<Result<null, ProblemAt<SaveProblem | FileProblem>>> {
  const no = (problem: SaveProblem | FileProblem) => fail({ problem, file: basename(path) });
  // Files that may be large are not copied only to be told so then.
  if (await realDisk.fingerprint(path).catch(() => true)) return no({ code: 'already-exists' });
  const copied = await copyExhibits(ExhibitFolder.of(store), new ExhibitFolder(path));
  if (!copied.ok) return no(copied.error);
  const created = await CaseStore.create(path, store.kase);
  if (created.ok) return created;
  await copied.value();
  return no(created.error);
}

import { dialog } from 'electron';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Outputs } from '../../shared/api.ts';
import type { ExhibitView } from '../../shared/answers.ts';
import type { ExhibitProblem, ProblemAt } from '../../shared/problems.ts';
import { present } from '../../shared/case/case.ts';
import type { Exhibit } from '../../shared/case/evidence.ts';
import { exhibitRows } from '../../shared/queries/exhibits.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { readProblem } from '../case-store/problems.ts';
import { findFiles } from '../exhibits/finding.ts';
import { ExhibitFolder, type FileState } from '../exhibits/folder.ts';
import { takeIn, type Source } from '../exhibits/taking.ts';
import { canShow, showExhibit } from '../exhibits/viewer.ts';
import type { Handlers } from '../ipc.ts';
import type { CaseWindow } from '../windows.ts';
import { commitIn } from './commit.ts';
import type { World } from './world.ts';

type Asked =
  | 'exhibits'
  | 'addExhibits'
  | 'addExhibitFiles'
  | 'pasteExhibit'
  | 'cancelExhibits'
  | 'openExhibit'
  | 'checkExhibits'
  | 'findExhibits';

/** Taking files in as exhibits, showing them, and looking after them. */
export function exhibitHandlers(world: World): Pick<Handlers, Asked> {
  const { works, t, context } = world;

  const take = async (entry: CaseWindow, sources: readonly Source[]): Promise<Outputs['addExhibits']> => {
    const { store } = entry;
    if (!store || sources.length === 0) return ok('cancelled');
    const total = await sizeOf(sources);
    const taken = await works.follow(store, total, (following) =>
      takeIn(
        store,
        sources,
        (command) => commitIn(world, entry, [command], store),
        () => context().at,
        following,
      ),
    );
    return !taken.ok && taken.error.problem.code === 'cancelled' ? ok('cancelled') : taken;
  };

  const viewed = async (
    store: CaseStore,
    stateOf: (exhibit: Exhibit) => Promise<FileState>,
  ): Promise<ExhibitView[]> => {
    const views: ExhibitView[] = [];
    for (const row of exhibitRows(store.kase)) views.push({ ...row, file: await stateOf(row) });
    return views;
  };

  return {
    exhibits: (_input, { store }) => {
      if (!store) return [];
      const folder = ExhibitFolder.of(store);
      return viewed(store, (exhibit) => folder.stateOf(exhibit));
    },

    async addExhibits(_input, entry) {
      if (!entry.store) return ok('cancelled');
      if (entry.store.readOnly) return readOnly(entry.store);
      const chosen = await dialog.showOpenDialog(entry.window, {
        title: t('menu.takeInExhibits'),
        properties: ['openFile', 'multiSelections'],
      });
      return take(
        entry,
        chosen.filePaths.map((path) => ({ path })),
      );
    },

    addExhibitFiles: ({ paths }, entry) =>
      take(
        entry,
        paths.map((path) => ({ path })),
      ),

    pasteExhibit: ({ title, kind, bytes }, entry) => take(entry, [{ title, kind, bytes }]),

    cancelExhibits(_input, { store }) {
      if (store) works.end(store);
      return null;
    },

    async openExhibit({ id }, { store }) {
      const exhibit = store?.kase.records.exhibits.get(id);
      if (!store || !exhibit) return fail({ problem: { code: 'exhibit-missing' }, file: '' });
      return openFile(ExhibitFolder.of(store), exhibit, (bytes) => showExhibit(exhibit, bytes, t));
    },

    async checkExhibits(_input, entry) {
      const { store } = entry;
      if (!store) return [];
      const folder = ExhibitFolder.of(store);
      const total = totalOf(store);
      return works.follow(store, total, (following) =>
        viewed(store, async (exhibit) => {
          following.onFile(exhibit.title);
          // What was not come to is told as it looks.
          if (following.signal?.aborted) return folder.stateOf(exhibit);
          return folder.check(exhibit, following).catch(() => folder.stateOf(exhibit));
        }),
      );
    },

    async findExhibits(_input, entry) {
      const { store } = entry;
      if (!store) return ok('cancelled');
      if (store.readOnly) return readOnly(store);
      const chosen = await dialog.showOpenDialog(entry.window, {
        title: t('menu.findExhibits'),
        properties: ['openDirectory'],
      });
      const [where] = chosen.filePaths;
      if (where === undefined) return ok('cancelled');
      const folder = ExhibitFolder.of(store);
      const exhibits = present(store.kase.records.exhibits.values());
      const found = await works.follow(store, totalOf(store), (following) =>
        findFiles(folder, exhibits, where, following),
      );
      if (found.ok) return ok({ found: found.value });
      if (found.error.code === 'cancelled') return ok('cancelled');
      return fail({ problem: found.error, file: where });
    },
  };
}

const readOnly = ({ fileName }: CaseStore) =>
  fail({ problem: { code: 'opened-read-only' as const }, file: fileName });

/** Shows a file once the very bytes that are shown are known to be those that were taken in. */
async function openFile(
  folder: ExhibitFolder,
  exhibit: Exhibit,
  show: (bytes: Uint8Array) => void,
): Promise<Result<'opened', ProblemAt<ExhibitProblem>>> {
  const file = `E${exhibit.number} ${exhibit.title}`;
  const no = (problem: ExhibitProblem) => fail({ problem, file });
  if (!canShow(exhibit)) return no({ code: 'exhibit-not-shown' });
  if ((await folder.stateOf(exhibit)) === 'missing') return no({ code: 'exhibit-missing' });
  try {
    const bytes = await folder.read(exhibit.sha256);
    if (createHash('sha256').update(bytes).digest('hex') !== exhibit.sha256)
      return no({ code: 'exhibit-altered' });
    show(bytes);
    return ok('opened');
  } catch (error) {
    return no(readProblem(error));
  }
}

async function sizeOf(sources: readonly Source[]): Promise<number> {
  const sizes = sources.map(async (source) =>
    'path' in source ? ((await stat(source.path).catch(() => null))?.size ?? 0) : source.bytes.length,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function totalOf({ kase }: CaseStore): number {
  return present<Exhibit>(kase.records.exhibits.values()).reduce((sum, { bytes }) => sum + bytes, 0);
}

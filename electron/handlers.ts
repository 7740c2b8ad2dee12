import { app, dialog, nativeTheme, shell } from 'electron';
import { mkdir } from 'node:fs/promises';
import { basename, extname, join, parse } from 'node:path';
import type { AppInfo, ProblemAt, FileProblem, SaveProblem } from '../shared/api.ts';
import type { Case } from '../shared/case/case.ts';
import { caseInfo } from '../shared/case/case.ts';
import { createCase } from '../shared/commands/create-case.ts';
import type { CommandValue } from '../shared/commands/index.ts';
import type { Translate } from '../shared/messages/translate.ts';
import { detailsOf } from '../shared/queries/details.ts';
import { documentTitles, documentView } from '../shared/queries/document-view.ts';
import { historyOf } from '../shared/queries/history.ts';
import { namesOf, overviewOf } from '../shared/queries/overview.ts';
import { rowsOf, type AllegationRow } from '../shared/queries/rows.ts';
import { trashOf } from '../shared/queries/trash.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { SAMPLES } from '../shared/samples/index.ts';
import { CaseStore, type OpenOptions } from './case-store/case-store.ts';
import { realDisk } from './case-store/disk.ts';
import { saveProblem } from './case-store/problems.ts';
import { replaceFile } from './case-store/replace-file.ts';
import type { OpenCases } from './cases.ts';
import { contextFor } from './context.ts';
import { fileNameFor, freePath, withEnding } from './file-names.ts';
import { DOCUMENT_EXTENSIONS, documentCommand } from './import-document.ts';
import type { Handlers } from './ipc.ts';
import { logFailure } from './log.ts';
import { printReport } from './print.ts';
import { reportBytes } from './report-files.ts';
import type { PreferenceStore } from './settings.ts';
import type { CaseWindow, Windows } from './windows.ts';

const CASE_EXTENSIONS = ['stet', 'json'];

/** Carries out what windows ask for. Everything that touches a file answers with a value, also when it fails. */
export function handlersFor(
  windows: Windows,
  cases: OpenCases,
  preferences: PreferenceStore,
  t: Translate,
): Handlers {
  const context = () => contextFor(preferences.settings.checker);
  const written = new Set<string>();

  const open = async (
    path: string,
    entry: CaseWindow,
    options?: OpenOptions,
  ): Promise<Result<'opened', ProblemAt<FileProblem>>> => {
    const opened = await windows.openCase(entry, path, options);
    return opened.ok ? opened : fail({ problem: opened.error, file: basename(path) });
  };

  /** Opens the case at `path` in every window that shows `store`, which closes with the last of them. */
  const reopen = async (
    store: CaseStore,
    path: string,
    options?: OpenOptions,
  ): Promise<Result<'opened', ProblemAt<FileProblem>>> => {
    const entries = windows.showing(store);
    for (const entry of entries) windows.closeCase(entry);
    for (const entry of entries) {
      const opened = await open(path, entry, options);
      if (!opened.ok) return opened;
    }
    return ok('opened');
  };

  const createAt = async (
    path: string,
    kase: Case,
    entry: CaseWindow,
  ): Promise<Result<'opened', ProblemAt<SaveProblem | FileProblem>>> => {
    const created = await CaseStore.create(path, kase);
    return created.ok ? open(path, entry) : fail({ problem: created.error, file: basename(path) });
  };

  const addDocuments = async (
    paths: readonly string[],
    store: CaseStore,
  ): Promise<Result<{ ids: string[] }, ProblemAt<FileProblem | SaveProblem>>> => {
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
  };

  return {
    appInfo: (_input, entry): AppInfo => ({
      version: app.getVersion(),
      runtime: { electron: process.versions.electron, chromium: process.versions.chrome },
      platform: process.platform as AppInfo['platform'],
      language: 'en',
      settings: preferences.settings,
      recent: [...preferences.all.recent],
      caseOpen: entry.store !== null,
    }),
    setSettings(given) {
      const { theme, checker, plainKeys } = preferences.settings;
      const next = {
        theme: given.theme ?? theme,
        checker: given.checker ?? checker,
        plainKeys: given.plainKeys ?? plainKeys,
      };
      preferences.set(next, (error) => logFailure('preferences', error));
      nativeTheme.themeSource = preferences.settings.theme;
      windows.tellAll('settings', preferences.settings);
      return preferences.settings;
    },

    async newCase({ title }, entry) {
      const chosen = await dialog.showSaveDialog(entry.window, {
        title: t('menu.newCase'),
        defaultPath: join(app.getPath('documents'), `${fileNameFor(title)}.stet`),
        filters: [{ name: t('menu.caseFiles'), extensions: ['stet'] }],
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
      return path === undefined ? ok('cancelled') : open(path, entry);
    },
    async openSample(_input, entry) {
      const [sample] = SAMPLES;
      const folder = join(app.getPath('userData'), 'samples');
      try {
        await mkdir(folder, { recursive: true });
      } catch (error) {
        return fail({ problem: saveProblem(error), file: folder });
      }
      const path = await freePath(folder, sample.fileName);
      return createAt(path, sample.build(context()), entry);
    },
    async openPath({ path }, entry) {
      const extension = extname(path).slice(1).toLowerCase();
      if (!DOCUMENT_EXTENSIONS.includes(extension)) return open(path, entry);
      if (!entry.store) return fail({ needsCase: true });
      const added = await addDocuments([path], entry.store);
      return added.ok ? ok('document-added') : added;
    },
    closeCase(_input, entry) {
      windows.closeCase(entry);
      return null;
    },
    cancelOpening(_input, entry) {
      if (entry.opening) entry.opening.abort();
      // It is open already, and its rows are on their way.
      else if (entry.rows) windows.closeCase(entry);
      return null;
    },
    takeOver(_input, entry) {
      const { store } = entry;
      if (!store) return ok('opened');
      return reopen(store, store.path, { takeOver: true });
    },
    async settleOutside({ keep }, entry) {
      const { store } = entry;
      if (!store) return ok({ kept: '' });
      const { name, ext, dir } = parse(store.path);
      const stamp = context().at.slice(0, 16).replace('T', ' ').replace(':', '');
      const whose = t(keep === 'mine' ? 'menu.versionFromDisk' : 'menu.versionFromStet');
      const aside = await freePath(dir, `${name} (${whose}, ${stamp})${ext}`);
      const kept = basename(aside);
      const settled = await (keep === 'mine' ? store.keepMine(aside) : store.giveWay(aside));
      if (!settled.ok) return fail({ problem: settled.error, file: store.fileName });
      if (keep === 'mine') return ok({ kept });
      const opened = await reopen(store, keep === 'both' ? aside : store.path);
      return opened.ok ? ok({ kept }) : opened;
    },

    loadCase(_input, entry) {
      const { store } = entry;
      if (!store) return null;
      const { key, kase, fileName, path, readOnly, savedAt, found } = store;
      entry.rows = rowsOf(kase);
      return {
        key,
        overview: overviewOf(kase),
        documents: documentTitles(kase),
        fileName,
        path,
        readOnly,
        savedAt,
        recovered: found.recovered,
        keptAside: found.problem?.kept ?? null,
        verdict: cases.verdictOf(store),
      };
    },
    moreRows(_input, entry) {
      const rows = pieceOf(entry.rows);
      if (rows.length === 0) entry.rows = null;
      // The window has all it needs: now there is time.
      if (rows.length === 0 && entry.store && !cases.verdictOf(entry.store)) void cases.verify(entry.store);
      return Buffer.from(JSON.stringify(rows));
    },
    details: ({ id }, { store }) => store && detailsOf(store.kase, id),
    document: ({ id }, { store }) => store && documentView(store.kase, id),
    names: (_input, { store }) => (store ? namesOf(store.kase) : { parties: [], sources: [] }),
    trash: (_input, { store }) => (store ? trashOf(store.kase) : []),
    history: (filter, { store }) => (store ? historyOf(store.kase, filter) : []),
    verify: (_input, { store }) => store && cases.verify(store),

    async run(command, { store }) {
      if (!store) return fail({ noCase: true });
      const done = await store.commit([command], context);
      if (!done.ok) return done;
      const created = done.value.flatMap(({ changes }) => changes.filter(({ before }) => before === null));
      return ok({ created: created.map(({ kind, id }) => ({ kind, id })) });
    },
    async importDocuments(_input, { window, store }) {
      if (!store) return ok({ ids: [] });
      const chosen = await dialog.showOpenDialog(window, {
        title: t('menu.importDocuments'),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: t('menu.textFiles'), extensions: DOCUMENT_EXTENSIONS }],
      });
      return chosen.filePaths.length === 0 ? ok({ ids: [] }) : addDocuments(chosen.filePaths, store);
    },
    async exportReport({ format, edition }, { window, store }) {
      if (!store) return ok('cancelled');
      const name = fileNameFor(`${caseInfo(store.kase).title} ${t(`report.fileNames.${edition}`)}`);
      const chosen = await dialog.showSaveDialog(window, {
        title: t('menu.exportReport'),
        defaultPath: join(app.getPath('documents'), `${name}.${format}`),
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      });
      if (chosen.canceled || !chosen.filePath) return ok('cancelled');
      const path = withEnding(chosen.filePath, format);
      const { at, by } = context();
      let bytes: Uint8Array;
      try {
        const request = { edition, language: 'en', at, by, version: app.getVersion() } as const;
        bytes = await reportBytes(store, format, request, printReport);
      } catch (error) {
        logFailure('the report could not be made', error);
        const detail = error instanceof Error ? error.message : String(error);
        return fail({ problem: { code: 'print-failed', detail }, file: basename(path) });
      }
      try {
        await replaceFile(realDisk, path, [bytes]);
      } catch (error) {
        return fail({ problem: saveProblem(error), file: basename(path) });
      }
      written.add(path);
      return ok({ path });
    },

    async openAddress({ address }, { window }) {
      const parsed = URL.canParse(address) ? new URL(address) : null;
      if (!parsed || !['https:', 'mailto:'].includes(parsed.protocol)) return 'refused';
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: t('menu.openAddress'),
        detail: parsed.href,
        buttons: [t('menu.cancel'), t('menu.openInBrowser')],
        cancelId: 0,
        defaultId: 0,
      });
      if (response !== 1) return 'cancelled';
      await shell.openExternal(parsed.href);
      return 'opened';
    },
    showFile({ path }) {
      if (written.has(path)) shell.showItemInFolder(path);
      return null;
    },
  };
}

/** Rows handed to a window at once: a few milliseconds' work. */
const PIECE = 1_000;

/** The next rows, at most PIECE of them. */
function pieceOf(rows: Iterator<AllegationRow> | null): AllegationRow[] {
  const piece: AllegationRow[] = [];
  while (rows && piece.length < PIECE) {
    const next = rows.next();
    if (next.done) break;
    piece.push(next.value);
  }
  return piece;
}

import { app, Menu, nativeTheme, session } from 'electron';
import { basename, join, resolve } from 'node:path';
import { translator } from '../shared/messages/translate.ts';
import { declareScheme, serve } from './app-protocol.ts';
import { asksForVerb, ownArguments } from './arguments.ts';
import { OpenCases } from './cases.ts';
import { runVerbInElectron } from './cli/in-electron.ts';
import { Backups } from './backups.ts';
import { contextFor } from './context.ts';
import { handlersFor } from './handlers/index.ts';
import { asidePath, openIn } from './handlers/opening.ts';
import type { World } from './handlers/world.ts';
import { caseInfo } from '../shared/case/case.ts';
import { answerWindows } from './ipc.ts';
import { LongWork } from './exhibits/long-work.ts';
import { logFailure, startLog } from './log.ts';
import { buildMenu } from './menu.ts';
import { parseFile } from './parsing/parse.ts';
import { WindowReports } from './report/window-reports.ts';
import { debuggingSwitch, lockContents, lockResolver, lockSession } from './security.ts';
import { PreferenceStore } from './settings.ts';
import { vaultFolderIn } from './vault-file.ts';
import { Vaults } from './vault.ts';
import { Windows, type CaseWindow } from './windows.ts';

/** A table of contents: what happens from the start of the process to the first window. */

const own = ownArguments(process.argv, app.isPackaged);
const devServer = app.isPackaged ? null : (process.env['STET_DEV_SERVER'] ?? null);
const dataFolder = app.commandLine.getSwitchValue('user-data-dir');
if (dataFolder !== '') app.setPath('userData', dataFolder);

declareScheme();
lockResolver(devServer);
const refused = app.isPackaged ? debuggingSwitch() : undefined;
if (refused !== undefined) {
  process.stderr.write(`stet: a released Stet does not start with --${refused}\n`);
  app.exit(2);
} else if (asksForVerb(own)) {
  void runVerbInElectron(own);
} else if (app.requestSingleInstanceLock({ own, folder: process.cwd() })) {
  startLog();
  lockContents(devServer);
  void app.whenReady().then(startWindows);
} else {
  // Another Stet of this person is running; it has been told what to open.
  app.exit(0);
}

function startWindows(): void {
  const t = translator('en');
  const preferences = PreferenceStore.open(join(app.getPath('userData'), 'preferences.json'));
  const cases = new OpenCases();
  const backups = new Backups(join(app.getPath('userData'), 'backups'));
  const vaults = new Vaults(vaultFolderIn(app.getPath('userData')));
  const windows = new Windows(preferences, cases, devServer, t);
  cases.troubled = (store, problem) => {
    for (const entry of windows.showing(store)) {
      if (problem.code === 'changed-on-disk') void windows.lookOutside(entry);
      else windows.tell(entry, 'problem', { problem, file: store.fileName });
    }
  };
  cases.sound = (store) => {
    void backups.keep(store.path, caseInfo(store.kase), new Date()).then((kept) => {
      if (!kept.ok) logFailure(`no backup could be made (${kept.error.code})`, null);
    });
  };
  cases.stirred = (store) => {
    for (const entry of windows.showing(store)) {
      void windows.lookOutside(entry);
      void windows.lookBeside(entry);
    }
  };
  cases.verified = (store, verdict) => {
    for (const entry of windows.showing(store)) windows.tell(entry, 'verified', verdict);
  };
  nativeTheme.themeSource = preferences.settings.theme;
  lockSession(session.defaultSession, devServer);

  const reports = new WindowReports((entry, notice) => windows.tell(entry, 'reportProgress', notice));
  serve(session.defaultSession, join(import.meta.dirname, '../renderer'), (address) =>
    reports.pageAt(address),
  );

  cases.asideFor = (store) => asidePath(world, store.path, 'versionFromStet');
  cases.keptBeside = (path) => windows.tellAll('keptBeside', { file: basename(path) });

  const works = new LongWork((store, progress) => {
    const shown = windows.showing(store);
    for (const entry of shown) windows.tell(entry, 'exhibitProgress', progress);
    return shown.length;
  });
  const context = () => contextFor(preferences.settings.checker);
  const written = new Set<string>();
  const world: World = {
    windows,
    cases,
    backups,
    vaults,
    works,
    reports,
    parse: parseFile,
    preferences,
    t,
    context,
    written,
  };
  const handlers = handlersFor(world);
  answerWindows(windows, handlers, devServer);

  const openPath = async (path: string, entry: CaseWindow): Promise<void> => {
    const opened = await openIn(world, entry, path);
    if (!opened.ok) windows.tell(entry, 'problem', opened.error);
  };
  const openOutside = (path: string): void => {
    const free = windows.focused();
    const entry = free && !free.store ? free : windows.create();
    void openPath(path, entry);
    entry.window.focus();
  };

  const rebuildMenu = (): void => {
    const actions = {
      newWindow: () => void windows.create(),
      openCase: (entry: CaseWindow) => void handlers.openCase(undefined, entry),
      openPath: (path: string, entry: CaseWindow) => void openPath(path, entry),
      openSample: (id: string, entry: CaseWindow) => void handlers.openSample({ id }, entry),
      closeCase: (entry: CaseWindow) => void handlers.closeCase(undefined, entry),
    };
    Menu.setApplicationMenu(buildMenu(windows, preferences, actions, t));
  };
  // Every change may rename what “Undo” undoes; building the menu takes longer than a change does.
  let building: NodeJS.Timeout | undefined;
  windows.changed = () => {
    building ??= setTimeout(() => {
      building = undefined;
      rebuildMenu();
    }, 100);
  };

  app.on('second-instance', (_event, _argv, folder, data) => {
    const { own: asked } = data as { own: string[] };
    const path = asked[0];
    if (path !== undefined) openOutside(resolve(folder, path));
    else windows.create().window.focus();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openOutside(path);
  });
  app.on('activate', () => {
    if (!windows.focused()) windows.create();
  });
  app.on('window-all-closed', () => app.quit());
  let settled = false;
  app.on('will-quit', (event) => {
    if (settled) return;
    // The last cases are still being written into their files.
    event.preventDefault();
    void Promise.allSettled([cases.settled(), vaults.settled(), preferences.settled()]).then(() => {
      // When all was written already, this is still inside the event, and Electron ignores who quits while it is
      // quitting: the app would stay, without a window.
      setImmediate(() => {
        settled = true;
        app.quit();
      });
    });
  });

  windows.create();
  rebuildMenu();
  if (own[0] !== undefined) openOutside(own[0]);
}

import { BrowserWindow, dialog, screen, type WebContents } from 'electron';
import { basename, join, resolve } from 'node:path';
import type { Notice, Notices } from '../shared/api.ts';
import type { FileProblem } from '../shared/problems.ts';
import type { Translate } from '../shared/messages/translate.ts';
import type { AllegationRow } from '../shared/queries/rows.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { caseInfo } from '../shared/case/case.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import type { CaseStore, OpenOptions } from './case-store/case-store.ts';
import { conflictedCopies } from './conflicted-copies.ts';
import type { OpenCases } from './cases.ts';
import { logFailure } from './log.ts';
import type { PreferenceStore } from './settings.ts';

/** A window and the case that is open in it, if any. */
export interface CaseWindow {
  readonly window: BrowserWindow;
  store: CaseStore | null;
  /** Ends the subscription to the store. */
  leave: () => void;
  /** The rows that were not handed to the window yet. */
  rows: Iterator<AllegationRow> | null;
  /** The case that is being opened in it. */
  opening: AbortController | null;
  /** What the window was told before it could hear; null when it hears. */
  untold: (() => void)[] | null;
  /** Told when the window saved what was being written. */
  settled: () => void;
  /** What the window was last asked to decide about a file changed from outside; null when nothing is to be decided. */
  askedOutside: string | null;
  /** A file that could not be opened in it, and the backup that could be put in its place. */
  damaged: { path: string; caseId: string; backup: string } | null;
}

/** A window that does not answer by then has none to give; in milliseconds. */
const LONGEST_SETTLING = 2_000;
/** What is over by then needs no word about its progress; in milliseconds. */
const PATIENCE = 300;

/** All windows, and which case each shows. */
export class Windows {
  private readonly all = new Map<number, CaseWindow>();
  /** Called when what menus show may have changed. */
  changed: () => void = () => {};

  constructor(
    private readonly preferences: PreferenceStore,
    private readonly cases: OpenCases,
    private readonly devServer: string | null,
    private readonly t: Translate,
  ) {}

  /** Opens a window without a case. It shows itself when it has something to show. */
  create(): CaseWindow {
    const { window: last, zoom } = this.preferences.all;
    const place = last && isOnScreen(last) ? last : { width: 1280, height: 840 };
    const window = new BrowserWindow({
      ...place,
      minWidth: 480,
      minHeight: 400,
      show: false,
      title: 'Stet',
      backgroundColor: '#fbfaf7',
      webPreferences: {
        preload: join(import.meta.dirname, 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        zoomFactor: zoom,
        navigateOnDragDrop: false,
        devTools: this.devServer !== null,
      },
    });
    const entry: CaseWindow = {
      window,
      store: null,
      leave: () => {},
      rows: null,
      opening: null,
      askedOutside: null,
      damaged: null,
      untold: [],
      settled: () => {},
    };
    const id = window.webContents.id;
    this.all.set(id, entry);
    if (last?.maximized) window.maximize();
    // A page that is loaded anew hears nothing before it says so.
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) entry.untold ??= [];
    });
    window.once('ready-to-show', () => window.show());
    window.on('focus', () => {
      this.changed();
      void this.lookOutside(entry);
    });
    window.on('close', () => this.rememberPlace(window));
    // The page has words in a form that are not saved (renderer/App.tsx): the person decides.
    window.webContents.on('will-prevent-unload', (event) => {
      if (this.mayLoseDrafts(window)) event.preventDefault();
    });
    window.on('closed', () => {
      this.all.delete(id);
      entry.opening?.abort();
      this.put(entry, null);
    });
    window.loadURL(this.devServer ?? `${APP_ORIGIN}/index.html`).catch((error: unknown) => {
      logFailure('the window could not be loaded', error);
    });
    return entry;
  }

  private mayLoseDrafts(window: BrowserWindow): boolean {
    const { t } = this;
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: t('menu.unsaved'),
      buttons: [t('menu.stay'), t('menu.closeAnyway')],
      cancelId: 0,
      defaultId: 0,
    });
    return answer === 1;
  }

  private rememberPlace(window: BrowserWindow): void {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    this.preferences.set({ window: place, zoom: window.webContents.getZoomFactor() }, (error) =>
      logFailure('preferences', error),
    );
  }

  of(contents: WebContents): CaseWindow | undefined {
    return this.all.get(contents.id);
  }

  /** The window in front, or the only one there is. */
  focused(): CaseWindow | undefined {
    const front = BrowserWindow.getFocusedWindow();
    return (front && this.of(front.webContents)) ?? this.all.values().next().value;
  }

  /** The open case of that key. */
  storeOf(key: string | null): CaseStore | null {
    return [...this.all.values()].find(({ store }) => store?.key === key)?.store ?? null;
  }

  /**
   * Opens the case at `path` in a window, in the place of the one it shows. On failure, or when the person ends it, the
   * window is as it was.
   */
  async openCase(
    entry: CaseWindow,
    path: string,
    options?: OpenOptions,
  ): Promise<Result<'opened', FileProblem>> {
    entry.opening?.abort();
    const opening = new AbortController();
    entry.opening = opening;
    const file = basename(path);
    const began = performance.now();
    const reading = {
      signal: opening.signal,
      onProgress: (share: number) => {
        if (performance.now() - began > PATIENCE) this.tell(entry, 'opening', { file, share });
      },
    };
    const opened = await this.cases.acquire(resolve(path), { ...options, reading });
    if (entry.opening === opening) entry.opening = null;
    if (!opened.ok) return opened;
    const store = opened.value;
    if (opening.signal.aborted || entry.window.isDestroyed()) {
      await this.cases.release(store);
      return fail({ code: 'cancelled' });
    }
    await this.settle(entry);
    this.put(entry, store);
    if (store.readOnly?.code === 'earlier-version') return ok('opened');
    const { title } = caseInfo(store.kase);
    const recent = { path: store.path, title, openedAt: new Date().toISOString() };
    this.preferences.remember(recent, (error) => logFailure('preferences', error));
    return ok('opened');
  }

  /**
   * Asks whether something else changed the case's file, and tells the window if so: the person decides. What a window
   * was told already it is told `again` only when that stands in the way of what somebody wants to do.
   */
  async lookOutside(entry: CaseWindow, again = false): Promise<void> {
    const { store } = entry;
    if (!store) return;
    if (!(await store.changedOutside())) {
      entry.askedOutside = null;
      if (store.stoodAside === null) return;
      await store.standDown();
      for (const each of this.showing(store)) this.tell(each, 'outsideOver', { file: store.fileName });
      return;
    }
    // Whenever a person decides, and whatever happens until then: this version is safe.
    const safe = await store.standAside(() => this.cases.asideFor(store));
    if (entry.store !== store) return;
    if (!safe.ok) {
      this.tell(entry, 'problem', { problem: safe.error, file: store.fileName });
      // There is nothing to decide about a file on a drive that is not there.
      if (safe.error.code === 'folder-gone' || safe.error.code === 'lock-lost') return;
    }
    const kept = store.stoodAside === null ? null : basename(store.stoodAside);
    const question = { file: store.fileName, gone: await store.isGone(), kept };
    // Putting this version aside stirs the folder, too: a person who will decide later is not asked the same at once.
    const asked = JSON.stringify(question);
    if (asked === entry.askedOutside && !again) return;
    entry.askedOutside = asked;
    this.tell(entry, 'changedOutside', question);
  }

  /** Tells a window which copies of its case a sync program left beside it. */
  async lookBeside(entry: CaseWindow): Promise<void> {
    const { store } = entry;
    if (!store) return;
    const copies = await conflictedCopies(store.path, caseInfo(store.kase).id);
    if (entry.store === store) this.tell(entry, 'copies', { copies });
  }

  /** The windows that show a case. */
  showing(store: CaseStore): CaseWindow[] {
    return [...this.all.values()].filter((entry) => entry.store === store);
  }

  /** Takes the case out of a window, when what is being written there is saved. */
  async closeCase(entry: CaseWindow): Promise<void> {
    await this.settle(entry);
    this.put(entry, null);
  }

  /** Has a window save what is being written in a field, and waits for it; not for ever, should it be unable to. */
  async settle(entry: CaseWindow): Promise<void> {
    if (!entry.store || entry.store.readOnly || entry.window.isDestroyed()) return;
    await new Promise<void>((resolve) => {
      const tired = setTimeout(resolve, LONGEST_SETTLING);
      entry.settled = () => {
        clearTimeout(tired);
        resolve();
      };
      this.tell(entry, 'leaving', {});
    });
    entry.settled = () => {};
  }

  private put(entry: CaseWindow, store: CaseStore | null): void {
    entry.askedOutside = null;
    const before = entry.store;
    entry.leave();
    entry.store = store;
    entry.rows = null;
    entry.leave = store
      ? store.subscribe((change) => {
          this.tell(entry, 'changed', change);
          this.retitle(entry);
        })
      : () => {};
    if (before) this.cases.release(before).catch((error: unknown) => logFailure('closing a case', error));
    this.tell(entry, 'opened', { opened: store !== null });
    this.retitle(entry);
  }

  private retitle(entry: CaseWindow): void {
    const { store, window } = entry;
    if (!window.isDestroyed())
      window.setTitle(store ? `${caseInfo(store.kase).title} · ${store.fileName}` : 'Stet');
    this.changed();
  }

  tell<N extends Notice>(entry: CaseWindow, notice: N, data: Notices[N]): void {
    const send = (): void => {
      if (!entry.window.isDestroyed()) entry.window.webContents.send(`stet:notice:${notice}`, data);
    };
    if (entry.untold) entry.untold.push(send);
    else send();
  }

  /** The page of a window hears: what it was told while it was loading is told now, in order. */
  listens(entry: CaseWindow): void {
    const { untold } = entry;
    entry.untold = null;
    for (const send of untold ?? []) send();
  }

  tellAll<N extends Notice>(notice: N, data: Notices[N]): void {
    for (const entry of this.all.values()) this.tell(entry, notice, data);
  }
}

/** Whether a remembered place can still be seen: screens come and go. */
function isOnScreen(place: { x: number; y: number; width: number; height: number }): boolean {
  const { workArea } = screen.getDisplayMatching(place);
  return (
    place.x < workArea.x + workArea.width - 50 &&
    place.x + place.width > workArea.x + 50 &&
    place.y >= workArea.y - 10 &&
    place.y < workArea.y + workArea.height - 50
  );
}

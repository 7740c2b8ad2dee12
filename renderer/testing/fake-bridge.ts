import type { Bridge, Input, Notice, Notices } from '../../shared/api.ts';
import type { LoadedCase, RecentCase, Settings } from '../../shared/answers.ts';
import type { OpenedReadOnly } from '../../shared/problems.ts';
import { createCase } from '../../shared/commands/create-case.ts';
import { decide } from '../../shared/commands/index.ts';
import type { Case } from '../../shared/case/case.ts';
import { apply } from '../../shared/events/apply.ts';
import type { Context } from '../../shared/events/event.ts';
import { seal } from '../../shared/events/seal.ts';
import { changeOf } from '../../shared/queries/change.ts';
import { anchorCandidates } from '../../shared/queries/anchor-candidates.ts';
import { detailsOf } from '../../shared/queries/details.ts';
import { changedText } from '../../shared/queries/changed-text.ts';
import { documentTitles, documentView } from '../../shared/queries/document-view.ts';
import { exhibitRows } from '../../shared/queries/exhibits.ts';
import { historyOf } from '../../shared/queries/history.ts';
import { openPoints } from '../../shared/queries/open-points.ts';
import { originGraph } from '../../shared/queries/origin-graph.ts';
import { namesOf, overviewOf } from '../../shared/queries/overview.ts';
import { rowsOf } from '../../shared/queries/rows.ts';
import { reportStateOf } from '../../shared/queries/report-state.ts';
import { sourceDetails, sourceRows } from '../../shared/queries/sources-view.ts';
import { trashOf } from '../../shared/queries/trash.ts';

/** A main process for tests of the interface: the real domain in memory, no files. */
export interface FakeBridge extends Bridge {
  kase: Case;
  /** Set to have the case open for reading only. */
  readOnly: OpenedReadOnly | null;
  /** Every command the window asked for, in order. */
  asked: Input<'run'>[];
  /** Makes every command wait, as a slow disk would, until the answered function is called. */
  hold: () => () => void;
  /** Makes the next save fail as a full disk would. */
  failNextSave: () => void;
  tell: <N extends Notice>(notice: N, data: Notices[N]) => void;
}

/** A context with a fixed start and ids that count, so that tests are repeatable. */
export function fakeContext(): Context {
  let count = 0;
  return {
    at: '2026-11-23T14:02:00.000Z',
    by: 'M. K.',
    newId: () => `0193-fake-${String(++count).padStart(6, '0')}`,
  };
}

/** What the world outside the window is like; each has a usual value. */
export interface FakeWorld {
  title?: string;
  /** Whether the window has the case open. */
  open?: boolean;
  recent?: RecentCase[];
  platform?: 'linux' | 'darwin' | 'win32';
  settings?: Partial<Settings>;
}

export function fakeBridge(world: FakeWorld = {}): FakeBridge {
  const { title = 'Foreign fighters', open = true, recent = [], platform = 'linux' } = world;
  const context = fakeContext();
  const listeners = new Map<Notice, Set<(data: never) => void>>();
  let failing = false;
  let rows = rowsOf(createCase({ title }, context));
  let held = Promise.resolve();
  let names: Input<'setProtectedNames'> = { protectedNames: [], allowed: [] };
  let settings: Settings = { theme: 'system', checker: '', plainKeys: true, ...world.settings };
  const tell: FakeBridge['tell'] = (notice, data) => {
    for (const listener of listeners.get(notice) ?? []) listener(data as never);
  };
  const opened = async () => {
    tell('opened', { opened: true });
    return { ok: true, value: 'opened' } as const;
  };
  const bridge: FakeBridge = {
    kase: createCase({ title }, context),
    readOnly: null,
    asked: [],
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
    failNextSave: () => void (failing = true),
    tell,
    on: (notice, listener) => {
      const set = listeners.get(notice) ?? new Set();
      listeners.set(notice, set.add(listener as (data: never) => void));
      return () => void set.delete(listener as (data: never) => void);
    },
    pathOf: (file) => `/dropped/${(file as { name: string }).name}`,
    appInfo: async () => ({
      version: '0.0.0',
      runtime: { electron: '0', chromium: '0' },
      platform,
      language: 'en',
      settings,
      recent,
      caseOpen: open,
    }),
    listening: async () => null,
    setSettings: async (next) => {
      settings = { ...settings, ...next } as Settings;
      tell('settings', settings);
      return settings;
    },
    newCase: opened,
    openCase: opened,
    openSample: opened,
    openPath: opened,
    closeCase: async () => null,
    takeOver: opened,
    settleOutside: async () => ({ ok: true, value: { kept: '' } }),
    settled: async () => null,
    cancelOpening: async () => null,
    saveAs: opened,
    duplicate: opened,
    backups: async () => [],
    showBackup: opened,
    restoreBackup: async () => ({ ok: true, value: { kept: '' } }),
    openBackup: async () => ({ ok: true, value: { kept: null } }),
    loadCase: async (): Promise<LoadedCase> => {
      rows = rowsOf(bridge.kase);
      return {
        key: 'key',
        overview: overviewOf(bridge.kase),
        documents: documentTitles(bridge.kase),
        fileName: `${title}.stet`,
        path: `/cases/${title}.stet`,
        readOnly: bridge.readOnly,
        savedAt: context.at,
        recovered: 0,
        keptAside: null,
        migrated: null,
        copies: [],
        verdict: null,
      };
    },
    // Two at a time, so that there is more than one piece.
    moreRows: async () => {
      const piece = [rows.next(), rows.next()].flatMap(({ done, value }) => (done ? [] : [value]));
      return new TextEncoder().encode(JSON.stringify(piece));
    },
    details: async ({ id }) => detailsOf(bridge.kase, id),
    document: async ({ id }) => documentView(bridge.kase, id),
    names: async () => namesOf(bridge.kase),
    trash: async () => trashOf(bridge.kase),
    sources: async () => sourceRows(bridge.kase),
    source: async ({ id }) => sourceDetails(bridge.kase, id),
    originGraph: async ({ allegationId }) => originGraph(bridge.kase, allegationId),
    openPoints: async () => openPoints(bridge.kase, context.at),
    changedText: async ({ id }) => changedText(bridge.kase, id),
    saveChangedText: async () => ({ ok: true, value: 'cancelled' }),
    identity: async () => ({ ok: true, value: null }),
    keepIdentity: async () => ({ ok: true, value: null }),
    eraseIdentity: async () => ({ ok: true, value: null }),
    protectedNames: async () => ({ ok: true, value: names }),
    setProtectedNames: async (given) => {
      names = given;
      return { ok: true, value: null };
    },
    exhibits: async () => exhibitRows(bridge.kase).map((row) => ({ ...row, file: 'there' })),
    addExhibits: async () => ({ ok: true, value: 'cancelled' }),
    addExhibitFiles: async () => ({ ok: true, value: 'cancelled' }),
    pasteExhibit: async () => ({ ok: true, value: 'cancelled' }),
    cancelExhibits: async () => null,
    openExhibit: opened,
    checkExhibits: async () => exhibitRows(bridge.kase).map((row) => ({ ...row, file: 'there' })),
    findExhibits: async () => ({ ok: true, value: { found: 0 } }),
    history: async (filter) => historyOf(bridge.kase, filter),
    verify: async () => {
      const { history, heads } = bridge.kase;
      const verdict = { fault: null, events: history.length, head: heads[0] ?? '', exhibits: null };
      tell('verified', verdict);
      return verdict;
    },
    run: async (command) => {
      bridge.asked.push(command);
      await held;
      if (bridge.readOnly) return { ok: false, error: { save: { code: 'opened-read-only' } } };
      const decision = decide(bridge.kase, command, context);
      if (!decision.ok) return { ok: false, error: { refusal: decision.error } };
      if (failing) {
        failing = false;
        return { ok: false, error: { save: { code: 'disk-full' } } };
      }
      const event = seal(decision.value, bridge.kase.heads, context);
      apply(bridge.kase, event);
      tell('changed', { ...changeOf(bridge.kase, event), savedAt: context.at });
      const created = event.changes.filter((change) => change.before === null);
      return { ok: true, value: { created: created.map(({ kind, id }) => ({ kind, id })) } };
    },
    importDocuments: async () => ({ ok: true, value: { ids: [] } }),
    pasteDocument: async () => ({ ok: true, value: { ids: [] } }),
    anchorCandidates: async ({ kind, id }) => anchorCandidates(bridge.kase, kind, id),
    reportState: async ({ refs, language }) => reportStateOf(bridge.kase, context.at, refs, language),
    exportReport: async () => ({ ok: true, value: 'cancelled' }),
    cancelReport: async () => null,
    preparePreview: async () => ({ ok: true, value: { address: 'stet://report/preview' } }),
    printReport: async () => ({ ok: true, value: 'cancelled' }),
    verifyReport: async () => ({ ok: true, value: 'cancelled' }),
    signReport: async () => ({ ok: true, value: 'cancelled' }),
    cancelSigning: async () => null,
    exportDocument: async () => ({ ok: true, value: 'cancelled' }),
    openAddress: async () => 'cancelled',
    showFile: async () => null,
  };
  return bridge;
}

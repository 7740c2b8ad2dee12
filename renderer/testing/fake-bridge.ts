import type { Bridge, LoadedCase, Notice, Notices } from '../../shared/api.ts';
import { createCase } from '../../shared/commands/create-case.ts';
import { decide } from '../../shared/commands/index.ts';
import type { Case } from '../../shared/case/case.ts';
import { apply } from '../../shared/events/apply.ts';
import type { Context } from '../../shared/events/event.ts';
import { seal } from '../../shared/events/seal.ts';
import { changeOf } from '../../shared/queries/change.ts';
import { detailsOf } from '../../shared/queries/details.ts';
import { documentView } from '../../shared/queries/document-view.ts';
import { historyOf } from '../../shared/queries/history.ts';
import { namesOf, overviewOf } from '../../shared/queries/overview.ts';
import { rowsOf } from '../../shared/queries/rows.ts';
import { trashOf } from '../../shared/queries/trash.ts';

/** A main process for tests of the interface: the real domain in memory, no files. */
export interface FakeBridge extends Bridge {
  kase: Case;
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

export function fakeBridge(title = 'Foreign fighters', open = true): FakeBridge {
  const context = fakeContext();
  const listeners = new Map<Notice, Set<(data: never) => void>>();
  let failing = false;
  let settings = { theme: 'system' as const, checker: '', plainKeys: true } as Awaited<
    ReturnType<Bridge['setSettings']>
  >;
  const tell: FakeBridge['tell'] = (notice, data) => {
    for (const listener of listeners.get(notice) ?? []) listener(data as never);
  };
  const opened = async () => {
    tell('opened', { opened: true });
    return { ok: true, value: 'opened' } as const;
  };
  const bridge: FakeBridge = {
    kase: createCase({ title }, context),
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
      platform: 'linux',
      language: 'en',
      settings,
      recent: [],
      caseOpen: open,
    }),
    setSettings: async (next) => (settings = { ...settings, ...next } as typeof settings),
    newCase: opened,
    openCase: opened,
    openSample: opened,
    openPath: opened,
    closeCase: async () => null,
    loadCase: async (): Promise<LoadedCase> => ({
      overview: overviewOf(bridge.kase),
      rows: rowsOf(bridge.kase),
      fileName: `${title}.stet`,
      path: `/cases/${title}.stet`,
      readOnly: null,
      savedAt: context.at,
    }),
    details: async ({ id }) => detailsOf(bridge.kase, id),
    document: async ({ id }) => documentView(bridge.kase, id),
    names: async () => namesOf(bridge.kase),
    trash: async () => trashOf(bridge.kase),
    history: async (filter) => historyOf(bridge.kase, filter),
    verify: async () => ({
      fault: null,
      events: bridge.kase.history.length,
      head: bridge.kase.heads[0] ?? '',
    }),
    run: async (command) => {
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
    exportReport: async () => ({ ok: true, value: 'cancelled' }),
    openAddress: async () => 'cancelled',
    showFile: async () => null,
  };
  return bridge;
}

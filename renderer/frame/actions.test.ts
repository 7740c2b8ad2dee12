import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenedReadOnly } from '../../shared/problems.ts';
import { en } from '../../shared/messages/en/index.ts';
import { fakeBridge, type FakeBridge, type FakeWorld } from '../testing/fake-bridge.ts';
import { connectWindow, recorded, type TestWindow } from '../testing/open-window.tsx';
import type * as Actions from './actions.ts';

type Opened = TestWindow & { bridge: FakeBridge; actions: typeof Actions; ids: string[] };

/** A window on a case with three allegations, none selected. */
async function windowWith(world: FakeWorld = {}, readOnly: OpenedReadOnly | null = null): Promise<Opened> {
  const bridge = fakeBridge(world);
  const ids: string[] = [];
  for (const each of ['One.', 'Two.', 'Three.']) ids.push(await recorded(bridge, each));
  bridge.readOnly = readOnly;
  const opened = await connectWindow(bridge);
  bridge.asked = [];
  return { ...opened, bridge, ids, actions: await import('./actions.ts') };
}

const offered = ({ actions }: Opened): string[] =>
  actions.ACTIONS.filter(({ when }) => when()).map(({ id }) => id);

describe('the list of actions', () => {
  let all: readonly Actions.Action[];
  beforeAll(async () => {
    all = (await windowWith({ open: false })).actions.ACTIONS;
  });

  it('has words for every action, and an action for all words', () => {
    expect(all.map(({ id }) => id).toSorted()).toEqual(Object.keys(en.menu.actions).toSorted());
  });

  it('has every id and every key once', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = all.flatMap((action) => action.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has every key as it is heard: modifiers in order, letters in capitals', () => {
    const keys = all.flatMap((action) => action.keys ?? []);
    const heard = /^(Mod\+)?(Shift\+)?([A-Z0-9/,]|F\d+|Delete)$/u;
    expect(keys.filter((key) => !heard.test(key))).toEqual([]);
  });
});

describe('what is offered', () => {
  it('without a case: only ways in, and what is about Stet itself', async () => {
    expect(offered(await windowWith({ open: false }))).toEqual([
      'new-case',
      'open-case',
      'open-sample',
      'open-worked-example',
      'palette',
      'shortcuts',
      'settings',
      'about',
    ]);
  });

  it('in a case: what acts on an allegation only while one is selected', async () => {
    const opened = await windowWith();
    const onSelected = ['edit-allegation', 'move', 'add-evidence', 'add-response', 'remove-allegation'];
    expect(offered(opened).filter((id) => onSelected.includes(id))).toEqual([]);
    opened.store.select(opened.ids[0] ?? null);
    expect(offered(opened).filter((id) => onSelected.includes(id))).toEqual(onSelected);
  });

  it('undo and redo only while there is something to take back or bring back', async () => {
    const opened = await windowWith();
    const reversals = (): string[] => offered(opened).filter((id) => id === 'undo' || id === 'redo');
    expect(reversals()).toEqual(['undo']);
    await opened.store.run({ type: 'undo' });
    expect(reversals()).toEqual(['undo', 'redo']);
    await opened.store.run({ type: 'undo' });
    await opened.store.run({ type: 'undo' });
    expect(reversals()).toEqual(['redo']);
  });

  it('in a case for reading only: nothing that changes it', async () => {
    const opened = await windowWith({}, { code: 'asked' });
    opened.store.select(opened.ids[0] ?? null);
    const changing = ['add-document', 'rename-case', 'new-allegation', 'edit-allegation', 'move'];
    changing.push('add-evidence', 'add-response', 'remove-allegation');
    expect(offered(opened).filter((id) => changing.includes(id))).toEqual([]);
    expect(offered(opened)).toEqual(
      expect.arrayContaining(['trash', 'verify', 'view-board', 'next-allegation']),
    );
  });

  it('in a case for reading only: no undo', async () => {
    expect(offered(await windowWith({}, { code: 'asked' }))).not.toContain('undo');
  });

  it('an action that makes no sense now is not carried out', async () => {
    const { actions, ui, t } = await windowWith({ open: false });
    expect(actions.act('add-document', t)).toBe(false);
    expect(actions.act('no-such-action', t)).toBe(false);
    expect(ui.useUi.getState().dialog).toBeNull();
    expect(actions.act('settings', t)).toBe(true);
    expect(ui.useUi.getState().dialog).toBe('settings');
  });
});

describe('what actions do', () => {
  it('next and previous go through the allegations and stop at the ends', async () => {
    const { actions, store, ids, t } = await windowWith();
    const after = (id: string): string | null => {
      actions.act(id, t);
      return store.useWindow.getState().selectedId;
    };
    expect(after('next-allegation')).toBe(ids[0]);
    expect(after('next-allegation')).toBe(ids[1]);
    expect(after('next-allegation')).toBe(ids[2]);
    expect(after('next-allegation')).toBe(ids[2]);
    expect(after('previous-allegation')).toBe(ids[1]);
    store.select(null);
    expect(after('previous-allegation')).toBe(ids[2]);
  });

  it('forms are opened on the selected allegation', async () => {
    const { actions, store, ui, ids, t } = await windowWith();
    const [id = ''] = ids;
    store.select(id);
    actions.act('add-response', t);
    expect(ui.useUi.getState().form).toEqual({ kind: 'response', id, itemId: null });
    actions.act('move', t);
    expect(ui.useUi.getState().form).toEqual({ kind: 'move', id, to: null });
  });

  it('recording without a selection says what is needed first, with one it records', async () => {
    const { actions, ui, t } = await windowWith();
    actions.act('new-allegation', t);
    expect(ui.useUi.getState().problem).toBe(t('frame.selectFirst'));
    let recordings = 0;
    ui.useUi.setState({ problem: null, recordSelection: () => void recordings++ });
    actions.act('new-allegation', t);
    expect([recordings, ui.useUi.getState().problem]).toEqual([1, null]);
  });

  it('removing asks main, and a failure is told', async () => {
    const { actions, store, ui, bridge, ids, t } = await windowWith();
    store.select(ids[1] ?? null);
    bridge.failNextSave();
    actions.act('remove-allegation', t);
    await expect.poll(() => ui.useUi.getState().problem).toBe(t('problems.disk-full'));
    expect(store.useWindow.getState().rows.size).toBe(3);
    actions.act('remove-allegation', t);
    await expect.poll(() => store.useWindow.getState().rows.size).toBe(2);
    await expect.poll(() => ui.useUi.getState().problem).toBeNull();
    expect(bridge.asked).toEqual(Array(2).fill({ type: 'remove', kind: 'allegations', id: ids[1] }));
  });

  it('verifying shows the history and asks for it', async () => {
    const { actions, store, ui, t } = await windowWith();
    actions.act('verify', t);
    expect(store.useWindow.getState().view).toBe('history');
    expect(ui.useUi.getState().verifyAsked).toBe(true);
  });
});

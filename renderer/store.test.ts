import { beforeEach, describe, expect, it } from 'vitest';
import type { AppInfo } from '../shared/answers.ts';
import type { OpenedReadOnly } from '../shared/problems.ts';
import type { Overview } from '../shared/queries/overview.ts';
import { fakeBridge, type FakeBridge, type FakeWorld } from './testing/fake-bridge.ts';
import { connectWindow, made, recorded, type TestWindow } from './testing/open-window.tsx';

type Store = TestWindow['store'];

let bridge: FakeBridge;
let store: Store;
let disconnect: () => void;
let first: string;
let second: string;

const state = () => store.useWindow.getState();
const statements = (): string[] => [...state().rows.values()].map(({ statement }) => statement);

async function connectTo(world: FakeWorld = {}, readOnly: OpenedReadOnly | null = null): Promise<void> {
  bridge = fakeBridge(world);
  first = await recorded(bridge, 'The mill burned.');
  second = await recorded(bridge, 'Nobody was hurt.');
  bridge.readOnly = readOnly;
  ({ store, disconnect } = await connectWindow(bridge));
}

beforeEach(() => connectTo());

describe('what the window knows', () => {
  it('is the rows, not the whole case', () => {
    expect(statements()).toEqual(['The mill burned.', 'Nobody was hurt.']);
    expect(state().overview?.counts.unverified).toBe(2);
    expect(state().save).toEqual({ kind: 'saved', at: '2026-11-23T14:02:00.000Z' });
    expect(state().loaded).toMatchObject({ fileName: 'Foreign fighters.stet', readOnly: null });
  });

  it('is nothing while no case is open', async () => {
    await connectTo({ open: false });
    expect(state().app?.caseOpen).toBe(false);
    expect(state().overview).toBeNull();
    expect(state().rows.size).toBe(0);
  });

  it('ends when the case is closed, and begins anew when one is opened', async () => {
    store.select(first);
    store.show('history');
    bridge.tell('opened', { opened: false });
    await expect.poll(() => state().overview).toBeNull();
    expect([state().rows.size, state().selectedId]).toEqual([0, null]);
    bridge.tell('opened', { opened: true });
    await expect.poll(() => state().rows.size).toBe(2);
    expect([state().view, state().revision, state().selectedId]).toEqual(['document', 0, null]);
  });

  it('shows the document that was added last when a case is opened', async () => {
    const text = { type: 'add-document', title: null, format: 'text', fileName: null } as const;
    await made(bridge, 'documents', { ...text, text: 'The first.' });
    const last = await made(bridge, 'documents', { ...text, text: 'The second.' });
    ({ store } = await connectWindow(bridge));
    expect(state().documentId).toBe(last);
  });

  it('hears of settings', async () => {
    await bridge.setSettings({ plainKeys: false });
    expect((state().app as AppInfo).settings.plainKeys).toBe(false);
  });

  it('hears nothing any more once it is disconnected', async () => {
    disconnect();
    await bridge.run({ type: 'edit-allegation', id: first, serious: true });
    expect([state().revision, state().rows.get(first)?.serious]).toEqual([0, false]);
  });
});

describe('a change', () => {
  it('replaces the rows it changed and leaves the others as they were', async () => {
    const untouched = state().rows.get(second);
    await bridge.run({ type: 'edit-allegation', id: first, statement: 'The mill burned down.' });
    expect(statements()).toEqual(['The mill burned down.', 'Nobody was hurt.']);
    expect(state().rows.get(second)).toBe(untouched);
  });

  it('adds new rows at the end', async () => {
    await recorded(bridge, 'The mayor knew.');
    expect(statements()).toEqual(['The mill burned.', 'Nobody was hurt.', 'The mayor knew.']);
    expect(state().overview?.counts.unverified).toBe(3);
  });

  it('takes rows away that are gone, and the selection with them', async () => {
    store.select(first);
    await bridge.run({ type: 'remove', kind: 'allegations', id: second });
    expect(state().selectedId).toBe(first);
    await bridge.run({ type: 'remove', kind: 'allegations', id: first });
    expect(statements()).toEqual([]);
    expect(state().selectedId).toBeNull();
  });

  it('counts up what it touched, and only that', async () => {
    await bridge.run({ type: 'edit-allegation', id: first, serious: true });
    await bridge.run({ type: 'edit-allegation', id: first, serious: false });
    await bridge.run({ type: 'edit-allegation', id: second, serious: true });
    expect(state().revisions.get(first)).toBe(2);
    expect(state().revisions.get(second)).toBe(1);
    expect(state().revision).toBe(3);
  });

  it('keeps the document that is shown, or shows another when it is gone', async () => {
    const text = { type: 'add-document', title: null, format: 'text', fileName: null } as const;
    const one = await made(bridge, 'documents', { ...text, text: 'The first.' });
    expect(state().documentId).toBe(one);
    const two = await made(bridge, 'documents', { ...text, text: 'The second.' });
    expect(state().documentId).toBe(one);
    await bridge.run({ type: 'remove', kind: 'documents', id: one });
    expect(state().documentId).toBe(two);
    await bridge.run({ type: 'remove', kind: 'documents', id: two });
    expect(state().documentId).toBeNull();
  });

  it('puts a row that comes back where it was', async () => {
    await bridge.run({ type: 'remove', kind: 'allegations', id: first });
    await bridge.run({ type: 'undo' });
    expect(statements()).toEqual(['The mill burned.', 'Nobody was hurt.']);
  });
});

describe('run', () => {
  it('says that it is saving until it is saved', async () => {
    const release = bridge.hold();
    const answer = store.run({ type: 'edit-allegation', id: first, serious: true });
    expect(state().save).toEqual({ kind: 'saving' });
    release();
    expect((await answer).ok).toBe(true);
    expect(state().save.kind).toBe('saved');
    expect(state().rows.get(first)?.serious).toBe(true);
  });

  it('says that it failed, changes nothing, and says that it is saved once it is', async () => {
    bridge.failNextSave();
    const answer = await store.run({ type: 'edit-allegation', id: first, serious: true });
    expect(answer).toEqual({ ok: false, error: { save: { code: 'disk-full' } } });
    expect(state().save).toEqual({ kind: 'failed', problem: { code: 'disk-full' } });
    expect(state().rows.get(first)?.serious).toBe(false);

    await store.run({ type: 'edit-allegation', id: first, serious: true });
    expect(state().save).toEqual({ kind: 'saved', at: '2026-11-23T14:02:00.000Z' });
  });

  it('leaves the save state as it was when the domain refuses', async () => {
    bridge.failNextSave();
    await store.run({ type: 'edit-allegation', id: first, serious: true });
    await store.run({ type: 'edit-allegation', id: first, statement: ' ' });
    expect(state().save.kind).toBe('failed');

    await store.run({ type: 'edit-allegation', id: first, serious: true });
    const answer = await store.run({ type: 'edit-allegation', id: first, statement: ' ' });
    expect(answer).toMatchObject({ error: { refusal: { code: 'text-needed' } } });
    expect(state().save.kind).toBe('saved');
  });

  it('is not saving any more when a second command was refused meanwhile', async () => {
    const release = bridge.hold();
    const both = [
      store.run({ type: 'edit-allegation', id: first, serious: true }),
      store.run({ type: 'edit-allegation', id: first, serious: true }),
    ];
    release();
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, false]);
    expect(state().save.kind).toBe('saved');
  });
});

describe('a case that is open for reading only', () => {
  const readOnly = { code: 'in-use', host: 'desk-4', since: '2026-11-23T09:00:00.000Z' } as const;

  it('says so, and why', async () => {
    await connectTo({}, readOnly);
    expect(state().save).toEqual({ kind: 'read-only', because: readOnly });
    expect(state().loaded?.readOnly).toEqual(readOnly);
  });

  it('still says so after something was tried', async () => {
    await connectTo({}, readOnly);
    await store.run({ type: 'edit-case', title: 'Another' });
    expect(state().save.kind).toBe('read-only');
  });
});

it('shows a document in the document view', () => {
  store.show('board');
  expect(state().view).toBe('board');
  store.showDocument('some-document');
  expect([state().view, state().documentId]).toEqual(['document', 'some-document']);
});

it('the overview of the title bar follows every change', async () => {
  await bridge.run({ type: 'edit-case', title: 'Mill fire' });
  expect((state().overview as Overview).title).toBe('Mill fire');
  expect(state().overview?.undo).not.toBeNull();
});

import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBridge, type FakeBridge, type FakeWorld } from '../testing/fake-bridge.ts';
import { connectWindow, recorded, type TestWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: TestWindow;
let keysForPeople: (keys: string) => string;
let stop = (): void => undefined;

const PAGE = `
  <p id="page">Nothing to type in</p>
  <input id="line" /><textarea id="lines"></textarea>
  <div id="note" contenteditable="true"><b id="bold">written</b></div>
  <div id="reader" contenteditable="true" data-reader><mark id="mark">Fire</mark></div>`;

/** A window with two allegations, the first selected, and keys that are heard. */
async function listenIn(world: FakeWorld = {}): Promise<void> {
  bridge = fakeBridge(world);
  const id = await recorded(bridge, 'The mill burned.');
  await recorded(bridge, 'Nobody was hurt.');
  opened = await connectWindow(bridge);
  opened.store.select(id);
  const keys = await import('./keys.ts');
  keysForPeople = keys.keysForPeople;
  stop = keys.listenToKeys(opened.t);
  bridge.asked = [];
  document.body.innerHTML = PAGE;
}

afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

/** Presses a key in the element of that id; answers whether the key was left to do what it does by itself. */
function press(id: string, key: string, held: KeyboardEventInit = {}): boolean {
  const element = document.getElementById(id);
  if (!element) throw new Error(`${id} is not there`);
  return fireEvent.keyDown(element, { key, ...held });
}

const form = () => opened.ui.useUi.getState().form;
const dialog = () => opened.ui.useUi.getState().dialog;
const asked = (): string[] => bridge.asked.map(({ type }) => type);

describe('plain keys', () => {
  beforeEach(() => listenIn());

  it('work on the page, and do nothing else then', () => {
    expect(press('page', 'm')).toBe(false);
    expect(form()).toMatchObject({ kind: 'move', to: null });
  });

  it.each(['line', 'lines', 'note', 'bold'])('write in a text field (%s)', (place) => {
    const keys = ['m', 'e', 'r', 'n', 'Delete', 'Backspace', 'F2'];
    expect(keys.filter((key) => !press(place, key))).toEqual([]);
    expect([form(), asked(), opened.ui.useUi.getState().editAsked]).toEqual([null, [], false]);
  });

  it.each(['reader', 'mark'])('work in the reading column (%s)', (place) => {
    expect(press(place, 'e')).toBe(false);
    expect(form()).toMatchObject({ kind: 'evidence' });
  });

  it('are something else with Shift, Ctrl, Alt or the Windows key', () => {
    const holding = [{ shiftKey: true }, { ctrlKey: true }, { altKey: true }, { metaKey: true }];
    for (const held of holding) expect(press('page', 'm', held)).toBe(true);
    expect(form()).toBeNull();
  });

  it('do nothing while signs are being composed, or when somebody else took the press', () => {
    expect(press('page', 'm', { isComposing: true })).toBe(true);
    const take = (event: Event): void => event.preventDefault();
    document.getElementById('page')?.addEventListener('keydown', take);
    press('page', 'm');
    expect(form()).toBeNull();
  });

  it('are off when the setting is off, those with Ctrl are not', async () => {
    await bridge.setSettings({ plainKeys: false });
    expect(press('page', 'm')).toBe(true);
    expect(press('reader', 'm')).toBe(true);
    expect(form()).toBeNull();
    expect(press('page', 'k', { ctrlKey: true })).toBe(false);
    expect(dialog()).toBe('palette');
  });

  it('leave the press alone when the action makes no sense now', () => {
    opened.store.select(null);
    expect(press('page', 'm')).toBe(true);
    expect(form()).toBeNull();
  });

  it('Delete and Backspace both move to the trash', async () => {
    press('page', 'Delete');
    press('page', 'n');
    await expect.poll(() => opened.store.useWindow.getState().rows.size).toBe(1);
    press('page', 'n');
    press('page', 'Backspace');
    await expect.poll(() => opened.store.useWindow.getState().rows.size).toBe(0);
    expect(asked()).toEqual(['remove', 'remove']);
  });
});

describe('keys with Ctrl', () => {
  beforeEach(() => listenIn());

  it('undo and redo, by either habit', async () => {
    const counted = () => opened.store.useWindow.getState().overview?.counts.unverified;
    expect(press('page', 'z', { ctrlKey: true })).toBe(false);
    await expect.poll(counted).toBe(1);
    expect(press('page', 'Z', { ctrlKey: true, shiftKey: true })).toBe(false);
    await expect.poll(counted).toBe(2);
    press('page', 'z', { ctrlKey: true });
    await expect.poll(counted).toBe(1);
    expect(press('page', 'y', { ctrlKey: true })).toBe(false);
    await expect.poll(counted).toBe(2);
    expect(asked()).toEqual(['undo', 'redo', 'undo', 'redo']);
  });

  it.each(['line', 'lines', 'note'])('take back typing in a text field, not a change (%s)', (place) => {
    expect(press(place, 'z', { ctrlKey: true })).toBe(true);
    expect(press(place, 'Z', { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(press(place, 'y', { ctrlKey: true })).toBe(true);
    expect(asked()).toEqual([]);
  });

  it('undo in the reading column, where nothing can be typed', async () => {
    expect(press('reader', 'z', { ctrlKey: true })).toBe(false);
    await expect.poll(asked).toEqual(['undo']);
  });

  it('all others work in a text field too', () => {
    expect(press('line', '2', { ctrlKey: true })).toBe(false);
    expect(opened.store.useWindow.getState().view).toBe('board');
    expect(press('line', 'k', { ctrlKey: true })).toBe(false);
    expect(dialog()).toBe('palette');
  });

  it('take the slash also where it needs Shift', () => {
    expect(press('page', '/', { ctrlKey: true, shiftKey: true })).toBe(false);
    expect(dialog()).toBe('shortcuts');
  });
});

describe('while something is open', () => {
  beforeEach(() => listenIn());

  it.each(['dialog', 'alertdialog', 'menu', 'listbox'])('a %s has all keys to itself', (role) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div role="${role}"><button id="inside">OK</button></div>`,
    );
    for (const place of ['page', 'inside']) {
      expect(press(place, 'm')).toBe(true);
      expect(press(place, 'z', { ctrlKey: true })).toBe(true);
      expect(press(place, 'k', { ctrlKey: true })).toBe(true);
    }
    expect([form(), dialog(), asked()]).toEqual([null, null, []]);
  });
});

it('hears nothing after it was stopped', async () => {
  await listenIn();
  stop();
  expect(press('page', 'm')).toBe(true);
  expect(form()).toBeNull();
});

describe('on a Mac', () => {
  beforeEach(() => listenIn({ platform: 'darwin' }));

  it('Command is what Ctrl is elsewhere', async () => {
    expect(press('page', 'z', { ctrlKey: true })).toBe(true);
    expect(asked()).toEqual([]);
    expect(press('page', 'z', { metaKey: true })).toBe(false);
    await expect.poll(asked).toEqual(['undo']);
  });

  it('plain keys are not plain with Ctrl or Command', () => {
    expect(press('page', 'm', { ctrlKey: true })).toBe(true);
    expect(press('page', 'm', { metaKey: true })).toBe(true);
    expect(form()).toBeNull();
  });

  it('keys are written in its signs', () => {
    expect(keysForPeople('Mod+Shift+Z')).toBe('⇧⌘Z');
    expect(keysForPeople('Mod+/')).toBe('⌘/');
    expect(keysForPeople('F2')).toBe('F2');
  });
});

it.each(['linux', 'win32'] as const)('on %s keys are written with Ctrl', async (platform) => {
  await listenIn({ platform });
  expect(keysForPeople('Mod+Shift+Z')).toBe('Ctrl+Shift+Z');
  expect(keysForPeople('Mod+1')).toBe('Ctrl+1');
  expect(keysForPeople('A')).toBe('A');
});

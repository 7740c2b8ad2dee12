import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openWindow, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

const DIALOGS = async () => (await import('./dialogs.tsx')).Dialogs;

/** What the palette lists, by the words alone; that nothing is found stands in the list as well. */
const listed = (): string[] =>
  screen.queryAllByRole('option').flatMap((option) => option.querySelector('span')?.textContent ?? []);

async function openPalette(world: Parameters<typeof fakeBridge>[0] = {}): Promise<HTMLElement> {
  bridge = fakeBridge(world);
  await recorded(bridge, 'The mill burned.');
  opened = await openWindow(bridge, DIALOGS);
  bridge.asked = [];
  opened.ui.openDialog('palette');
  return screen.findByRole('dialog', { name: 'Commands…' });
}

const dialog = () => opened.ui.useUi.getState().dialog;

describe('the palette', () => {
  let search: HTMLElement;
  beforeEach(async () => {
    search = within(await openPalette()).getByRole('searchbox');
  });

  it('has the focus in its search, and lists what can be done now with its keys', () => {
    expect(document.activeElement).toBe(search);
    expect(listed()).toContain('Record an allegation');
    expect(listed()).not.toContain('Add evidence…');
    expect(listed()).not.toContain('Redo');
    expect(listed()).not.toContain('Commands…');
    const undo = screen.getAllByRole('option').find(({ textContent }) => textContent?.startsWith('Undo'));
    expect(undo?.querySelector('kbd')?.textContent).toBe('Ctrl+Z');
  });

  it('finds by any part of the words, whatever their case', async () => {
    await write(opened.user, search, 'VERIFY');
    await waitFor(() => expect(listed()).toEqual(['Verify the history']));
    await write(opened.user, search, 'no such thing');
    await waitFor(() => expect(listed()).toEqual([]));
    expect(screen.getByText(opened.t('frame.paletteNothing'))).toBeTruthy();
  });

  it('carries out what is chosen by keyboard, and closes', async () => {
    await opened.user.keyboard('undo');
    await waitFor(() => expect(listed()).toEqual(['Undo']));
    await opened.user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(bridge.asked).toEqual([{ type: 'undo' }]));
    expect(dialog()).toBeNull();
  });

  it('carries out what is chosen by a press: also what opens another dialog', async () => {
    await opened.user.click(screen.getByRole('option', { name: /^Settings/u }));
    expect(await screen.findByRole('dialog', { name: 'Settings' })).toBeTruthy();
    expect(dialog()).toBe('settings');
  });

  it('closes on Escape and does nothing', async () => {
    await opened.user.keyboard('{Escape}');
    await waitFor(() => expect(dialog()).toBeNull());
    expect(bridge.asked).toEqual([]);
  });
});

it('without a case the palette lists only the ways in', async () => {
  await openPalette({ open: false });
  expect(listed()).toEqual([
    'New case…',
    'Open a case…',
    'Open the sample case',
    'Open the worked example',
    'Keyboard shortcuts',
    'Settings…',
    'About Stet',
  ]);
});

it('the sheet of shortcuts has every key, as this system writes it', async () => {
  bridge = fakeBridge({ platform: 'darwin' });
  opened = await openWindow(bridge, DIALOGS);
  opened.ui.openDialog('shortcuts');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  const { ACTIONS } = await import('./actions.ts');
  const keys = [...sheet.querySelectorAll('kbd')].map(({ textContent }) => textContent);
  expect(keys).toHaveLength(ACTIONS.filter((action) => action.keys !== null).length);
  expect(keys).toContain('⇧⌘Z');
  expect(keys.join()).not.toMatch(/Mod|Ctrl/u);
});

it('settings hold at once', async () => {
  bridge = fakeBridge();
  opened = await openWindow(bridge, DIALOGS);
  opened.ui.openDialog('settings');
  const sheet = within(await screen.findByRole('dialog', { name: 'Settings' }));
  const settings = () => opened.store.useWindow.getState().app?.settings;
  await write(opened.user, sheet.getByLabelText('Your name'), ' M. K. ');
  await opened.user.click(sheet.getByRole('radio', { name: 'dark' }));
  await opened.user.click(sheet.getByRole('checkbox', { name: /Single letters/u }));
  await waitFor(() => expect(settings()).toEqual({ checker: 'M. K.', theme: 'dark', plainKeys: false }));
});

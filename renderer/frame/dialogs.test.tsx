import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openWindow, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

const DIALOGS = async () => (await import('./dialogs.tsx')).Dialogs;
const field = (label: RegExp | string): HTMLInputElement => screen.getByLabelText(label);
const keys = (pressed: string): Promise<void> => opened.user.keyboard(pressed);
const gone = (): Promise<void> => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

async function open(dialog: 'new-case' | 'add-document' | 'settings'): Promise<void> {
  opened.ui.openDialog(dialog);
  await screen.findByRole('dialog');
}

beforeEach(async () => {
  bridge = fakeBridge();
  opened = await openWindow(bridge, DIALOGS);
});
// What is left written here belongs to no other file of tests.
afterAll(() => void vi.resetModules());

describe('a new case', () => {
  it('keeps its title when it is put away by Escape, and lets it go when it is cancelled', async () => {
    await open('new-case');
    await write(opened.user, field('Title'), 'Bridge');
    await keys('{Escape}');
    await gone();
    await open('new-case');
    expect(field('Title').value).toBe('Bridge');
    await opened.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await gone();
    await open('new-case');
    expect(field('Title').value).toBe('');
  });

  it('is called as the article that waits for it, whatever was begun before', async () => {
    await open('new-case');
    await write(opened.user, field('Title'), 'Bridge');
    await keys('{Escape}');
    await gone();
    opened.ui.useUi.setState({ article: '/home/mk/Mill fire.txt' });
    await open('new-case');
    expect(field('Title').value).toBe('Mill fire');
  });

  it('begins with nothing again once it was made', async () => {
    bridge.newCase = vi.fn<FakeBridge['newCase']>(async () => ({ ok: true, value: 'opened' }) as const);
    await open('new-case');
    await write(opened.user, field('Title'), 'Bridge');
    await keys('{Enter}');
    await gone();
    expect(bridge.newCase).toHaveBeenCalledExactlyOnceWith({ title: 'Bridge' });
    await open('new-case');
    expect(field('Title').value).toBe('');
  });
});

describe('a document to be added', () => {
  const added = () => bridge.asked.filter(({ type }) => type === 'add-document');

  it('is sent from within its text, and not while there is none', async () => {
    await open('add-document');
    await opened.user.click(field('Text'));
    await keys('{Control>}{Enter}{/Control}');
    expect(added()).toEqual([]);
    await write(opened.user, field('Text'), 'The mill burned down.');
    await keys('{Control>}{Enter}{/Control}');
    await gone();
    expect(added()).toMatchObject([{ text: 'The mill burned down.', title: null }]);
  });

  it('is sent from its title', async () => {
    await open('add-document');
    await write(opened.user, field('Text'), 'The mill burned down.');
    await write(opened.user, field(/^Title/u), 'Mill');
    await keys('{Enter}');
    await gone();
    expect(added()).toMatchObject([{ title: 'Mill' }]);
  });
});

it('the settings are done with Enter in the name, which holds already', async () => {
  const setSettings = vi.spyOn(bridge, 'setSettings');
  await open('settings');
  await write(opened.user, field('Your name'), 'M. K.');
  await keys('{Enter}');
  await gone();
  expect(setSettings).toHaveBeenLastCalledWith({ checker: 'M. K.' });
});

describe('the title bar', () => {
  const says = (): string => document.querySelector('[data-kind="saved"]')?.textContent ?? '';
  const form = async (kind: 'move' | 'evidence', id: string): Promise<void> => {
    opened.store.select(id);
    opened.ui.closeForm();
    opened.ui.openForm(kind === 'move' ? { kind, id, to: null } : { kind, id, itemId: null });
    await screen.findByRole('form');
  };
  const away = (): Promise<void> => waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  let id: string;

  beforeEach(async () => {
    bridge = fakeBridge();
    id = await recorded(bridge, 'The mill burned down.');
    opened = await openWindow(bridge);
    await screen.findByRole('banner');
  });

  it('tells of no form in which nothing was written', async () => {
    await form('evidence', id);
    for (let tabs = 0; tabs < 12; tabs++) await opened.user.tab();
    expect(says()).toMatch(/saved at|everything is saved/u);
    await opened.user.type(field('Excerpt'), 'x');
    expect(says()).toBe('what you are writing is not saved yet');
    await opened.user.type(field('Excerpt'), '{Backspace}');
    expect(says()).toMatch(/saved at|everything is saved/u);
  });

  it('says where a draft waits that was put away', async () => {
    await form('move', id);
    await opened.user.type(field('Reason'), 'The brigade says so.');
    expect(says()).toBe('what you are writing is not saved yet');
    await keys('{Escape}');
    await away();
    expect(says()).toBe('a draft on FOR-001 waits and is not saved');
    // Another form in which nothing is written does not make it being written.
    await form('evidence', id);
    expect(says()).toBe('a draft on FOR-001 waits and is not saved');
    await form('move', id);
    await opened.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await away();
    expect(says()).toMatch(/saved at|everything is saved/u);
  });

  it('tells of a draft that is on no allegation, too', async () => {
    opened.ui.openDialog('add-document');
    await screen.findByRole('dialog');
    await write(opened.user, field('Text'), 'The mill');
    await keys('{Escape}');
    await gone();
    expect(says()).toBe('a draft waits in its form and is not saved');
  });
});

import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { dayAndClock } from '../when.ts';
import { openWindow, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

const RECENT = [
  { path: '/cases/mill.stet', title: 'Mill fire', openedAt: '2026-11-23T14:02:00.000Z' },
  { path: '/cases/old.stet', title: 'קובץ ישן', openedAt: '2026-11-01T14:02:00.000Z' },
];

const press = (name: RegExp | string): Promise<void> =>
  opened.user.click(screen.getByRole('button', { name }));

beforeEach(async () => {
  bridge = fakeBridge({ open: false, recent: RECENT });
  opened = await openWindow(bridge);
});

describe('the welcome', () => {
  it('offers the ways in, and the recent cases with their titles, places and days', () => {
    const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(names.slice(0, 4)).toEqual([
      'Open the sample case',
      'Open the worked example',
      'New case…',
      'Open…',
    ]);
    const recent = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(recent.map(({ textContent }) => textContent)).toEqual([
      `Mill fire/cases/mill.stet · ${dayAndClock('2026-11-23T14:02:00.000Z', 'en')}`,
      `קובץ ישן/cases/old.stet · ${dayAndClock('2026-11-01T14:02:00.000Z', 'en')}`,
    ]);
  });

  it('shows no list where there are no recent cases', async () => {
    cleanup();
    opened = await openWindow(fakeBridge({ open: false }));
    expect(screen.getByRole('button', { name: 'Open the sample case' })).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('offers two samples, and says of each what it is', async () => {
    const openSample = vi.spyOn(bridge, 'openSample');
    bridge.openSample = openSample.mockResolvedValue({ ok: true, value: 'cancelled' });
    const samples = [
      ['Open the sample case', 'foreign-fighters', /nothing corroborated/u],
      ['Open the worked example', 'worked-example', /invented story/u],
    ] as const;
    for (const [name, id, means] of samples) {
      const button = screen.getByRole('button', { name, description: means });
      await opened.user.click(button);
      expect(openSample).toHaveBeenLastCalledWith({ id });
    }
  });

  it('gives way to the case once one is open', async () => {
    await press('Open the sample case');
    expect(await screen.findByRole('heading', { level: 1, name: 'Foreign fighters' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open the sample case' })).toBeNull();
    expect(screen.getByText('No document yet')).toBeTruthy();
  });

  it('opens a recent case by its path', async () => {
    const openPath = vi.spyOn(bridge, 'openPath');
    await press(/^Mill fire/u);
    expect(openPath).toHaveBeenCalledWith({ path: '/cases/mill.stet' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Foreign fighters' })).toBeTruthy();
  });

  it('says which file could not be opened and why, until it is put away', async () => {
    const problem = { file: 'mill.stet', problem: { code: 'file-missing' } } as const;
    bridge.openPath = async () => ({ ok: false, error: problem });
    await press(/^Mill fire/u);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toBe(`mill.stet: ${opened.t('problems.file-missing')}`);
    await press('Put away');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('says it too when main could not open what it was asked for', async () => {
    bridge.tell('problem', { file: 'a.stet', problem: { code: 'not-a-case' } });
    expect((await screen.findByRole('alert')).textContent).toContain(opened.t('problems.not-a-case'));
  });

  it('stays when nothing was chosen, and says nothing', async () => {
    bridge.openCase = async () => ({ ok: true, value: 'cancelled' });
    await press('Open…');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Open the sample case' })).toBeTruthy();
  });
});

describe('a new case', () => {
  const dialog = () => screen.findByRole('dialog', { name: 'New case' });

  it('needs a title', async () => {
    const newCase = vi.spyOn(bridge, 'newCase');
    await press('New case…');
    const shown = await dialog();
    await opened.user.click(within(shown).getByRole('button', { name: /^Choose where/u }));
    expect((await within(shown).findByRole('alert')).textContent).toBe(opened.t('frame.titleNeeded'));
    expect(newCase).not.toHaveBeenCalled();

    await write(opened.user, within(shown).getByLabelText('Title'), ' Mill fire ');
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(newCase).toHaveBeenCalledWith({ title: 'Mill fire' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Foreign fighters' })).toBeTruthy();
  });

  it('keeps the dialog and the title when no place was chosen, or none could be written to', async () => {
    bridge.newCase = async () => ({ ok: true, value: 'cancelled' });
    await press('New case…');
    const shown = await dialog();
    const title: HTMLInputElement = within(shown).getByLabelText('Title');
    await write(opened.user, title, 'Mill fire');
    await opened.user.keyboard('{Enter}');
    expect(title.value).toBe('Mill fire');

    const problem = { file: 'Mill fire.stet', problem: { code: 'already-exists' } } as const;
    bridge.newCase = async () => ({ ok: false, error: problem });
    await opened.user.keyboard('{Enter}');
    expect((await within(shown).findByRole('alert')).textContent).toContain('Mill fire.stet: ');
    expect(title.value).toBe('Mill fire');
  });

  it('is asked for by an article that has no case to go into, and takes it in', async () => {
    const answers = [
      { ok: false, error: { needsCase: true } },
      { ok: true, value: 'document-added' },
    ] as const;
    const openPath = vi.fn<FakeBridge['openPath']>();
    for (const answer of answers) openPath.mockResolvedValueOnce(answer);
    bridge.openPath = openPath;
    await press(/^Mill fire/u);
    const shown = await dialog();
    expect(within(shown).getByText(opened.t('frame.articleWaits', { file: 'mill' }))).toBeTruthy();
    expect((within(shown).getByLabelText('Title') as HTMLInputElement).value).toBe('mill');
    await opened.user.click(within(shown).getByRole('button', { name: /^Choose where/u }));
    await waitFor(() => expect(openPath).toHaveBeenCalledTimes(2));
    expect(openPath).toHaveBeenLastCalledWith({ path: '/cases/mill.stet' });
    expect(await screen.findByText(opened.t('document.added'))).toBeTruthy();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openWindow, type OpenWindow } from '../testing/open-window.tsx';
import { dayAndClock } from '../when.ts';

const BACKUPS = [
  { name: 'b.stet', at: '2026-11-24T14:02:00.000Z', bytes: 2_400_000 },
  { name: 'a.stet', at: '2026-11-23T09:00:00.000Z', bytes: 41_000 },
];
const [NEWEST] = BACKUPS.map(({ at }) => dayAndClock(at, 'en'));

let bridge: FakeBridge;
let opened: OpenWindow;

async function openVersions(backups = BACKUPS, readOnly = false): Promise<HTMLElement> {
  bridge = fakeBridge();
  bridge.backups = async () => backups;
  if (readOnly) bridge.readOnly = { code: 'asked' };
  opened = await openWindow(bridge);
  opened.ui.openDialog('earlier-versions');
  return screen.findByRole('dialog', { name: 'Earlier versions' });
}

const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));

describe('the earlier versions of a case', () => {
  it('are listed with their days and sizes, the newest first', async () => {
    const dialog = await openVersions();
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(2));
    const items = within(dialog).getAllByRole('listitem');
    expect(items.map((item) => item.firstElementChild?.textContent)).toEqual([
      `${NEWEST} 2.4 MB`,
      `${dayAndClock('2026-11-23T09:00:00.000Z', 'en')} 41 kB`,
    ]);
  });

  it('are none at first, and that is said', async () => {
    await openVersions([]);
    expect(await screen.findByText(/There is none yet/u)).toBeTruthy();
  });

  it('can be looked at, and a failure is told', async () => {
    await openVersions();
    const showBackup = vi.spyOn(bridge, 'showBackup');
    await waitFor(() => screen.getByRole('button', { name: `Look at the version of ${NEWEST}` }));
    await press(`Look at the version of ${NEWEST}`);
    expect(showBackup).toHaveBeenCalledWith({ name: 'b.stet' });
    expect(screen.queryByRole('alert')).toBeNull();
    showBackup.mockResolvedValue({
      ok: false,
      error: { problem: { code: 'file-missing' }, file: 'b.stet' },
    });
    await press(`Look at the version of ${NEWEST}`);
    expect((await screen.findByRole('alert')).textContent).toContain('There is no file of that name');
  });

  it('can be gone back to, and it is said where the case as it was is kept', async () => {
    await openVersions();
    const restore = vi.spyOn(bridge, 'restoreBackup');
    restore.mockResolvedValue({ ok: true, value: { kept: 'Aside.stet' } });
    await waitFor(() => screen.getByRole('button', { name: `Restore the version of ${NEWEST}` }));
    await press(`Restore the version of ${NEWEST}`);
    expect(restore).toHaveBeenCalledWith({ name: 'b.stet' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(opened.ui.useUi.getState().note).toContain('Aside.stet');
  });

  it('that cannot be gone back to say why, and stay', async () => {
    const dialog = await openVersions();
    bridge.restoreBackup = async () => ({
      ok: false,
      error: { problem: { code: 'disk-full' }, file: 'Case.stet' },
    });
    await waitFor(() => screen.getByRole('button', { name: `Restore the version of ${NEWEST}` }));
    await press(`Restore the version of ${NEWEST}`);
    expect((await within(dialog).findByRole('alert')).textContent).toContain('The disk is full');
  });

  it('are for looking only where the case is', async () => {
    await openVersions(BACKUPS, true);
    const restore = await screen.findByRole('button', { name: `Restore the version of ${NEWEST}` });
    expect(restore.hasAttribute('disabled')).toBe(true);
  });
});

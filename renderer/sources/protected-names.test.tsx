import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { layOut } from '../testing/layout.ts';
import { openWindow, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

const PIM = { id: 'p1', name: 'Pim Aldousson', forms: ['П. Олдоссон'] };

async function open(protectedNames = [PIM]): Promise<HTMLElement> {
  layOut();
  bridge = fakeBridge();
  await bridge.setProtectedNames({ protectedNames, allowed: [] });
  opened = await openWindow(bridge);
  opened.store.show('sources');
  await opened.user.click(await screen.findByRole('button', { name: 'Protected names…' }));
  return screen.findByRole('dialog', { name: 'Protected names' });
}

const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const entry = (number: number): HTMLElement =>
  screen.getByRole('group', { name: `Protected name ${number}` });
const field = (within_: HTMLElement, name: string): HTMLElement =>
  within(within_).getByRole('textbox', { name });
const kept = async () => {
  const answer = await bridge.protectedNames(undefined);
  return answer.ok && answer.value;
};

describe('protected names', () => {
  it('are entered with other forms, a line each, and say where they stand', async () => {
    const dialog = await open([]);
    expect(dialog.textContent).toContain('on this computer only, apart from the case');
    expect(dialog.textContent).toContain('People can still be recognised by what is told around them.');
    await press('Add a name');
    expect(document.activeElement).toBe(field(entry(1), 'Name'));
    await write(opened.user, field(entry(1), 'Name'), 'Pim Aldousson');
    await write(opened.user, field(entry(1), 'Other forms of it'), 'П. Олдоссон\nPimmie');
    await write(opened.user, field(dialog, 'Words that may leave all the same'), 'Pim\n');
    await press('Keep');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await kept()).toEqual({
      protectedNames: [
        { id: expect.any(String) as string, name: PIM.name, forms: ['П. Олдоссон', 'Pimmie'] },
      ],
      allowed: ['Pim'],
    });
    // Neither what the window knows of the case nor what is open on its screen has them.
    const known = JSON.stringify([opened.store.useWindow.getState(), opened.ui.useUi.getState()]);
    expect(known).not.toContain('Aldousson');
  });

  it('ask before one is erased, which nothing brings back', async () => {
    await open();
    await opened.user.click(within(entry(1)).getByRole('button', { name: 'Take it out' }));
    await press('Keep');
    expect(await screen.findByText(/Undo does not bring it back/u)).toBeTruthy();
    expect(await kept()).toMatchObject({ protectedNames: [PIM] });
    await press('Erase it and keep the rest');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await kept()).toMatchObject({ protectedNames: [] });
  });

  it('ask also before a form is overwritten, and not when one is added', async () => {
    await open();
    await write(opened.user, field(entry(1), 'Other forms of it'), 'П. Олдоссон\nPimmie');
    await press('Keep');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await opened.user.click(screen.getByRole('button', { name: 'Protected names…' }));
    await screen.findByRole('dialog');
    await write(opened.user, field(entry(1), 'Other forms of it'), 'Pimmie');
    await press('Keep');
    expect(await screen.findByRole('button', { name: 'Erase it and keep the rest' })).toBeTruthy();
  });

  it('stay in the form when they cannot be kept, with the reason', async () => {
    await open([]);
    await press('Add a name');
    await write(opened.user, field(entry(1), 'Name'), 'Pim Aldousson');
    const error = { file: 'vault.json', problem: { code: 'disk-full' } } as const;
    vi.spyOn(bridge, 'setProtectedNames').mockResolvedValueOnce({ ok: false, error });
    await press('Keep');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    expect((field(entry(1), 'Name') as HTMLInputElement).value).toBe('Pim Aldousson');
  });

  it('say why they cannot be shown', async () => {
    layOut();
    bridge = fakeBridge();
    const error = { file: 'vault.json', problem: { code: 'vault-damaged' } } as const;
    vi.spyOn(bridge, 'protectedNames').mockResolvedValue({ ok: false, error });
    opened = await openWindow(bridge);
    opened.ui.openDialog('protected-names');
    expect((await screen.findByRole('alert')).textContent).toContain('This file of the vault is damaged');
    expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
  });
});

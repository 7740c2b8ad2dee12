import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { evidenceOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, recorded, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;
let evidenceId: string;

/** A window with the trash open, on a case that has an allegation, evidence on another and a document in it. */
async function openTrash({ empty = false, readOnly = false } = {}): Promise<HTMLElement> {
  bridge = fakeBridge();
  id = await recorded(bridge, 'The mill burned.');
  const other = await recorded(bridge, 'Nobody was hurt.');
  evidenceId = await made(bridge, 'evidence', evidenceOn(other));
  const text = { title: 'שריפה', text: 'The mill burned.', format: 'text', fileName: null } as const;
  const documentId = await made(bridge, 'documents', { type: 'add-document', ...text });
  if (!empty) {
    await bridge.run({ type: 'remove', kind: 'allegations', id });
    await bridge.run({ type: 'remove', kind: 'evidence', id: evidenceId });
    await bridge.run({ type: 'remove', kind: 'documents', id: documentId });
  }
  if (readOnly) bridge.readOnly = { code: 'asked' };
  opened = await openWindow(bridge, async () => (await import('./dialogs.tsx')).Dialogs);
  opened.ui.openDialog('trash');
  return screen.findByRole('dialog', { name: 'Trash' });
}

const items = (): (string | undefined)[] =>
  screen.queryAllByRole('listitem').map((item) => item.firstElementChild?.textContent?.trim());

describe('the trash', () => {
  it('names what is in it, each with its way back', async () => {
    const dialog = await openTrash();
    await waitFor(() => {
      expect(items()).toEqual([
        'document  שריפה',
        'allegation FOR-001 The mill burned.',
        'evidence FOR-002 A neighbour',
      ]);
    });
    const names = within(dialog).getAllByRole('button', { name: /^Restore/u });
    expect(names.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Restore שריפה',
      'Restore FOR-001',
      'Restore FOR-002',
    ]);
  });

  it('restores what is asked for, and nothing else', async () => {
    await openTrash();
    await opened.user.click(await screen.findByRole('button', { name: 'Restore FOR-001' }));
    await waitFor(() => expect(items()).toHaveLength(2));
    expect(bridge.kase.records.allegations.get(id)?.removed).toBe(false);
    expect(bridge.kase.records.evidence.get(evidenceId)?.removed).toBe(true);
    expect(opened.store.useWindow.getState().rows.has(id)).toBe(true);
  });

  it('says why something could not be restored, and keeps it', async () => {
    await openTrash();
    bridge.failNextSave();
    await opened.user.click(await screen.findByRole('button', { name: 'Restore FOR-002' }));
    expect((await screen.findByRole('alert')).textContent).toBe(opened.t('problems.disk-full'));
    expect(items()).toHaveLength(3);
    await opened.user.click(screen.getByRole('button', { name: 'Restore FOR-002' }));
    await waitFor(() => expect(items()).toHaveLength(2));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that it is empty', async () => {
    const dialog = await openTrash({ empty: true });
    expect(await within(dialog).findByText('Nothing is in the trash.')).toBeTruthy();
    expect(items()).toEqual([]);
  });

  it('gives nothing back while the case is open for reading only', async () => {
    await openTrash({ readOnly: true });
    await waitFor(() => expect(items()).toHaveLength(3));
    for (const button of screen.getAllByRole<HTMLButtonElement>('button', { name: /^Restore/u })) {
      expect(button.disabled).toBe(true);
    }
  });

  it('keeps up with what happens elsewhere, and closes', async () => {
    await openTrash({ empty: true });
    await bridge.run({ type: 'remove', kind: 'allegations', id });
    await waitFor(() => expect(items()).toHaveLength(1));
    await opened.user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

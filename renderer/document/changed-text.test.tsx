import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ARTICLE } from '../../shared/testing/case-with.ts';
import { queryOn } from '../../shared/testing/case-with-everything.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let documentId: string;

const DIALOG = async () => (await import('./changed-text.tsx')).ChangedTextDialog;
const region = (): Promise<HTMLElement> =>
  screen.findByRole('region', { name: 'The text, with its changes' });
const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));

/** Asks about a span and decides it, if a wording is given. */
async function query(start: number, end: number, wording?: string): Promise<void> {
  const id = await made(bridge, 'queries', queryOn(documentId, { span: { documentId, start, end } }));
  if (wording === undefined) return;
  await bridge.run({
    type: 'decide-query',
    id,
    decision: 'change',
    wording,
    reason: 'Agreed.',
    decidedBy: null,
  });
}

async function open(): Promise<HTMLElement> {
  opened = await openWindow(bridge, DIALOG);
  return region();
}

beforeEach(async () => {
  bridge = fakeBridge();
  const article = { title: 'Mill', text: ARTICLE, format: 'text', fileName: null } as const;
  documentId = await made(bridge, 'documents', { type: 'add-document', ...article });
});

describe('the changed text', () => {
  it('says so when nothing was decided, and shows the text', async () => {
    expect((await open()).textContent).toBe(ARTICLE);
    expect(screen.getByText(opened.t('document.changed.nothing'))).toBeTruthy();
  });

  it('shows what goes out and what comes in, also to who hears it, and names what is not in it', async () => {
    await query(4, 8, 'barn');
    await query(0, 33, 'A fire was reported.');
    await query(34, 40, '');
    await query(41, 44);
    const text = await open();
    const changes = [...text.querySelectorAll<HTMLElement>('[data-change]')];
    expect(changes.map(({ textContent }) => textContent)).toEqual([
      'taken out by Q2: The mill burned down 🔥 on Monday. put in by Q2: A fire was reported. end of Q2 Q2',
      'taken out by Q3: Nobody end of Q3 Q3',
    ]);
    expect(changes.map((each) => each.querySelector('ins') !== null)).toEqual([true, false]);
    expect(screen.getByText('2 changes are in it: Q2 and Q3.')).toBeTruthy();
    expect(screen.getByText(/^Q1 was decided as a change but is not in it/u)).toBeTruthy();
    expect(screen.getByText(/^Q4 is not decided yet/u)).toBeTruthy();
  });

  it('follows the decisions', async () => {
    await open();
    await query(4, 8, 'barn');
    expect(await screen.findByText('1 change is in it: Q1.')).toBeTruthy();
  });

  it('is copied as text, and a clipboard that refuses is told', async () => {
    await query(4, 8, 'barn');
    await open();
    const copy = vi.spyOn(navigator.clipboard, 'writeText');
    await press('Copy');
    expect(await screen.findByText(opened.t('document.changed.copied'))).toBeTruthy();
    expect(copy).toHaveBeenCalledWith(ARTICLE.replace('mill', 'barn'));
    copy.mockRejectedValueOnce(new Error('refused'));
    await press('Copy');
    expect((await screen.findByRole('alert')).textContent).toBe(opened.t('document.changed.notCopied'));
  });

  it('is saved where main is told to, and what goes wrong is told', async () => {
    await open();
    const save = vi.fn<FakeBridge['saveChangedText']>();
    bridge.saveChangedText = save.mockResolvedValueOnce({
      ok: true,
      value: { path: '/cases/mill.txt', unsearched: 0 },
    });
    await press('Save as text…');
    expect(await screen.findByText('Written to /cases/mill.txt')).toBeTruthy();
    expect(save).toHaveBeenCalledWith({ id: documentId });

    save.mockResolvedValueOnce({ ok: true, value: { path: '/cases/mill.txt', unsearched: 2 } });
    await press('Save as text…');
    expect(await screen.findByText(/identities of 2 sources/u)).toBeTruthy();

    save.mockResolvedValueOnce({ ok: true, value: 'cancelled' });
    await press('Save as text…');
    await waitFor(() => expect(screen.queryByText(/Written to/u)).toBeNull());

    const problem = { file: 'mill.txt', problem: { code: 'disk-full' } } as const;
    save.mockResolvedValueOnce({ ok: false, error: problem });
    await press('Save as text…');
    const told = await within(screen.getByRole('dialog')).findByRole('alert');
    expect(told.textContent).toContain('mill.txt: ');
  });
});

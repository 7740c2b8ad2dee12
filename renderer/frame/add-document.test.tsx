import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ARTICLE, newest } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

const DIALOGS = async () => (await import('./dialogs.tsx')).Dialogs;

const HTML = '<h1>Mill</h1><script>steal()</script><img src="https://evil.example/x"><ul><li>a<li>b</ul>';
const field = (label: RegExp | string): HTMLInputElement =>
  within(screen.getByRole('dialog')).getByLabelText(label, { selector: 'input, textarea' });
const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const gone = (): Promise<void> => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const alert = async (): Promise<string | null> => (await screen.findByRole('alert')).textContent;
const dialog = () => opened.ui.useUi.getState().dialog;

/** Pastes into the field that has the keyboard, as a browser does: the words go in, the rest only stands beside them. */
function paste(text: string, html?: string): void {
  const place = document.activeElement as HTMLTextAreaElement;
  const getData = (type: string): string => ({ 'text/plain': text, 'text/html': html ?? '' })[type] ?? '';
  fireEvent.paste(place, { clipboardData: { getData, types: ['text/plain', 'text/html'] } });
  const { value, selectionStart, selectionEnd } = place;
  const next = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
  fireEvent.input(place, { target: { value: next } });
}

async function open(name: 'add-document' | 'add-version'): Promise<void> {
  act(() => opened.ui.openDialog(name));
  await screen.findByRole('dialog');
  await waitFor(() => expect(document.activeElement).toBe(field('Text')));
}

/** What pasting with formatting is answered with: a document of the words, as main makes one. */
const pasteDocument = vi.fn<FakeBridge['pasteDocument']>();

beforeEach(async () => {
  bridge = fakeBridge();
  pasteDocument.mockReset();
  pasteDocument.mockImplementation(async ({ title, previousId }) => {
    const given = { title, text: 'Mill\n\na\nb', format: 'rich-text', fileName: null } as const;
    const id = await made(
      bridge,
      'documents',
      previousId === null
        ? { type: 'add-document', ...given }
        : { type: 'add-version', previousId, ...given },
    );
    return { ok: true, value: { ids: [id] } };
  });
  bridge.pasteDocument = pasteDocument;
  opened = await openWindow(bridge, DIALOGS);
});

describe('formatted text that is pasted', () => {
  beforeEach(() => open('add-document'));

  it('keeps its formatting, which is told and never drawn', async () => {
    paste('Mill\na\nb', HTML);
    const group = await screen.findByRole('radiogroup', { name: 'Pasted with headings and lists' });
    expect(within(group).getByRole('radio', { name: 'Keep them' })).toHaveProperty('checked', true);
    expect(screen.getByRole('status').textContent).toBe('Pasted with headings and lists');
    expect(document.querySelector('script, img, h1')).toBeNull();
    await press('Add the text');
    await gone();
    expect(pasteDocument).toHaveBeenCalledExactlyOnceWith({ html: HTML, title: null, previousId: null });
    expect(bridge.asked.map(({ type }) => type)).toEqual(['add-document']);
    expect(opened.store.useWindow.getState().documentId).toBe(newest(bridge.kase, 'documents').id);
  });

  it('goes in as plain text when that is chosen', async () => {
    paste('Mill\na\nb', HTML);
    await opened.user.click(await screen.findByRole('radio', { name: 'As plain text' }));
    await press('Add the text');
    await gone();
    expect(pasteDocument).not.toHaveBeenCalled();
    expect(bridge.asked).toMatchObject([{ type: 'add-document', text: 'Mill\na\nb', format: 'text' }]);
  });

  it('goes in as plain text when its words were changed, which is told and can be taken back', async () => {
    paste('Mill\na\nb', HTML);
    await screen.findByRole('radiogroup');
    await opened.user.type(field('Text'), '!');
    expect(screen.queryByRole('radiogroup')).toBeNull();
    expect(screen.getByText(/^The text was edited/u, { selector: 'span' })).toBeTruthy();
    await press('Back to what was pasted');
    expect(field('Text').value).toBe('Mill\na\nb');
    expect(await screen.findByRole('radiogroup')).toBeTruthy();
    await opened.user.clear(field('Text'));
    expect(screen.queryByRole('button', { name: 'Back to what was pasted' })).toBeNull();
  });

  it('is plain among words that stay, and without any formatting to keep', async () => {
    paste('Mill', '<span style="color: red">Mill</span>');
    expect(screen.queryByRole('radiogroup')).toBeNull();
    paste('a b', HTML);
    expect(field('Text').value).toBe('Milla b');
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });

  it('waits in the dialog when it could not be taken in, and when that was ended', async () => {
    paste('Mill', HTML);
    await screen.findByRole('radiogroup');
    const problem = { problem: { code: 'too-large', limitMegabytes: 50 }, file: 'pasted' } as const;
    pasteDocument.mockResolvedValueOnce({ ok: false, error: problem });
    await press('Add the text');
    expect(await alert()).toBe(`The pasted text: ${opened.t('problems.too-large', { limitMegabytes: 50 })}`);
    pasteDocument.mockResolvedValueOnce({ ok: true, value: { ids: [] } });
    await press('Add the text');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(field('Text').value).toBe('Mill');
    await opened.user.keyboard('{Escape}');
    await gone();
    await open('add-document');
    expect(field('Text').value).toBe('Mill');
    expect(screen.getByRole('radio', { name: 'Keep them' })).toHaveProperty('checked', true);
  });
});

describe('files', () => {
  it('are named by their formats; what cannot be read is told by its name, and the dialog stays', async () => {
    const choose = vi.fn<FakeBridge['importDocuments']>();
    bridge.importDocuments = choose;
    await open('add-document');
    expect(screen.getByText(/\.txt.*\.md.*\.html.*\.mhtml.*\.docx.*\.pdf/u)).toBeTruthy();
    choose.mockResolvedValueOnce({ ok: false, error: { problem: { code: 'not-text' }, file: 'mill.pdf' } });
    await press('Choose files…');
    expect(await alert()).toBe(`mill.pdf: ${opened.t('problems.not-text')}`);
    choose.mockResolvedValueOnce({ ok: false, error: { save: { code: 'disk-full' } } });
    await press('Choose files…');
    await waitFor(async () => expect(await alert()).toBe(opened.t('problems.disk-full')));
    choose.mockResolvedValueOnce({ ok: true, value: { ids: [] } });
    await press('Choose files…');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(dialog()).toBe('add-document');
    choose.mockResolvedValueOnce({ ok: true, value: { ids: ['a', 'b'] } });
    await press('Choose files…');
    await gone();
    expect(opened.store.useWindow.getState().documentId).toBe('b');
    expect(choose).toHaveBeenLastCalledWith({ previousId: null });
  });
});

describe('a new version', () => {
  let documentId: string;

  beforeEach(async () => {
    const article = { title: 'Mill', text: ARTICLE, format: 'text', fileName: null } as const;
    documentId = await made(bridge, 'documents', { type: 'add-document', ...article });
    await made(bridge, 'documents', { type: 'add-document', ...article, title: 'Barn' });
    opened.store.showDocument(documentId);
    bridge.asked = [];
  });

  it('is of the document that is shown, keeps its title, and the versions are shown', async () => {
    await open('add-version');
    expect(screen.getByRole('dialog', { name: 'Add a new version' })).toBeTruthy();
    await write(opened.user, field('Text'), `${ARTICLE} Again.`);
    await press('Add the version');
    await screen.findByRole('dialog', { name: 'Versions of “Mill”' });
    expect(bridge.asked).toMatchObject([{ type: 'add-version', previousId: documentId, title: null }]);
    const added = newest(bridge.kase, 'documents');
    expect(opened.store.useWindow.getState().documentId).toBe(added.id);

    // Of an older version that is looked at, the next one follows the newest.
    opened.store.showDocument(documentId);
    await open('add-version');
    await write(opened.user, field('Text'), 'Nothing is left of it.');
    await press('Add the version');
    await waitFor(() => expect(bridge.asked).toHaveLength(2));
    expect(bridge.asked[1]).toMatchObject({ previousId: added.id });
  });

  it('comes by file or by paste, too', async () => {
    const choose = vi.fn<FakeBridge['importDocuments']>(async () => ({ ok: true, value: { ids: [] } }));
    bridge.importDocuments = choose;
    await open('add-version');
    await press('Choose a file…');
    expect(choose).toHaveBeenCalledExactlyOnceWith({ previousId: documentId });
    act(() => field('Text').focus());
    paste('Mill\na\nb', HTML);
    await screen.findByRole('radiogroup');
    await press('Add the version');
    await screen.findByRole('dialog', { name: 'Versions of “Mill”' });
    expect(pasteDocument).toHaveBeenCalledExactlyOnceWith({
      html: HTML,
      title: null,
      previousId: documentId,
    });
  });

  it('is what a text becomes that was begun as a document of its own, when that is chosen', async () => {
    await open('add-document');
    await write(opened.user, field('Text'), 'Another text.');
    await opened.user.click(screen.getByRole('button', { name: /This text is/u }));
    await opened.user.click(await screen.findByRole('option', { name: 'a new version of “Mill”' }));
    await press('Add the version');
    await waitFor(() =>
      expect(bridge.asked).toMatchObject([{ type: 'add-version', previousId: documentId }]),
    );
  });

  it('that is no other text is refused, and the dialog stays', async () => {
    await open('add-version');
    await write(opened.user, field('Text'), ARTICLE);
    await press('Add the version');
    expect(await alert()).toBe(opened.t('refusals.nothing-changed'));
    expect(dialog()).toBe('add-version');
  });
});

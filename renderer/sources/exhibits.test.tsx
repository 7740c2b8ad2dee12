import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExhibitView } from '../../shared/answers.ts';
import { exhibitRows } from '../../shared/queries/exhibits.ts';
import { recordOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, recorded, write as writeInto, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
const files = new Map<number, ExhibitView['file']>();

const exhibit = (title: string, fields: object = {}): Promise<string> =>
  made(bridge, 'exhibits', {
    type: 'add-exhibit',
    title,
    kind: 'document',
    sha256: title.length.toString(16).padStart(64, '0'),
    bytes: 2_400_000,
    mediaType: 'application/pdf',
    fileName: `${title}.pdf`,
    publishedOn: null,
    capturedOn: null,
    accessedOn: null,
    address: null,
    archivedAddress: null,
    notes: '',
    graphic: false,
    ...fields,
  });
const views = (): ExhibitView[] =>
  exhibitRows(bridge.kase).map((row) => ({ ...row, file: files.get(row.number) ?? 'there' }));
const entries = (): HTMLElement[] => within(screen.getByRole('dialog')).queryAllByRole('listitem');
const entry = (number: number): HTMLElement => entries()[number - 1] as HTMLElement;
const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const ok = <T,>(value: T) => ({ ok: true, value }) as const;
const full = { ok: false, error: { problem: { code: 'disk-full' }, file: 'photo.png' } } as const;

/** A window with its dialogs, and what stands in front of all. */
const DIALOGS = async () => {
  const { Dialogs } = await import('../frame/dialogs.tsx');
  const { ExhibitProgress } = await import('./exhibit-progress.tsx');
  return () => (
    <>
      <Dialogs />
      <ExhibitProgress />
    </>
  );
};

async function open(dialog: 'exhibits' | 'paste-exhibit' = 'exhibits'): Promise<HTMLElement> {
  opened = await openWindow(bridge, DIALOGS);
  opened.ui.openDialog(dialog);
  return screen.findByRole('dialog');
}

beforeEach(() => {
  files.clear();
  bridge = fakeBridge();
  bridge.exhibits = async () => views();
});

describe('the exhibits', () => {
  let id: string;

  beforeEach(async () => {
    id = await exhibit('Fire log', {
      publishedOn: '2025-04-08',
      accessedOn: '2025-04-09T11:02Z[Europe/Kyiv]',
      address: 'https://example.org/log',
    });
    await exhibit('Photograph', { kind: 'image', graphic: true });
    const allegationId = await recorded(bridge, 'The mill burned.');
    await bridge.run(recordOn(allegationId, { exhibitId: id }));
    files.set(2, 'missing');
    await open();
    await screen.findByRole('button', { name: 'Edit E2' });
  });

  it('say what each is, how large, when, where from, where it is used, and how its file is', () => {
    const told = entry(1).textContent;
    for (const each of [
      'E1 · Fire log',
      '✓ its file is there',
      'document, 2.4 MB',
      'published April 8, 2025',
    ])
      expect(told).toContain(each);
    expect(told).toContain('14:02 Europe/Kyiv (2025-04-09 11:02 UTC)');
    expect(told).toContain('used in FOR-001 #1');
    expect(within(entry(1)).getByRole('button', { name: 'https://example.org/log' })).toBeTruthy();
    expect(entry(2).textContent).toContain('graphic∅ its file is missing');
    expect(within(entry(1)).queryByRole('button', { name: /trash$/u })).toBeNull();
    expect(within(entry(2)).getByRole('button', { name: 'Move E2 to the trash' })).toBeTruthy();
  });

  it('are edited, times as people type them; what is no time is said to be none', async () => {
    await press('Edit E1');
    const form = screen.getByRole('form', { name: 'Exhibit E1' });
    const field = (label: string): HTMLElement => within(form).getByLabelText(label);
    expect(field('Accessed on')).toHaveProperty('value', '2025-04-09 14:02 Europe/Kyiv');
    await writeInto(opened.user, field('Captured on'), 'yesterday');
    await opened.user.click(within(form).getByRole('button', { name: 'Save' }));
    expect((await within(form).findByRole('alert')).textContent).toBe(opened.t('inspector.notADate'));
    await writeInto(opened.user, field('Captured on'), '2025-04-10 9:30 Asia/Shanghai');
    await opened.user.click(within(form).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.kase.records.exhibits.get(id)?.capturedOn).toBe('2025-04-10T01:30Z[Asia/Shanghai]'),
    );
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('have a form that Escape puts away, and not the dialog with it', async () => {
    await press('Edit E1');
    screen.getByLabelText('Title').focus();
    await opened.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(entries()).toHaveLength(2);
  });

  it('are all checked, and what was found out is told and shown', async () => {
    bridge.checkExhibits = async () => views().map((view) => ({ ...view, file: 'altered' }));
    await press('Check all');
    expect(await screen.findByText('All exhibits were checked: 0 missing, 2 altered.')).toBeTruthy();
    expect(entry(1).textContent).toContain('≠ its file was altered');
  });

  it('are looked for in a folder, and shown as they are then', async () => {
    bridge.findExhibits = async () => {
      files.clear();
      return ok({ found: 1 });
    };
    await press('Look for missing ones in a folder…');
    expect(await screen.findByText('One file was found and is beside the case again.')).toBeTruthy();
    await waitFor(() => expect(entry(2).textContent).toContain('its file is there'));
  });

  it('are opened, or it is said why not', async () => {
    bridge.openExhibit = async () => ({
      ok: false,
      error: { problem: { code: 'exhibit-missing' }, file: 'E2 Photograph' },
    });
    await press('Open E2');
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /^E2 Photograph: The file of this exhibit/u,
    );
  });

  it('say what came of taking files in, before the dialog that is open', async () => {
    bridge.addExhibits = async () => ok({ ids: ['new'], known: [id] });
    await press('Take in files…');
    const dialog = screen.getByRole('dialog');
    expect(
      await within(dialog).findByText('One exhibit was taken in. One file was an exhibit already.'),
    ).toBeTruthy();
    bridge.addExhibits = async () => full;
    await press('Take in files…');
    expect((await within(dialog).findByRole('alert')).textContent).toContain('photo.png: The disk is full');
    expect(opened.ui.useUi.getState().problem).toBeNull();
  });
});

describe('work that takes long', () => {
  it('says how far it is in front of everything, and is ended by its button and by Escape', async () => {
    opened = await openWindow(bridge, DIALOGS);
    const cancel = vi.spyOn(bridge, 'cancelExhibits');
    bridge.tell('exhibitProgress', { file: 'film.mp4', share: 0.25 });
    await screen.findByRole('dialog', { name: 'Working on film.mp4' });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    await press('Stop');
    await opened.user.keyboard('{Escape}');
    expect(cancel).toHaveBeenCalledTimes(2);
    bridge.tell('exhibitProgress', null);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('what is pasted or written', () => {
  const asked = () => vi.mocked(bridge.pasteExhibit).mock.calls.map(([input]) => input);
  const pasteInto = (files_: File[], types: string[]): void =>
    void fireEvent.paste(document.body, { clipboardData: { files: files_, types } });
  const picture = (): File => {
    const file = new File([new Uint8Array([1, 2, 3])], 'image.png', { type: 'image/png' });
    // jsdom has no arrayBuffer() of a file.
    return Object.assign(file, { arrayBuffer: async () => new Uint8Array([1, 2, 3]).buffer });
  };

  beforeEach(async () => {
    bridge.pasteExhibit = vi.fn<FakeBridge['pasteExhibit']>(async () => ok({ ids: ['new'], known: [] }));
    await open('paste-exhibit');
  });

  it('is taken in as a note of a call, in UTF-8', async () => {
    await writeInto(opened.user, screen.getByLabelText('Title'), 'Call with the brigade');
    await writeInto(opened.user, screen.getByLabelText('Text'), 'Вогонь о 14:10');
    await press('Take it in');
    const bytes = new TextEncoder().encode('Вогонь о 14:10');
    expect(asked()).toEqual([{ title: 'Call with the brigade', kind: 'call', bytes }]);
    expect(await screen.findByRole('dialog', { name: 'Exhibits' })).toBeTruthy();
  });

  it('is a picture where one is pasted, and that can be left out', async () => {
    pasteInto([picture()], ['Files']);
    expect(await screen.findByText('A picture is pasted, 3 bytes.')).toBeTruthy();
    await press('Leave the picture out');
    expect(screen.queryByText(/A picture is pasted/u)).toBeNull();
    pasteInto([picture()], ['Files']);
    await screen.findByText(/A picture is pasted/u);
    await press('Take it in');
    expect(asked()).toEqual([{ title: 'image', kind: 'image', bytes: new Uint8Array([1, 2, 3]) }]);
  });

  it('stays a text where there is a text beside the picture, as word processors have it', async () => {
    pasteInto([picture()], ['text/plain', 'Files']);
    await Promise.resolve();
    expect(screen.queryByText(/A picture is pasted/u)).toBeNull();
  });

  it('has to be something, and is kept when it could not be taken in or was put away', async () => {
    await press('Take it in');
    expect((await screen.findByRole('alert')).textContent).toBe(opened.t('exhibits.pasteNothing'));
    bridge.pasteExhibit = vi.fn<FakeBridge['pasteExhibit']>(async () => full);
    await writeInto(opened.user, screen.getByLabelText('Text'), 'Fire at 14:10');
    await press('Take it in');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    await opened.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    opened.ui.openDialog('paste-exhibit');
    expect(await screen.findByLabelText('Text')).toHaveProperty('value', 'Fire at 14:10');
    await press('Cancel');
    opened.ui.openDialog('paste-exhibit');
    expect(await screen.findByLabelText('Text')).toHaveProperty('value', '');
  });

  it('is taken in from within its text', async () => {
    await writeInto(opened.user, screen.getByLabelText('Text'), 'Fire at 14:10');
    await opened.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(asked()).toHaveLength(1));
  });

  it('belongs to its case: another is not offered it', async () => {
    await writeInto(opened.user, screen.getByLabelText('Text'), 'What the source said.');
    opened.store.useWindow.setState(({ overview }) => ({
      overview: overview && { ...overview, id: 'other' },
    }));
    await waitFor(() => expect(screen.getByLabelText('Text')).toHaveProperty('value', ''));
  });
});

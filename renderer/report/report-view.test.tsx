import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { REPORT_FORMATS } from '../../shared/report/formats.ts';
import { reportRecordOf } from '../../shared/testing/case-with-everything.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { layOut } from '../testing/layout.ts';
import { openWindow, recorded, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

beforeEach(async () => {
  layOut();
  bridge = fakeBridge();
  await recorded(bridge, 'The mill burned.');
  await recorded(bridge, 'The bakery stands.');
  opened = await openWindow(bridge, async () => (await import('./report-view.tsx')).ReportView);
});

const WHOLE = { edition: 'checking', language: 'en', scope: { refs: null, words: '' } };

describe('the ways out', () => {
  it('offers every form, and asks for those that were ticked in one go', async () => {
    const { user } = opened;
    const forms = within(screen.getByRole('group', { name: 'Forms' }));
    expect(forms.getAllByRole('checkbox')).toHaveLength(REPORT_FORMATS.length);
    const exportReport = vi.spyOn(bridge, 'exportReport').mockResolvedValue({
      ok: true,
      value: {
        files: [{ format: 'csv', path: '/reports/Mill.csv' }],
        exhibits: null,
        recorded: 3,
        unrecorded: null,
        unsearched: 1,
        advice: [],
      },
    });
    await user.click(forms.getByRole('checkbox', { name: 'CSV' }));
    await user.click(screen.getByRole('radio', { name: /Checked copy/ }));
    await user.click(screen.getByRole('checkbox', { name: /With the files of the exhibits/ }));
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    expect(exportReport).toHaveBeenCalledWith({
      ...WHOLE,
      edition: 'checked',
      formats: ['pdf', 'csv'],
      exhibits: 'attached',
    });
    expect(await screen.findByText('/reports/Mill.csv')).toBeTruthy();
    expect(screen.getByText(/recorded in the history as report R3/)).toBeTruthy();
    expect(screen.getByText(/the identity of one source/u)).toBeTruthy();
  });

  it('says where something protected stands, and not what', async () => {
    const place = { code: 'page', number: 3 } as const;
    const found = { place, what: 'identity', id: 's', about: { kind: 'source', name: 'a nurse' } } as const;
    vi.spyOn(bridge, 'exportReport').mockResolvedValue({
      ok: false,
      error: { file: 'Mill.pdf', problem: { code: 'protected-found', places: [found], more: 2 } },
    });
    await opened.user.click(screen.getByRole('button', { name: 'Export…' }));
    const told = (await screen.findByRole('alert')).textContent;
    expect(told).toContain('Mill.pdf: Something protected stands in this file, in 3 places:');
    expect(told).toContain('page 3: something the vault has about the source “a nurse”; and 2 places more.');
    expect(told).toContain('No file was written.');
  });

  it('does not go without a form', async () => {
    const { user } = opened;
    await user.click(screen.getByRole('checkbox', { name: 'PDF' }));
    expect(screen.getByRole('button', { name: 'Export…' }).hasAttribute('disabled')).toBe(true);
  });

  it('says why nothing was written', async () => {
    const { user } = opened;
    vi.spyOn(bridge, 'exportReport').mockResolvedValue({
      ok: false,
      error: { problem: { code: 'disk-full' }, file: 'Mill.pdf' },
    });
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Mill\.pdf/);
  });

  it('shows how far a long one is, and ends it', async () => {
    const { user } = opened;
    let end = (): void => undefined;
    vi.spyOn(bridge, 'exportReport').mockImplementation(
      () => new Promise((resolve) => (end = () => resolve({ ok: true, value: 'cancelled' }))),
    );
    const cancelReport = vi.spyOn(bridge, 'cancelReport').mockImplementation(async () => {
      end();
      return null;
    });
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    bridge.tell('reportProgress', {
      what: 'export',
      progress: { share: 0.5, at: 'writing', format: 'pdf' },
    });
    const dialog = within(await screen.findByRole('dialog', { name: 'Writing PDF…' }));
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(cancelReport).toHaveBeenCalled();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: 'Export…' }).hasAttribute('disabled')).toBe(false);
  });
});

describe('a report that was written', () => {
  it('is signed with a key of one’s own, and says with which', async () => {
    const { user } = opened;
    vi.spyOn(bridge, 'exportReport').mockResolvedValue({
      ok: true,
      value: {
        files: [{ format: 'pdf', path: '/reports/Mill.pdf' }],
        exhibits: null,
        recorded: 1,
        unrecorded: null,
        unsearched: 0,
        advice: [],
      },
    });
    const signReport = vi.spyOn(bridge, 'signReport').mockResolvedValue({
      ok: true,
      value: { fingerprint: 'SHA256:abc', path: '/reports/Mill.pdf.sig', file: 'Mill.pdf.sig' },
    });
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    await user.click(await screen.findByRole('button', { name: 'Sign /reports/Mill.pdf with a key' }));
    expect(signReport).toHaveBeenCalledWith({ path: '/reports/Mill.pdf' });
    expect(await screen.findByText('Signed: Mill.pdf.sig, by the key SHA256:abc.')).toBeTruthy();
  });
});

describe('the annotated document', () => {
  it('is the one that was added last, in the form that was chosen', async () => {
    const { user } = opened;
    await bridge.run({
      type: 'add-document',
      title: 'Mills',
      text: 'A mill.',
      format: 'text',
      fileName: null,
    });
    const exportDocument = vi.spyOn(bridge, 'exportDocument').mockResolvedValue({
      ok: true,
      value: { path: '/reports/Mills.docx', unsearched: 0 },
    });
    await user.click(await screen.findByRole('button', { name: 'Export the document…' }));
    const [id = ''] = [...bridge.kase.records.documents.keys()].slice(-1);
    expect(exportDocument).toHaveBeenCalledWith({
      id,
      format: 'docx',
      edition: 'checking',
      language: 'en',
    });
    expect(await screen.findByText('/reports/Mills.docx')).toBeTruthy();
  });
});

describe('the preview', () => {
  it('is made of what is chosen, and anew when that or the case changes', async () => {
    const { user } = opened;
    const preparePreview = vi.spyOn(bridge, 'preparePreview');
    await user.click(screen.getByRole('radio', { name: /Checked copy/ }));
    await waitFor(() => expect(preparePreview).toHaveBeenCalledWith({ ...WHOLE, edition: 'checked' }));
    await bridge.run({ type: 'edit-case', title: 'Mills' });
    await waitFor(() => expect(preparePreview).toHaveBeenCalledTimes(2));
    expect(screen.getByTitle('Preview of the report').getAttribute('sandbox')).toBe('');
  });
});

describe('the language', () => {
  it('is chosen apart from that of the interface, each by its own name', async () => {
    const { user } = opened;
    const preparePreview = vi.spyOn(bridge, 'preparePreview');
    await user.click(screen.getByRole('button', { name: /Language of the report/ }));
    const offered = within(screen.getByRole('listbox', { name: 'Language of the report' }))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    for (const name of ['English', 'Deutsch', 'Français', 'Українська', 'العربية', '简体中文'])
      expect(offered).toContain(name);
    await user.click(screen.getByRole('option', { name: 'العربية' }));
    await waitFor(() => expect(preparePreview).toHaveBeenCalledWith({ ...WHOLE, language: 'ar' }));
    expect(screen.getByRole('heading', { name: 'Report' })).toBeTruthy();
  });
});

describe('what is missing before it is final', () => {
  it('is counted, told and led to', async () => {
    const { user } = opened;
    const ready = within(await screen.findByRole('region', { name: /Before it is final 3/ }));
    expect(ready.getByText(/give your name in the settings/)).toBeTruthy();
    await user.click(ready.getByText(/Checking has not begun/));
    await user.click(ready.getByRole('button', { name: 'FOR-002' }));
    const { useWindow } = await import('../store.ts');
    expect(useWindow.getState().view).toBe('board');
    expect(useWindow.getState().rows.get(useWindow.getState().selectedId ?? '')?.ref).toBe('FOR-002');
  });
});

describe('words to look at again', () => {
  it('are told with their reason and the way to them', async () => {
    const { user } = opened;
    const [id = ''] = bridge.kase.records.allegations.keys();
    await bridge.run({
      type: 'move-allegation',
      id,
      to: 'unverified',
      why: 'insufficient',
      reason: 'The ministry admitted nothing, so it is clearly false.',
    });
    const ready = within(await screen.findByRole('region', { name: /Before it is final/ }));
    await user.click(await ready.findByText(/Words to look at again/));
    expect(ready.getByText(/“false” is a verdict/)).toBeTruthy();
    await user.click(ready.getByRole('button', { name: 'FOR-001, reason' }));
    const { useWindow } = await import('../store.ts');
    expect(useWindow.getState().selectedId).toBe(id);
  });
});

describe('the choice of allegations', () => {
  it('takes what a filter finds, says how it was chosen, and is forgotten by nobody', async () => {
    const { user } = opened;
    const preparePreview = vi.spyOn(bridge, 'preparePreview');
    await user.click(screen.getByRole('button', { name: 'Choose allegations' }));
    await user.click(screen.getByRole('radio', { name: 'Chosen ones' }));
    expect(screen.getByRole('button', { name: 'Done' }).hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByRole('textbox', { name: /Find by words/ }), 'bakery');
    await user.click(screen.getByRole('button', { name: 'Choose all that were found' }));
    await user.type(screen.getByRole('textbox', { name: 'How they were chosen' }), 'bread only');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByText('Of one of 2 allegations')).toBeTruthy();
    await waitFor(() =>
      expect(preparePreview).toHaveBeenCalledWith({
        ...WHOLE,
        scope: { refs: ['FOR-002'], words: 'bread only' },
      }),
    );
    expect(screen.getByRole('region', { name: /Before it is final 2/ })).toBeTruthy();
  });
});

describe('the cover', () => {
  it('is changed by one command, and what is written waits when it cannot be saved', async () => {
    const { user } = opened;
    const open = async (): Promise<void> =>
      user.click(await screen.findByRole('button', { name: 'Edit cover and method' }));
    await open();
    await user.type(screen.getByRole('textbox', { name: 'Version' }), '2.1');
    bridge.failNextSave();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    await user.keyboard('{Escape}');
    await open();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Version' }).value).toBe('2.1');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.asked.at(-1)).toMatchObject({ type: 'change-cover', cover: { version: '2.1' } });
  });

  it('takes a picture for what it is, not for what it is called', async () => {
    const { user } = opened;
    await user.click(await screen.findByRole('button', { name: 'Edit cover and method' }));
    const field = screen.getByLabelText(/^Logo/);
    await user.upload(field, new File(['<svg/>'], 'logo.png', { type: 'image/png' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/neither PNG nor JPEG/);
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
    await user.upload(field, new File([png], 'logo.png', { type: 'image/png' }));
    await user.type(await screen.findByRole('textbox', { name: /What the logo shows/ }), 'A mill');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.asked.at(-1)).toMatchObject({
        logo: { mediaType: 'image/png', alt: 'A mill', base64: 'iVBORw0KGgoB' },
      }),
    );
  });
});

describe('the reports that left', () => {
  it('are listed, and one is said to be published by a form that wants a day', async () => {
    const { user } = opened;
    await bridge.run(reportRecordOf(bridge.kase));
    const list = within(await screen.findByRole('region', { name: /Reports that left 1/ }));
    expect(list.getByText(/checked copy: HTML/)).toBeTruthy();
    await user.click(list.getByRole('button', { name: 'Say when report R1 was published' }));
    await user.click(list.getByRole('button', { name: 'Save' }));
    expect((await list.findByRole('alert')).textContent).toMatch(/Give the day/);
    await user.type(list.getByRole('textbox', { name: /Published on/ }), '2026-11-22');
    await user.click(list.getByRole('button', { name: 'Save' }));
    expect(await list.findByText(/Published 22 November 2026|Published November 22, 2026/)).toBeTruthy();
  });
});

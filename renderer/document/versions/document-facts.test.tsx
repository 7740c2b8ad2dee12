import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newest } from '../../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../../testing/fake-bridge.ts';
import { made, openWindow, write, type OpenWindow } from '../../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let documentId: string;

const FACTS = async () => {
  const { DocumentFacts } = await import('./document-facts.tsx');
  const { useWindow } = await import('../../store.ts');
  const { useAsked } = await import('../../ui/use-asked.ts');
  return () => {
    const id = useWindow((state) => state.documentId) ?? '';
    const revision = useWindow((state) => state.revision);
    const view = useAsked(`document:${id}`, () => bridge.document({ id }), [revision]);
    return view ? <DocumentFacts view={view} /> : null;
  };
};

const facts = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'About this document' });
/** What is told, by what it is about. */
const told = (place: HTMLElement): Record<string, string | null> =>
  Object.fromEntries(
    [...place.querySelectorAll('dt')].map((each) => [
      each.textContent,
      each.nextElementSibling?.textContent ?? null,
    ]),
  );
const language = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Language' });
const stored = (): string | null => newest(bridge.kase, 'documents').language;

async function open(): Promise<HTMLElement> {
  opened = await openWindow(bridge, FACTS);
  bridge.asked = [];
  return facts();
}

beforeEach(async () => {
  bridge = fakeBridge();
  documentId = await made(bridge, 'documents', {
    type: 'add-document',
    title: 'Mill',
    text: 'The mill burned down.\n\nNobody was hurt.',
    format: 'pdf',
    fileName: 'mill.pdf',
    extractor: { name: 'pdfjs-dist', version: '4.10.38' },
    language: 'uk',
    pages: [
      { label: 'i', start: 0 },
      { label: '1', start: 23 },
    ],
    original: {
      title: 'mill.pdf',
      kind: 'document',
      sha256: 'a'.repeat(64),
      bytes: 2_400,
      mediaType: 'application/pdf',
      fileName: 'mill.pdf',
      publishedOn: null,
      capturedOn: null,
      accessedOn: null,
      address: null,
      archivedAddress: null,
      notes: '',
      graphic: false,
    },
  });
});

describe('the facts about a document', () => {
  it('say where it came from, how it was read, and what was kept', async () => {
    const place = await open();
    await within(place).findByRole('button', { name: 'Open E1' });
    expect(told(place)).toMatchObject({
      File: 'mill.pdf',
      'Came as': 'PDF',
      'Read by': 'pdfjs-dist 4.10.38',
      Pages: '2',
      'SHA-256 of the text': newest(bridge.kase, 'documents').sha256,
      Original: 'E1 Open',
    });
    expect(Object.keys(told(place))).not.toContain('Encoding');
    expect(language().value).toBe('Ukrainian');
  });

  it('open the original, and say why when it cannot be shown', async () => {
    bridge.openExhibit = vi.fn<FakeBridge['openExhibit']>(async () => ({
      ok: false,
      error: { problem: { code: 'exhibit-missing' }, file: 'mill.pdf' },
    }));
    await open();
    await opened.user.click(await screen.findByRole('button', { name: 'Open E1' }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      `mill.pdf: ${opened.t('problems.exhibit-missing')}`,
    );
    const { exhibitId } = newest(bridge.kase, 'documents');
    expect(bridge.openExhibit).toHaveBeenCalledExactlyOnceWith({ id: exhibitId });
  });

  it.each([
    ['German', 'de'],
    ['arabic', 'ar'],
    ['de-at', 'de-AT'],
    ['', null],
  ])('correct the language by its name or tag (%s)', async (typed, tag) => {
    await open();
    await write(opened.user, language(), typed);
    await opened.user.tab();
    await waitFor(() => expect(stored()).toBe(tag));
    expect(bridge.asked).toEqual([{ type: 'edit-document', id: documentId, language: tag }]);
  });

  it('say what is no language, and take it back on Escape', async () => {
    await open();
    await write(opened.user, language(), 'englsh');
    await opened.user.tab();
    expect((await screen.findByRole('alert')).textContent).toBe(opened.t('versions.facts.notALanguage'));
    expect(bridge.asked).toEqual([]);
    await opened.user.click(language());
    await opened.user.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(language().value).toBe('Ukrainian'));
  });

  it('lead to a new version, and to the others once there are some', async () => {
    const place = await open();
    expect(within(place).queryByRole('button', { name: 'Compare versions…' })).toBeNull();
    await opened.user.click(within(place).getByRole('button', { name: 'Add a new version…' }));
    expect(opened.ui.useUi.getState().dialog).toBe('add-version');
    await made(bridge, 'documents', {
      type: 'add-version',
      previousId: documentId,
      title: null,
      text: 'The mill stands.',
      format: 'text',
      fileName: null,
    });
    await opened.user.click(await screen.findByRole('button', { name: 'Compare versions…' }));
    expect(opened.ui.useUi.getState().dialog).toBe('versions');
    expect(told(await facts())['Version']).toMatch(/^Version 2 of 2, /u);
    expect(told(await facts())['File']).toBe('pasted');
  });

  it('are only told where nothing can be changed', async () => {
    bridge.readOnly = { code: 'asked' };
    const place = await open();
    expect(told(place)['Language']).toBe('Ukrainian');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add a new version…' })).toBeNull();
  });
});

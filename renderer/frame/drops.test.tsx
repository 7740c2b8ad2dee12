import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openWindow, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let stop = (): void => undefined;

const ok = <T,>(value: T) => ({ ok: true, value }) as const;
const wrong = (file: string, code: 'disk-full' | 'not-text' | 'cancelled') =>
  ({ ok: false, error: { problem: { code }, file } }) as const;
const DIALOGS = async () => (await import('./dialogs.tsx')).Dialogs;

const drop = (...names: string[]): void => {
  const files = names.map((name) => ({ name }));
  fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files } });
};
const paths = (...names: string[]): string[] => names.map((name) => `/dropped/${name}`);
/** What main was asked, in order: a path that was opened, or paths that became exhibits. */
let asked: (string | string[])[];
const ui = () => opened.ui.useUi.getState();

async function openDocument(path: string): Promise<Awaited<ReturnType<FakeBridge['openPath']>>> {
  asked.push(path);
  if (path.endsWith('.stet')) return ok('opened' as const);
  const text = `The text of ${path}`;
  await bridge.run({ type: 'add-document', title: null, text, format: 'text', fileName: null });
  return ok('document-added' as const);
}

beforeEach(async () => {
  asked = [];
  bridge = fakeBridge();
  bridge.openPath = ({ path }) => openDocument(path);
  bridge.addExhibitFiles = async (given) => {
    asked.push(given.paths);
    return ok({ ids: given.paths, known: [] });
  };
  opened = await openWindow(bridge, DIALOGS);
  stop = (await import('./drops.ts')).listenToDrops(opened.t);
  return () => stop();
});

describe('files that are dropped', () => {
  it('are documents where they can be read and exhibits otherwise, in their order, a case before all', async () => {
    drop('photo.png', 'article.TXT', 'notes.md', 'Mill.stet', 'scan.PDF', 'readme', 'page.mhtml', 'log.docx');
    await waitFor(() => expect(asked).toHaveLength(8));
    expect(asked).toEqual([
      '/dropped/Mill.stet',
      paths('photo.png'),
      ...paths('article.TXT', 'notes.md', 'scan.PDF'),
      paths('readme'),
      ...paths('page.mhtml', 'log.docx'),
    ]);
    await waitFor(() => expect(ui().note).toBe('5 documents were added. 2 exhibits were taken in.'));
    expect(ui().problem).toBeNull();
  });

  it.each(['sources', 'exhibits'])('are all exhibits where exhibits are looked after (%s)', async (where) => {
    if (where === 'sources') opened.store.show('sources');
    else opened.ui.openDialog('exhibits');
    drop('article.txt', 'Mill.stet', 'scan.pdf');
    await waitFor(() => expect(asked).toEqual(['/dropped/Mill.stet', paths('article.txt', 'scan.pdf')]));
  });

  it('that become a document are shown in the document view, which nobody is led to', async () => {
    opened.store.show('board');
    drop('one.txt', 'two.txt');
    await waitFor(() => expect(ui().note).toBe('2 documents were added.'));
    const { documents, documentId, view } = opened.store.useWindow.getState();
    expect([documentId, view]).toEqual([documents[1]?.id, 'board']);
  });

  it('go on after the first that cannot be taken in, which is told', async () => {
    bridge.openPath = async ({ path }) =>
      path.includes('bad') ? wrong(path.replace('/dropped/', ''), 'not-text') : openDocument(path);
    bridge.addExhibitFiles = async (given) => {
      asked.push(given.paths);
      return given.paths.some((path) => path.endsWith('c.png'))
        ? wrong('c.png', 'disk-full')
        : ok({ ids: given.paths, known: [] });
    };
    drop('bad1.txt', 'good.txt', 'bad2.txt', 'a.png', 'b.png', 'c.png', 'd.png');
    await waitFor(() => expect(ui().problem).toBe(`bad1.txt: ${opened.t('problems.not-text')}`));
    expect(asked).toEqual(['/dropped/good.txt', paths('a.png', 'b.png', 'c.png', 'd.png'), paths('d.png')]);
    expect(ui().note).toBe('3 exhibits were taken in.');
  });

  it('end quietly when a person ends the reading of one', async () => {
    bridge.openPath = async ({ path }) =>
      path.endsWith('two.txt') ? wrong('two.txt', 'cancelled') : openDocument(path);
    drop('one.txt', 'two.txt', 'three.txt');
    await waitFor(() => expect(asked).toEqual(['/dropped/one.txt']));
    await new Promise((resolve) => setTimeout(resolve));
    expect([asked.length, ui().problem]).toEqual([1, null]);
  });

  it('are handed over a thousand at a time', async () => {
    drop(...Array.from({ length: 1_001 }, (_, at) => `${at}.png`));
    await waitFor(() => expect(asked.map((each) => each.length)).toEqual([1_000, 1]));
  });

  it('say that an exhibit needs a case', async () => {
    opened.store.useWindow.setState({ overview: null });
    drop('photo.png');
    await waitFor(() => expect(ui().problem).toBe(opened.t('frame.exhibitNeedsCase')));
    expect(asked).toEqual([]);
  });

  it('wait for a case, all of them in their order', async () => {
    let open = false;
    bridge.openPath = async ({ path }) =>
      open ? openDocument(path) : ({ ok: false, error: { needsCase: true } } as const);
    bridge.newCase = async () => {
      open = true;
      return ok('opened' as const);
    };
    drop('one.txt', 'two.pdf', 'three.docx');
    await screen.findByRole('dialog', { name: 'New case' });
    expect(ui().article).toBe('/dropped/one.txt');
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(asked).toEqual(paths('one.txt', 'two.pdf', 'three.docx')));
  });

  it('that waited in vain do not come along later', async () => {
    let open = false;
    bridge.openPath = async ({ path }) =>
      open ? openDocument(path) : ({ ok: false, error: { needsCase: true } } as const);
    drop('one.txt', 'two.txt');
    await screen.findByRole('dialog');
    await opened.user.keyboard('{Escape}');
    open = true;
    drop('one.txt');
    await waitFor(() => expect(asked).toEqual(['/dropped/one.txt']));
    await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toHaveLength(1);
  });
});

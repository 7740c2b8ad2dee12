import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { queryOn } from '../../../shared/testing/case-with-everything.ts';
import { fakeBridge, type FakeBridge } from '../../testing/fake-bridge.ts';
import { made, openWindow, type OpenWindow } from '../../testing/open-window.tsx';
import { SECOND, spanOf, twoVersions, WORDS } from '../../testing/two-versions.ts';

let bridge: FakeBridge;
let opened: OpenWindow;
let firstId: string;
let secondId: string;

// Nothing is laid out in jsdom, not even what is selected.
Range.prototype.getBoundingClientRect = () => new DOMRect();

/** The notes above a text that can be selected in, with the keys and what is announced. */
const NOTES = async () => {
  const { useEffect, useMemo, useRef } = await import('react');
  const { VersionNotes } = await import('./version-notes.tsx');
  const { readingOf } = await import('../reading/reading.ts');
  const { listenToKeys } = await import('../../frame/keys.ts');
  const { useWindow } = await import('../../store.ts');
  const { useAsked } = await import('../../ui/use-asked.ts');
  const { Announcer } = await import('../../ui/announcer.tsx');
  const { useT } = await import('../../ui/words.tsx');
  return () => {
    const t = useT();
    const id = useWindow((state) => state.documentId) ?? '';
    const revision = useWindow(({ revisions }) => revisions.get(id) ?? 0);
    const view = useAsked(`document:${id}`, () => bridge.document({ id }), [revision]);
    const column = useRef<HTMLDivElement>(null);
    useEffect(() => listenToKeys(t), [t]);
    const document_ = view?.document;
    const place = useMemo(() => document_ && { column, reading: readingOf(document_) }, [document_]);
    return (
      <main>
        {view && place && <VersionNotes view={view} place={place} />}
        <div ref={column} data-reader data-first-focus contentEditable suppressContentEditableWarning>
          {place?.reading.chunks.map(({ index, from, to }) => (
            <div key={index} data-from={from}>
              {place.reading.text.slice(from, to)}
            </div>
          ))}
        </div>
        <Announcer />
      </main>
    );
  };
};

const column = (): HTMLElement => document.querySelector('[data-reader]') as HTMLElement;
const press = (name: RegExp | string): Promise<void> =>
  opened.user.click(screen.getByRole('button', { name }));
const said = (): string | null => screen.getByRole('status').textContent;
const heading = (): Promise<HTMLElement> => screen.findByRole('heading', { level: 2 });
const entries = (): HTMLElement[] => screen.getAllByRole('article');
const asked = (type: string) => bridge.asked.filter((each) => each.type === type);
const unfolded = (): HTMLElement | undefined =>
  entries().find((each) => within(each).queryByRole('button', { expanded: true }));
const passageOf = (name: keyof typeof WORDS) =>
  [...bridge.kase.records.passages.values()].find(({ selector }) => selector[0].exact === WORDS[name]);

/** Selects words of the text, as dragging over them does. */
function selectWords(words: string): void {
  const node = column().firstElementChild?.firstChild;
  if (!node) throw new Error('there is no text');
  const from = SECOND.indexOf(words);
  act(() => {
    column().focus();
    document.getSelection()?.setBaseAndExtent(node, from, node, from + words.length);
    document.dispatchEvent(new Event('selectionchange'));
  });
}

async function open(): Promise<void> {
  opened = await openWindow(bridge, NOTES);
  bridge.asked = [];
}

beforeEach(async () => {
  document.getSelection()?.removeAllRanges();
  bridge = fakeBridge();
  ({ firstId, secondId } = await twoVersions(bridge));
});

describe('places that need somebody', () => {
  beforeEach(async () => {
    await open();
    await heading();
  });

  it('are counted by what is in doubt, said, and listed when that is asked for', async () => {
    expect((await heading()).textContent).toBe('4 places need you since the new version');
    expect(said()).toBe('4 places need you since the new version');
    expect(
      screen.getByText('1 moved · 1 words changed · 1 place not certain · 1 not found any more'),
    ).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
    await press('Show them');
    const heads = entries().map((each) => within(each).getAllByRole('button')[0]?.textContent);
    expect(heads).toEqual([
      `FOR-002moved${WORDS.moved}`,
      `FOR-003words changed${WORDS.fuzzy}`,
      `FOR-004not found any more${WORDS.orphaned}`,
      `FOR-005place not certain${WORDS.ambiguous}`,
    ]);
    expect(entries().map((each) => each.dataset['doubt'])).toContain('orphaned');
    await press('Fold them away');
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('that moved are confirmed by keyboard, the next one is unfolded with the keyboard on it, and undo works', async () => {
    await press('Show them');
    const [first] = entries();
    expect(first && within(first).getByText(opened.t('versions.means.moved'))).toBeTruthy();
    screen.getByRole('button', { name: 'Confirm where FOR-002 stands' }).focus();
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(entries()).toHaveLength(3));
    expect(asked('settle-anchor')).toMatchObject([{ kind: 'passages', span: null }]);
    expect(passageOf('moved')).toMatchObject({ doubt: null, documentId: secondId });
    expect(document.activeElement?.textContent).toContain('FOR-003');
    await bridge.run({ type: 'undo' });
    await waitFor(() => expect(entries()).toHaveLength(4));
  });

  it('that only moved are confirmed all at once', async () => {
    await press('Show them');
    await press('Confirm the one that only moved');
    await waitFor(() => expect(entries()).toHaveLength(3));
    expect(asked('confirm-moved')).toEqual([{ type: 'confirm-moved', documentId: secondId }]);
    expect(screen.queryByRole('button', { name: /only moved/u })).toBeNull();
  });

  it('whose words changed: the new ones are shown with what is different, and chosen', async () => {
    await press('Show them');
    await press(/^FOR-003/u);
    const place = await screen.findByRole('button', { name: /^FOR-003 stands here: “Fourteen people/u });
    const item = place.closest('li');
    expect(item?.querySelector('del')?.textContent).toBe('taken out: Twelve end ');
    expect(item?.querySelector('ins')?.textContent).toBe('put in: Fourteen end ');
    await opened.user.click(place);
    await waitFor(() => expect(entries()).toHaveLength(3));
    const [settled] = asked('settle-anchor');
    const words = WORDS.fuzzy.replace('Twelve', 'Fourteen');
    expect(settled).toMatchObject({ span: spanOf(secondId, SECOND, words) });
    await waitFor(() => expect(said()).toBe('3 places need you since the new version'));
  });

  it('whose words stand in several places: each is offered with what stands around it', async () => {
    await press('Show them');
    await press(/^FOR-005/u);
    await waitFor(() => expect(within(unfolded() as HTMLElement).getAllByRole('listitem')).toHaveLength(2));
    const around = within(unfolded() as HTMLElement)
      .getAllByRole('listitem')
      .map((each) => each.querySelector('p')?.textContent);
    expect(around.some((each) => each?.includes('when. The town will pay.'))).toBe(true);
    expect(around.some((each) => each?.includes('The town will pay. So a note'))).toBe(true);
    await opened.user.click(
      within(unfolded() as HTMLElement).getAllByRole('button', { name: /stands here/u })[1] as HTMLElement,
    );
    await waitFor(() => expect(entries()).toHaveLength(3));
    expect(passageOf('ambiguous')).toMatchObject({ doubt: null, documentId: secondId });
  });

  it('that are not found: anchored to words that are selected in the text, by key', async () => {
    await press('Show them');
    await press(/^FOR-004/u);
    expect(screen.getByText(opened.t('versions.means.orphaned'))).toBeTruthy();
    expect(screen.queryByText('Where it may stand')).toBeNull();
    await press('Select the words of FOR-004 in the text');
    expect(document.activeElement).toBe(column());
    selectWords('So a note of the council has it.');
    expect(await screen.findByText('Selected: “So a note of the council has it.”')).toBeTruthy();
    await opened.user.keyboard('h');
    await waitFor(() => expect(entries()).toHaveLength(3));
    expect(asked('settle-anchor')).toMatchObject([
      { span: spanOf(secondId, SECOND, 'So a note of the council has it.') },
    ]);
    // Nothing else is anchored by the key: what was selected is not selected any more.
    expect(opened.ui.useUi.getState().anchorSelection).toBeNull();
  });

  it('that are not found: moved to the trash', async () => {
    await press('Show them');
    await press(/^FOR-004/u);
    await press('Move the passage of FOR-004 to the trash');
    await waitFor(() => expect(entries()).toHaveLength(3));
    expect(asked('remove')).toMatchObject([{ kind: 'passages' }]);
    expect(passageOf('orphaned')).toMatchObject({ removed: true });
  });

  it('say why when it could not be saved, and stay', async () => {
    await press('Show them');
    bridge.failNextSave();
    await press('Confirm where FOR-002 stands');
    await waitFor(() => expect(opened.ui.useUi.getState().problem).toBe(opened.t('problems.disk-full')));
    expect(entries()).toHaveLength(4);
  });

  it('are gone when all is settled, and the keyboard is in the text', async () => {
    await press('Show them');
    for (const { id } of [...bridge.kase.records.passages.values()]
      .filter(({ doubt }) => doubt !== null)
      .slice(1))
      await act(() => bridge.run({ type: 'remove', kind: 'passages', id }).then(() => undefined));
    await waitFor(() => expect(entries()).toHaveLength(1));
    await press('Confirm where FOR-002 stands');
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    expect(screen.queryByRole('heading')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(column()));
  });
});

it('a query is called by its number, and moved to the trash as one', async () => {
  const words = 'a letter says so';
  bridge = fakeBridge();
  const given = { title: 'Mill', text: `Here is ${words}.`, format: 'text', fileName: null } as const;
  const documentId = await made(bridge, 'documents', { type: 'add-document', ...given });
  const span = spanOf(documentId, given.text, words);
  await made(bridge, 'queries', queryOn(documentId, { span }));
  await made(bridge, 'documents', {
    type: 'add-version',
    ...given,
    previousId: documentId,
    text: 'Nothing of the kind.',
  });
  await open();
  await heading();
  await press('Show them');
  expect(within(entries()[0] as HTMLElement).getByText('Q1')).toBeTruthy();
  await press('Move Q1 to the trash');
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  expect(asked('remove')).toMatchObject([{ kind: 'queries' }]);
});

it('where nothing can be changed, what is in doubt is only told', async () => {
  bridge.readOnly = { code: 'asked' };
  await open();
  await heading();
  await press('Show them');
  await press(/^FOR-003/u);
  await screen.findByText('Where it may stand');
  const names = screen.getAllByRole('button').map((each) => each.textContent);
  expect(names.filter((name) => /Confirm|stands here|trash|Select/u.test(name ?? ''))).toEqual([]);
});

describe('an older version', () => {
  it('says so, leads to the newest, and stays shown while other things change', async () => {
    await open();
    await heading();
    act(() => opened.store.showDocument(firstId));
    const note = await screen.findByText(
      /^This is version 1 of 2, added .* Nothing new is recorded here\.$/u,
    );
    expect(note).toBeTruthy();
    expect(screen.queryByRole('heading')).toBeNull();
    await act(async () => void (await bridge.run({ type: 'edit-case', title: 'Mill fire' })));
    expect(opened.store.useWindow.getState().documentId).toBe(firstId);
    await press('Compare versions…');
    expect(opened.ui.useUi.getState().dialog).toBe('versions');
    await press('Show the newest version');
    expect(opened.store.useWindow.getState().documentId).toBe(secondId);
    await heading();
  });

  it('comes back in place of a newest one that is taken back, and goes again with it', async () => {
    bridge = fakeBridge();
    const given = { title: 'Mill', text: 'One.', format: 'text', fileName: null } as const;
    const id = await made(bridge, 'documents', { type: 'add-document', ...given });
    await made(bridge, 'documents', { type: 'add-document', ...given, text: 'Other.' });
    await open();
    opened.store.showDocument(id);
    const shown = (): string | null => opened.store.useWindow.getState().documentId;
    const next = { ...given, previousId: id, text: 'Two.' };
    const newer = await made(bridge, 'documents', { type: 'add-version', ...next });
    expect(shown()).toBe(newer);
    await bridge.run({ type: 'undo' });
    expect(shown()).toBe(id);
    await bridge.run({ type: 'redo' });
    expect(shown()).toBe(newer);
  });
});

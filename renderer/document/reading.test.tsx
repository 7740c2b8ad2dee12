import { act, screen, waitFor, within } from '@testing-library/react';
import { useEffect } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input } from '../../shared/api.ts';
import type { OpenedReadOnly } from '../../shared/problems.ts';
import { translator } from '../../shared/messages/translate.ts';
import { newest } from '../../shared/testing/case-with.ts';
import { codePointLength } from '../../shared/text/code-points.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, type OpenWindow } from '../testing/open-window.tsx';

type Given = Omit<Extract<Input<'run'>, { type: 'add-document' }>, 'type' | 'title' | 'fileName'>;

const ARTICLE = `The mill fire

The mayor said 12 people were hurt. It was a sad day for the town. “Nobody warned us,” said Anna Berg.

The cause is not known.`;

let bridge: FakeBridge;
let opened: OpenWindow;
let documentId: string;

/** The view of the document, with the keys and what is spoken. */
const VIEW = async () => {
  const { DocumentView } = await import('./document-view.tsx');
  const { Announcer } = await import('../ui/announcer.tsx');
  const { listenToKeys } = await import('../frame/keys.ts');
  const t = translator('en');
  return () => {
    useEffect(() => listenToKeys(t), []);
    return (
      <>
        <main>
          <DocumentView />
        </main>
        <Announcer />
      </>
    );
  };
};

// Nothing is laid out in jsdom, not even what is selected.
Range.prototype.getBoundingClientRect = () => new DOMRect();

async function open(given: Partial<Given> = {}, readOnly: OpenedReadOnly | null = null): Promise<void> {
  bridge = fakeBridge({ settings: { checker: 'M. K.' } });
  const document = { text: ARTICLE, format: 'text', language: 'en', ...given } as const;
  documentId = await made(bridge, 'documents', {
    type: 'add-document',
    title: 'Mill',
    fileName: null,
    ...document,
  });
  bridge.readOnly = readOnly;
  opened = await openWindow(bridge, VIEW);
  await waitFor(column);
  bridge.asked = [];
}

const column = (): HTMLElement => screen.getByRole('textbox', { name: 'Mill' });
const figure = (): string => screen.getByText(/sentences? accounted for/u).textContent;
const spoken = (): string => screen.getByRole('status').textContent;
const span = (words: string, text = ARTICLE) => {
  const start = codePointLength(text.slice(0, text.indexOf(words)));
  return { documentId, start, end: start + codePointLength(words) };
};
const press = (keys: string): Promise<void> => opened.user.keyboard(keys);
/** Puts the keyboard into the text, and goes to a sentence from its beginning. */
async function goTo(sentence: number): Promise<void> {
  act(() => column().focus());
  for (let each = 0; each < sentence; each++) await press('j');
}

describe('the text', () => {
  it('is shown as what it is, and its text content is exactly the text', async () => {
    const text = 'Port\n\nYear\tCost\n2024\t7\n\nFirst\nSecond\n\nOne goes over. The page.';
    const at = (kind: 'heading' | 'table' | 'item', words: string, level: number | null = null) => {
      const { start, end } = span(words, text);
      return { kind, level, start, end };
    };
    const { start } = span('The page', text);
    await open({
      text,
      format: 'docx',
      blocks: [
        at('heading', 'Port', 1),
        at('table', 'Year\tCost\n2024\t7'),
        at('item', 'First', 1),
        at('item', 'Second', 2),
      ],
      pages: [
        { label: 'iv', start: 0 },
        { label: '1', start },
      ],
    });
    expect(column().textContent).toBe(text);
    expect(column().lang).toBe('en');
    expect(within(column()).getByRole('heading', { level: 2 }).textContent).toBe('Port\n');
    const cells = [...column().querySelectorAll('[data-table] [data-cell]')];
    expect(cells.map(({ textContent }) => textContent)).toEqual(['Year\t', 'Cost\n', '2024\t', '7\n']);
    const items = [...column().querySelectorAll<HTMLElement>('[data-kind="item"]')];
    expect(items.map(({ dataset }) => [dataset['level'], dataset['bullet']])).toEqual([
      ['1', 'true'],
      ['2', 'true'],
    ]);
    expect(column().querySelector('[data-page]')?.getAttribute('data-page')).toBe('iv');
    expect(column().querySelector('[data-new-page]')?.textContent).toBe('The page.');
  });

  it('of a language from right to left has its margin there', async () => {
    await open({ text: 'قال المتحدث إن عشرة أشخاص لقوا مصرعهم.', language: 'ar' });
    expect(column().dir).toBe('rtl');
    await press('w');
    expect(await screen.findByText(/This text is in Arabic/u)).toBeTruthy();
  });

  it('is copied as it is stored', async () => {
    await open();
    act(() => {
      column().focus();
      document.getSelection()?.selectAllChildren(column());
    });
    const data = new Map<string, string>();
    const copy = new Event('copy', { bubbles: true, cancelable: true });
    Object.assign(copy, { clipboardData: { setData: (type: string, text: string) => data.set(type, text) } });
    column().dispatchEvent(copy);
    expect([...data]).toEqual([['text/plain', ARTICLE]]);
  });
});

describe('sentence by sentence', () => {
  beforeEach(() => open());

  it('the keys go from one to the next and say which it is, how far it is checked, and why it may be worth it', async () => {
    await goTo(2);
    await waitFor(() =>
      expect(spoken()).toContain('The mayor said 12 people were hurt. · untouched · worth checking: '),
    );
    expect(spoken()).toContain('figure');
    expect(screen.getByText(/^Sentence 2 of 5/u)).toBeTruthy();
    await press('k');
    await waitFor(() => expect(spoken()).toContain('The mill fire'));
    await press('k');
    await waitFor(() => expect(spoken()).toBe('This is the first sentence.'));
  });

  it('A records the sentence, and again; what was selected with Shift+J is recorded as a whole', async () => {
    await goTo(2);
    await press('a');
    await waitFor(() => expect(column().querySelectorAll('mark')).toHaveLength(1));
    await goTo(0);
    await press('a');
    await waitFor(() => expect(column().querySelector('mark')?.dataset['label']).toBe('◌ 1 ◌ 2'));
    await goTo(1);
    await press('{Shift>}J{/Shift}');
    await waitFor(() => expect(spoken()).toBe('2 sentences selected'));
    await press('a');
    await waitFor(() => expect(bridge.asked).toHaveLength(3));
    expect(bridge.asked.map((each) => each.type === 'record-allegation' && each.passage)).toEqual([
      span('The mayor said 12 people were hurt.'),
      span('The mayor said 12 people were hurt.'),
      span('It was a sad day for the town. “Nobody warned us,” said Anna Berg.'),
    ]);
  });

  it('O and C mark the sentence, take the mark away, and change one for the other', async () => {
    await goTo(3);
    await press('o');
    await waitFor(() => expect(figure()).toBe('20% 1 of 5 sentences accounted for'));
    expect(column().querySelector('[data-mark="opinion"]')?.textContent).toBe(
      'It was a sad day for the town.',
    );
    expect(spoken()).toBe('Marked: opinion, not checkable.');
    await press('c');
    await waitFor(() => expect(column().querySelector('[data-mark="nothing"]')).toBeTruthy());
    expect(column().querySelector('[data-mark="opinion"]')).toBeNull();
    await press('c');
    await waitFor(() => expect(column().querySelector('[data-mark]')).toBeNull());
    expect(figure()).toBe('0% 0 of 5 sentences accounted for');
    await opened.store.run({ type: 'undo' });
    await waitFor(() => expect(column().querySelector('[data-mark="nothing"]')).toBeTruthy());
    expect(column().textContent).toBe(ARTICLE);
  });

  it('U goes to what is left to do, round the end, and says when nothing is', async () => {
    await goTo(1);
    for (const left of [1, 2, 3, 4, 5]) {
      await press('c');
      await waitFor(() => expect(figure()).toMatch(new RegExp(`${left} of 5 `, 'u')));
      await press('u');
    }
    expect(figure()).toBe('100% 5 of 5 sentences accounted for');
    await waitFor(() => expect(spoken()).toBe('Every sentence is accounted for.'));
  });

  it('a sentence in part is partly accounted for, and the margin and the filter go by that', async () => {
    await bridge.run({ type: 'mark-text', kind: 'nothing', span: span('12 people') });
    await bridge.run({ type: 'mark-text', kind: 'nothing', span: span('The cause is not known.') });
    await screen.findByText('1 partly');
    const covers = [...column().querySelectorAll('p')].map(({ dataset }) => dataset['cover']);
    expect(covers).toEqual(['untouched', undefined, 'untouched', undefined, 'checked']);
    await opened.user.click(screen.getByRole('button', { name: /Show$/u }));
    await opened.user.click(screen.getByRole('option', { name: 'only untouched' }));
    expect(column().dataset['filter']).toBe('untouched');
  });

  it('is copied with its reference', async () => {
    const copy = vi.spyOn(navigator.clipboard, 'writeText');
    await goTo(5);
    await press('{Control>}{Shift>}C{/Shift}{/Control}');
    await waitFor(() => expect(spoken()).toBe('Copied with its reference.'));
    expect(copy.mock.lastCall?.[0]).toMatch(
      /^“The cause is not known\.” Mill, para\. 3, SHA-256 [0-9a-f]{12}…$/u,
    );
  });
});

describe('hints', () => {
  beforeEach(() => open());
  const hinted = (): (string | null)[] =>
    [...column().querySelectorAll('[data-hint="first"]')].map(({ textContent }) => textContent);

  it('are listed with their reasons, and go when they are accepted or dismissed', async () => {
    await press('w');
    const panel = await screen.findByRole('region', { name: 'Worth checking' });
    expect(within(panel).getAllByRole('button', { name: /^Accept:/u })).toHaveLength(3);
    expect(hinted()).toHaveLength(3);
    await goTo(4);
    await press('s');
    await waitFor(() => expect(hinted()).toHaveLength(2));
    expect(bridge.asked[0]).toMatchObject({
      type: 'record-allegation',
      claimant: 'Anna Berg',
      notes: 'Quoted: “Nobody warned us”',
      passage: span('“Nobody warned us,” said Anna Berg.'),
    });
    await opened.user.click(within(panel).getByRole('button', { name: /^Dismiss: The mayor/u }));
    await waitFor(() => expect(hinted()).toEqual(['The cause is not known.']));
    expect(newest(bridge.kase, 'marks').kind).toBe('dismissed');
    expect(figure()).toBe('20% 1 of 5 sentences accounted for');
    await goTo(0);
    await press('d');
    expect(opened.ui.useUi.getState().problem).toBe(opened.t('document.hints.noneHere'));
  });

  it('can be hidden', async () => {
    await press('w');
    await opened.user.click(await screen.findByRole('checkbox', { name: 'Show hints in the text' }));
    expect(column().dataset['hints']).toBeUndefined();
  });
});

describe('the list beside the text', () => {
  it('has all that is marked in reading order, by kind, and goes there', async () => {
    await open();
    const record = (words: string) =>
      bridge.run({ type: 'record-allegation', statement: words, passage: span(words) });
    await record('Nobody warned us');
    await record('12 people were hurt');
    await bridge.run({ type: 'mark-text', kind: 'opinion', span: span('It was a sad day for the town.') });
    await press('l');
    const panel = await screen.findByRole('region', { name: 'In this text' });
    const names = (): (string | null)[] =>
      within(panel)
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(names()).toEqual([
      'FOR-002 ◌  unverified12 people were hurt',
      '≈ opinion, not checkableIt was a sad day for the town.',
      'FOR-001 ◌  unverifiedNobody warned us',
    ]);
    await opened.user.click(within(panel).getByRole('button', { name: /^FOR-001/u }));
    expect(document.activeElement).toBe(column());
    expect(opened.store.useWindow.getState().selectedId).not.toBeNull();
    await opened.user.click(within(panel).getByRole('button', { name: /Show$/u }));
    await opened.user.click(screen.getByRole('option', { name: 'untouched sentences' }));
    expect(names()).toEqual(['┊ untouchedThe mill fire', '┊ untouchedThe cause is not known.']);
    await opened.user.click(within(panel).getByRole('button', { name: opened.t('frame.putAway') }));
    expect(screen.queryByRole('region', { name: 'In this text' })).toBeNull();
  });
});

describe('finding', () => {
  beforeEach(() => open());

  it('counts, goes round both ends, and leaves the caret at what was found', async () => {
    act(() => column().focus());
    await press('{Control>}f{/Control}');
    const field = await screen.findByRole('textbox', { name: 'Find in the document' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await press('THE');
    const bar = screen.getByRole('search');
    await waitFor(() => expect(bar.textContent).toContain('1 of 4'));
    await press('{Enter}{Enter}');
    expect(bar.textContent).toContain('3 of 4');
    await press('{Shift>}{Enter}{Enter}{Enter}{/Shift}');
    expect(bar.textContent).toContain('4 of 4');
    await press('{Escape}');
    expect(screen.queryByRole('search')).toBeNull();
    expect(document.activeElement).toBe(column());
    const { anchorNode, anchorOffset } = document.getSelection() ?? {};
    expect(anchorNode?.textContent?.slice(anchorOffset)).toMatch(/^The cause/u);
    await press('{F3}');
    await waitFor(() => expect(spoken()).toBe('1 of 4'));
    expect(document.getSelection()?.anchorNode?.textContent).toContain('The mill fire');
  });

  it('says when nothing is found', async () => {
    await press('{Control>}f{/Control}');
    await press('xyz');
    await waitFor(() => expect(screen.getByRole('search').textContent).toContain('nothing found'));
  });
});

it('a case for reading only can be read, searched and copied, and nothing else', async () => {
  await open({}, { code: 'asked' });
  await goTo(2);
  await press('aocsdq');
  expect(bridge.asked).toEqual([]);
  expect(screen.queryByRole('button', { name: /^Accept/u })).toBeNull();
  await press('{Control>}f{/Control}12');
  await waitFor(() => expect(screen.getByRole('search').textContent).toContain('1 of 1'));
});

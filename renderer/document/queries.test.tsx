import { act, screen, waitFor, within } from '@testing-library/react';
import { useEffect } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { translator } from '../../shared/messages/translate.ts';
import { ARTICLE, newest } from '../../shared/testing/case-with.ts';
import { queryOn } from '../../shared/testing/case-with-everything.ts';
import { toCodePoints } from '../../shared/text/code-points.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let documentId: string;
let allegationId: string;

/** The view of the document, with the keys. */
const VIEW = async () => {
  const { DocumentView } = await import('./document-view.tsx');
  const { listenToKeys } = await import('../frame/keys.ts');
  const t = translator('en');
  return () => {
    useEffect(() => listenToKeys(t), []);
    return (
      <main>
        <DocumentView />
      </main>
    );
  };
};

// Nothing is laid out in jsdom, not even what is selected.
Range.prototype.getBoundingClientRect = () => new DOMRect();

const column = (): HTMLElement => screen.getByRole('textbox', { name: 'Mill' });
const form = (): HTMLFormElement => {
  const [found] = document.forms;
  if (!found) throw new Error('no form is open');
  return found;
};
const field = (label: string): HTMLInputElement =>
  within(form()).getByLabelText(label, { selector: 'input, textarea' });
const fill = (label: string, text: string): Promise<void> => write(opened.user, field(label), text);
const choose = (name: RegExp | string): Promise<void> =>
  opened.user.click(within(form()).getByRole('radio', { name }));
const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const closed = (): Promise<void> => waitFor(() => expect(document.forms).toHaveLength(0));

/** A place in the text of the column, in UTF-16 units. */
function placeAt(unit: number): [Node, number] {
  const walker = document.createTreeWalker(column(), NodeFilter.SHOW_TEXT);
  for (let left = unit, node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  throw new Error(`nothing is at ${unit}`);
}

/** Selects words of the text, as dragging over them does. */
function selectWords(words: string): void {
  const from = ARTICLE.indexOf(words);
  act(() => {
    column().focus();
    document.getSelection()?.setBaseAndExtent(...placeAt(from), ...placeAt(from + words.length));
    document.dispatchEvent(new Event('selectionchange'));
  });
}

/** Selects words, presses Q and waits until the form has the keyboard. */
async function ask(words: string): Promise<void> {
  selectWords(words);
  await opened.user.keyboard('q');
  await waitFor(() => expect(form().contains(document.activeElement)).toBe(true));
}

const spanOf = (words: string) => {
  const start = toCodePoints(ARTICLE, ARTICLE.indexOf(words));
  return { documentId, start, end: start + toCodePoints(words, words.length) };
};

/** A form that went with its window gives the focus back in the frames after: not to the next window. */
async function frames(count: number): Promise<void> {
  for (let each = 0; each < count; each++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Opens the document after what `before` did to the case. */
async function open(before: () => Promise<unknown> = async () => undefined): Promise<void> {
  await frames(3);
  bridge = fakeBridge({ settings: { checker: 'M. K.' } });
  const article = { title: 'Mill', text: ARTICLE, format: 'text', fileName: null } as const;
  documentId = await made(bridge, 'documents', { type: 'add-document', ...article });
  const passage = spanOf('The mill burned down 🔥 on Monday.');
  allegationId = await made(bridge, 'allegations', {
    type: 'record-allegation',
    statement: 'The mill burned.',
    passage,
  });
  await before();
  opened = await openWindow(bridge, VIEW);
  await waitFor(column);
  bridge.asked = [];
}

const asked = () => newest(bridge.kase, 'queries');

describe('asking a query', () => {
  beforeEach(() => open());

  it('with nothing selected says what is needed first', async () => {
    column().focus();
    await opened.user.keyboard('q');
    expect(opened.ui.useUi.getState().problem).toBe(opened.t('frame.selectFirst'));
    expect(document.forms).toHaveLength(0);
  });

  it('with key Q asks about the selected words, and stands in the list and in the text', async () => {
    await ask('Nobody was hurt');
    expect(column().querySelector('[data-asked]')?.textContent).toBe('Nobody was hurt');
    await fill('Question', 'Says who?');
    await fill('Who decides', 'the editor');
    await press('Ask');
    await closed();
    expect(bridge.asked).toEqual([
      {
        type: 'ask-query',
        span: spanOf('Nobody was hurt'),
        allegationId: null,
        kind: 'question',
        question: 'Says who?',
        proposed: null,
        decider: 'the editor',
      },
    ]);
    const entry = await screen.findByRole('listitem');
    expect(within(entry).getByText('Says who?')).toBeTruthy();
    expect(within(entry).getByRole('heading').textContent).toBe('Q1 open');
    const words = column().querySelector<HTMLElement>('[data-query]');
    expect([words?.textContent, words?.dataset['open'], words?.dataset['label']]).toEqual([
      'Nobody was hurt',
      'true',
      'Q1',
    ]);
    expect(column().querySelector('[data-asked]')).toBeNull();
    expect(column().textContent).toBe(ARTICLE);
  });

  it('proposes another wording, beginning with the words as they stand', async () => {
    opened.store.select(allegationId);
    selectWords('burned down 🔥');
    await press('Ask a query… Q');
    await choose('proposed wording');
    expect(field('Proposed wording').value).toBe('burned down 🔥');
    await fill('Proposed wording', 'burned');
    await press('Ask');
    await closed();
    expect(asked()).toMatchObject({ kind: 'wording', proposed: 'burned', allegationId, question: '' });
    expect(asked().selector[0].exact).toBe('burned down 🔥');
  });

  it('says that an empty wording takes the passage out, and can come up with no allegation', async () => {
    opened.store.select(allegationId);
    await ask('🔥');
    await opened.user.click(within(form()).getByRole('checkbox', { name: 'It came up with FOR-001' }));
    await choose('proposed wording');
    await fill('Proposed wording', '');
    expect(within(form()).getByText(/the passage is taken out/u)).toBeTruthy();
    await press('Ask');
    await closed();
    expect(asked()).toMatchObject({ proposed: '', allegationId: null });
    expect(await screen.findByText('The passage would go.')).toBeTruthy();
  });

  it('without a question is not asked, nor when saving fails, and what was written stays', async () => {
    await ask('Nobody');
    await press('Ask');
    expect((await within(form()).findByRole('alert')).textContent).toContain('“question”');
    await fill('Question', 'Says who?');
    bridge.failNextSave();
    await press('Ask');
    await waitFor(() =>
      expect(within(form()).getByRole('alert').textContent).toBe(opened.t('problems.disk-full')),
    );
    expect(field('Question').value).toBe('Says who?');
  });

  it('is kept as a draft on Escape, also when other words are selected, and says what it was about', async () => {
    await ask('Nobody');
    await fill('Question', 'Says who?');
    await opened.user.keyboard('{Escape}');
    await closed();
    await ask('Monday');
    expect(field('Question').value).toBe('Says who?');
    expect(within(form()).getByText(/about other words: “Nobody”/u)).toBeTruthy();
    await press('Back to the other words');
    expect(column().querySelector('[data-asked]')?.textContent).toBe('Nobody');
    expect(within(form()).queryByText(/other words/u)).toBeNull();
    await press('Cancel');
    await closed();
    await ask('Nobody');
    expect(field('Question').value).toBe('');
    expect(bridge.asked).toEqual([]);
  });

  it('gives the keyboard back to the words it was about', async () => {
    await ask('hurt');
    await opened.user.keyboard('{Escape}');
    await closed();
    await waitFor(() => {
      expect(document.activeElement).toBe(column());
      const { anchorNode, anchorOffset } = document.getSelection() ?? {};
      expect(anchorNode?.textContent?.slice(anchorOffset)).toMatch(/^hurt/u);
    });
  });
});

describe('queries that were asked', () => {
  let first: string;
  beforeEach(() =>
    open(async () => {
      const wording = { kind: 'wording', question: '', proposed: 'No one', decider: 'the editor' } as const;
      first = await made(bridge, 'queries', queryOn(documentId, { span: spanOf('Nobody'), ...wording }));
      const inMark = { span: spanOf('mill burned'), allegationId };
      await made(bridge, 'queries', queryOn(documentId, inMark));
    }),
  );

  const decide = async (): Promise<void> => {
    await opened.user.click(await screen.findByRole('button', { name: 'Decide Q1' }));
    await waitFor(() => expect(form().contains(document.activeElement)).toBe(true));
  };

  it('are marked in the text beside the allegations, and the text is as it was', () => {
    expect(column().textContent).toBe(ARTICLE);
    const marked = [...column().querySelectorAll<HTMLElement>('[data-query]')];
    expect(marked.map(({ textContent, dataset }) => [textContent, dataset['label']])).toEqual([
      ['mill burned', 'Q2'],
      ['Nobody', 'Q1'],
    ]);
    expect(marked[0]?.closest('mark')?.dataset['id']).toBe(allegationId);
    expect(marked[1]?.closest('mark')).toBeNull();
  });

  it('are decided as a change, with the proposed wording unless another is written', async () => {
    await decide();
    expect((document.activeElement as HTMLInputElement).type).toBe('radio');
    await press('Record');
    expect((await within(form()).findByRole('alert')).textContent).toBe(
      opened.t('document.query.decisionNeeded'),
    );
    await choose(/^change/u);
    expect(field('The wording that goes in').value).toBe('No one');
    await press('Record');
    expect(within(form()).getByRole('alert').textContent).toBe(opened.t('document.query.reasonNeeded'));
    await fill('Reason', 'House style.');
    await press('Record');
    await closed();
    expect(bridge.asked).toEqual([
      {
        type: 'decide-query',
        id: first,
        decision: 'change',
        wording: 'No one',
        reason: 'House style.',
        decidedBy: 'the editor',
      },
    ]);
    const marked = column().querySelector<HTMLElement>(`[data-query="${first}"]`);
    await waitFor(() => expect(marked?.dataset['label']).toBe('Q1 change'));
    expect(marked?.dataset['open']).toBeUndefined();
    expect(column().textContent).toBe(ARTICLE);
  });

  it('are decided stet, by whoever is named or else by who records it, and stand after the open ones', async () => {
    await decide();
    await choose(/^stet/u);
    expect(within(form()).queryByLabelText('The wording that goes in')).toBeNull();
    await fill('Reason', 'The mayor did say it.');
    await fill('Who decided', '');
    await press('Record');
    await closed();
    expect(bridge.kase.records.queries.get(first)).toMatchObject({
      decision: 'stet',
      wording: null,
      decidedBy: 'M. K.',
    });
    await screen.findByText('The passage stands.');
    // Its entry went to another list with all that had the keyboard.
    expect((document.activeElement as HTMLElement).closest('li')?.dataset['entry']).toBe(first);
    const names = screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);
    expect(names).toEqual(['Q2 openFOR-001', 'Q1 stet']);
  });

  it('keep an unfinished decision as a draft', async () => {
    await decide();
    await choose(/^change/u);
    await fill('Reason', 'Style.');
    await opened.user.keyboard('{Escape}');
    await closed();
    await decide();
    expect(field('Reason').value).toBe('Style.');
    expect(within(form()).getByRole<HTMLInputElement>('radio', { name: /^change/u }).checked).toBe(true);
  });

  it('are edited in their place, and removed to the trash', async () => {
    await press('Edit Q1');
    await waitFor(form);
    await fill('Why, or what else there is to say', 'Plainer.');
    await press('Save');
    await closed();
    expect(bridge.kase.records.queries.get(first)).toMatchObject({
      question: 'Plainer.',
      proposed: 'No one',
    });
    await press('Remove Q1');
    await waitFor(() => expect(column().querySelectorAll('[data-query]')).toHaveLength(1));
    await waitFor(() => expect(document.activeElement).toBe(column()));
    expect(bridge.kase.records.queries.get(first)?.removed).toBe(true);
  });

  it('are shown in the text from the list, and in the list from the text', async () => {
    await press('Show Q1 in the text');
    const shown = (): string[] =>
      [...document.querySelectorAll<HTMLElement>('[data-shown]')].map(
        ({ dataset }) => dataset['query'] ?? dataset['entry'] ?? '',
      );
    await waitFor(() => expect(shown()).toEqual([first, first]));
    expect(document.activeElement).toBe(column());
    expect(document.getSelection()?.anchorNode?.textContent).toBe('Nobody');

    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset['entry']).toBe(first));
  });

  it('are pointed at by a click on their words, which goes on reading', async () => {
    const words = column().querySelector<HTMLElement>('[data-query]');
    if (!words) throw new Error('no query is marked');
    await opened.user.click(words);
    expect(opened.store.useWindow.getState().selectedId).toBe(allegationId);
    await waitFor(() =>
      expect(document.querySelector('[data-entry][data-shown]')?.textContent).toContain('Q2'),
    );
    expect(document.activeElement).not.toBe(document.querySelector('[data-entry][data-shown]'));
  });
});

it('queries of a case for reading only can be read, and nothing else', async () => {
  await open(async () => {
    await made(bridge, 'queries', queryOn(documentId));
    bridge.readOnly = { code: 'asked' };
  });
  const entry = await screen.findByRole('listitem');
  const names = within(entry)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));
  expect(names).toEqual(['Show Q1 in the text']);
  selectWords('Nobody');
  await opened.user.keyboard('q');
  expect(document.forms).toHaveLength(0);
});

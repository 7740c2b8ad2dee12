import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOn, responseOn } from '../../shared/testing/case-with.ts';
import { queryOn } from '../../shared/testing/case-with-everything.ts';
import { openPoints } from '../../shared/queries/open-points.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, recorded, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;

/** The view where it stands in the window. */
const VIEW = async () => {
  const { OpenPointsView } = await import('./open-points-view.tsx');
  return () => (
    <main>
      <OpenPointsView />
    </main>
  );
};

const sections = (): string[] =>
  screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent ?? '');
const section = (name: RegExp): HTMLElement => screen.getByRole('region', { name });
const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const form = () => opened.ui.useUi.getState().form;
const selectedId = () => opened.store.useWindow.getState().selectedId;

/** Asks a party for an answer until `deadline`, and answers the id of the response. */
const awaiting = (party: string, deadline: string | null): Promise<string> =>
  made(
    bridge,
    'responses',
    responseOn(id, { party, kind: 'asked', extent: null, words: '', on: null, deadline }),
  );

async function open(): Promise<void> {
  opened = await openWindow(bridge, VIEW);
  await screen.findByRole('heading', { level: 2, name: 'Open points' });
  bridge.asked = [];
}

beforeEach(async () => {
  bridge = fakeBridge();
  id = await recorded(bridge, 'The mill burned.');
});

afterEach(() => {
  vi.useRealTimers();
});

it('nothing open is one calm sentence', async () => {
  await open();
  expect(screen.getByText(opened.t('openPoints.nothing'))).toBeTruthy();
  expect(sections()).toEqual([]);
});

describe('what waits for somebody', () => {
  it('is in sections, the most pressing first, each with a count and only where there is any', async () => {
    await awaiting('Mill owner', '2026-11-20');
    await awaiting('Fire brigade', '2026-12-20');
    await awaiting('Mayor', null);
    await bridge.run({ type: 'edit-allegation', id, serious: true, touches: ['Town council'] });
    const article = { title: 'Mill', text: 'The mill burned.', format: 'text', fileName: null } as const;
    const documentId = await made(bridge, 'documents', { type: 'add-document', ...article });
    await bridge.run(queryOn(documentId));
    await open();
    expect(sections()).toEqual([
      'Overdue answers 1',
      'Answers awaited 2',
      'Open queries 1',
      'Serious, and not put to those it touches 1',
    ]);
    expect(section(/^Overdue/u).textContent).toContain('deadline was November 20, 2026');
    expect(section(/^Answers awaited/u).textContent).toMatch(/until December 20, 2026.*Mayor.*no deadline/u);
    expect(section(/^Serious/u).textContent).toContain('Not put to Town council yet.');
  });

  it('shows a request with the allegation, and opens the forms for its next attempt and its answer', async () => {
    const responseId = await awaiting('Mill owner', '2026-11-20');
    await open();
    await press('FOR-001 unverified The mill burned.');
    expect(selectedId()).toBe(id);
    opened.store.select(null);
    await press('Log another attempt to reach Mill owner about FOR-001');
    expect([selectedId(), form()]).toEqual([id, { kind: 'attempt', id, itemId: responseId }]);
    await press('Enter the answer of Mill owner to FOR-001');
    expect(form()).toEqual({ kind: 'response', id, itemId: responseId });
  });

  it('takes to a query in its document, and to its decision', async () => {
    const article = { title: 'Mill', text: 'The mill burned.', format: 'text', fileName: null } as const;
    const documentId = await made(bridge, 'documents', { type: 'add-document', ...article });
    const out = { kind: 'wording', question: '', proposed: '', decider: 'the editor' } as const;
    const queryId = await made(bridge, 'queries', queryOn(documentId, out));
    await open();
    expect(section(/^Open queries/u).textContent).toContain('It proposes to take the passage out.');
    await press('Show Q1 in the document');
    expect(opened.store.useWindow.getState()).toMatchObject({ view: 'document', documentId });
    expect(opened.ui.useUi.getState().shownQuery).toEqual({ id: queryId, go: 'text' });
    expect(form()).toBeNull();
    await press('Decide Q1');
    expect(form()).toEqual({ kind: 'decision', itemId: queryId });
  });

  it('says of a finding what is missing, and opens its move', async () => {
    const evidenceId = await made(bridge, 'evidence', recordOn(id));
    await bridge.run({ type: 'move-allegation', id, to: 'corroborated', reason: 'The log has it.' });
    await bridge.run({ type: 'remove', kind: 'evidence', id: evidenceId });
    await open();
    expect(section(/^Findings that no longer/u).textContent).toContain('It still needs 1 primary record, or');
    await press('Decide FOR-001 again');
    expect(form()).toEqual({ kind: 'move', id, to: null });
  });

  it('says of a serious allegation that touches nobody by name that it was put to nobody', async () => {
    await bridge.run({ type: 'edit-allegation', id, serious: true });
    await open();
    expect(screen.getByText('Not put to anybody it touches yet.')).toBeTruthy();
    await press('Note a request or response to FOR-001');
    expect(form()).toEqual({ kind: 'response', id, itemId: null });
  });

  it('shows what each person found where they differ, also on what a denial rests', async () => {
    bridge.openPoints = async () => {
      const mine = { by: 'M. K.', state: 'denied', basis: 'party' } as const;
      const other = { by: '', state: 'denied', basis: 'evidence' } as const;
      const disagreements = [{ allegationId: id, ref: 'FOR-001', first: mine, others: [other] }];
      return { ...openPoints(bridge.kase, '2026-11-23T14:02:00.000Z'), disagreements };
    };
    await open();
    const found = within(section(/^Findings that differ/u)).getAllByText(/^(M\. K\.|unnamed)$/u);
    expect(found.map(({ parentElement }) => parentElement?.textContent)).toEqual([
      'M. K.⊘  denieddenied by a party',
      'unnamed⊘  deniedcontradicted by evidence',
    ]);
  });

  it('can only be looked at in a case for reading only', async () => {
    await awaiting('Mill owner', '2026-11-20');
    bridge.readOnly = { code: 'asked' };
    await open();
    const buttons = within(section(/^Overdue/u)).getAllByRole('button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['FOR-001 ◌  unverified The mill burned.']);
  });
});

describe('what is asked of main', () => {
  it('is asked again when something changed, and the keyboard stays in the view when its point is settled', async () => {
    const responseId = await awaiting('Mill owner', null);
    await open();
    screen.getByRole('button', { name: /^Enter the answer/u }).focus();
    await bridge.run({ type: 'edit-response', id: responseId, kind: 'declined' });
    await waitFor(() => expect(sections()).toEqual([]));
    const page = screen.getByRole('region', { name: 'Open points' });
    await waitFor(() => expect(document.activeElement).toBe(page));
  });

  it('is asked again each minute, since deadlines pass by themselves', async () => {
    await awaiting('Mill owner', '2026-11-23T14:03Z[UTC]');
    let now = '2026-11-23T14:02:00.000Z';
    bridge.openPoints = async () => openPoints(bridge.kase, now);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await open();
    expect(sections()).toEqual(['Answers awaited 1']);
    now = '2026-11-23T14:03:30.000Z';
    await act(() => vi.advanceTimersByTimeAsync(59_000));
    expect(sections()).toEqual(['Answers awaited 1']);
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    await waitFor(() => expect(sections()).toEqual(['Overdue answers 1']));
  });
});

it('a long list is shown by the hundred, and says how many are left out', async () => {
  const allegations: string[] = [];
  for (let each = 0; each < 250; each++) allegations.push(await recorded(bridge, `Statement ${each}.`));
  bridge.openPoints = async () => {
    const points = openPoints(bridge.kase, '2026-11-23T14:02:00.000Z');
    const unasked = allegations.map((allegationId, at) => ({ allegationId, ref: `FOR-${at}`, parties: [] }));
    return { ...points, unasked, left: { ...points.left, unasked: 7 } };
  };
  await open();
  // By its role each of them would be looked for among thousands.
  const list = (): Element[] => [...document.querySelectorAll('[data-section="unasked"] ul > li')];
  const more = (words: string): Promise<void> => opened.user.click(screen.getByText(words));
  expect(document.querySelector('h3')?.textContent).toBe('Serious, and not put to those it touches 257');
  expect(list()).toHaveLength(100);
  expect(screen.getByText('7 more come up as these are done.')).toBeTruthy();
  await more('Show 100 more');
  expect(list()).toHaveLength(200);
  expect(document.activeElement).toBe(list()[100]);
  await more('Show 50 more');
  expect(list()).toHaveLength(250);
  expect(document.activeElement).toBe(list()[200]);
  expect(screen.queryByText(/^Show \d+ more/u)).toBeNull();
});

it('places in doubt lead to the newest version of their document, where they are settled', async () => {
  const text = { title: 'Mill', format: 'text', fileName: null } as const;
  const documentId = await made(bridge, 'documents', {
    type: 'add-document',
    ...text,
    text: 'The mill burned.',
  });
  await made(bridge, 'passages', {
    type: 'add-passage',
    allegationId: id,
    span: { documentId, start: 0, end: 16 },
  });
  const newer = await made(bridge, 'documents', {
    type: 'add-version',
    ...text,
    previousId: documentId,
    text: 'Something else altogether.',
  });
  await open();
  const place = section(/^Places that are not certain/u);
  expect(place.textContent).toContain('FOR-001 The mill burned.');
  expect(place.textContent).toContain('not found any more');
  await press('Settle where FOR-001 stands');
  const { view, documentId: shown } = opened.store.useWindow.getState();
  expect([view, shown]).toEqual(['document', newer]);
});

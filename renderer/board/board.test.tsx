import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOn, responseOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { layOut } from '../testing/layout.ts';
import { openWindow, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

const BOARD = async () => (await import('./board.tsx')).Board;

const column = (state: string): HTMLElement => screen.getByRole('region', { name: new RegExp(state, 'u') });
const cards = (state: string): HTMLElement[] => [
  ...column(state).querySelectorAll<HTMLElement>('[data-card]'),
];
const refs = (state: string): (string | undefined)[] =>
  cards(state).map(({ textContent }) => textContent?.slice(0, 7));
const card = (ref: string): HTMLElement => screen.getByRole('button', { name: new RegExp(`^${ref}`, 'u') });
const selectedRef = (): string | undefined => {
  const { rows, selectedId } = opened.store.useWindow.getState();
  return rows.get(selectedId ?? '')?.ref;
};
const focusedRef = (): string | undefined => document.activeElement?.textContent?.slice(0, 7);

beforeEach(layOut);
afterEach(() => {
  document.dir = '';
  vi.restoreAllMocks();
});

describe('the board', () => {
  beforeEach(async () => {
    bridge = fakeBridge();
    const first = await recorded(bridge, 'The mill burned.');
    const second = await recorded(bridge, 'Nobody was hurt.');
    await recorded(bridge, 'The mayor knew.');
    const fourth = await recorded(bridge, 'The owner was away.');
    await bridge.run(recordOn(second));
    await bridge.run({ type: 'move-allegation', id: second, to: 'corroborated', reason: 'The log has it.' });
    await bridge.run(responseOn(fourth, { party: 'Mill owner' }));
    await bridge.run({
      type: 'edit-allegation',
      id: first,
      serious: true,
      priority: 'high',
      claimant: 'Mayor',
    });
    opened = await openWindow(bridge, BOARD);
    await screen.findByRole('button', { name: /^FOR-001/u });
    bridge.asked = [];
  });

  it('has every allegation in the column of its state, in order, and counts them', () => {
    expect(refs('unverified')).toEqual(['FOR-001', 'FOR-003', 'FOR-004']);
    expect(refs('corroborated')).toEqual(['FOR-002']);
    expect(refs('denied')).toEqual([]);
    const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
    expect(headings).toEqual(['◌ 3 unverified', '✓ 1 corroborated', '⊘ 0 denied']);
    expect(within(column('denied')).getByText(opened.t('board.nothing.denied'))).toBeTruthy();
  });

  it('shows on a card what there is to know, and a denial without taking it for a state', () => {
    expect(card('FOR-001').textContent).toBe(
      'FOR-001serioushigh priorityThe mill burned.Mayor ·\u00a0no evidence ·\u00a0not started',
    );
    expect(card('FOR-002').textContent).toContain('claimant not recorded ·\u00a01 evidence item');
    expect(card('FOR-004').textContent).toContain('denied by Mill owner');
    expect(column('unverified').contains(card('FOR-004'))).toBe(true);
  });

  it('selects a card by a press, and says which is selected', async () => {
    await opened.user.click(card('FOR-003'));
    expect(selectedRef()).toBe('FOR-003');
    await waitFor(() => expect(card('FOR-003').getAttribute('aria-pressed')).toBe('true'));
    expect(card('FOR-001').getAttribute('aria-pressed')).toBe('false');
  });

  it('has one card of each column in the tab order, the selected one where there is one', async () => {
    const reachable = () => cards('unverified').filter(({ tabIndex }) => tabIndex === 0);
    expect(reachable()).toEqual([card('FOR-001')]);
    await opened.user.click(card('FOR-003'));
    await waitFor(() => expect(reachable()).toEqual([card('FOR-003')]));
  });

  it('is walked through with the arrow keys, and stops at the ends', async () => {
    card('FOR-001').focus();
    const steps = [
      ['{ArrowDown}', 'FOR-003'],
      ['{End}', 'FOR-004'],
      ['{ArrowDown}', 'FOR-004'],
      ['{Home}', 'FOR-001'],
      ['{ArrowUp}', 'FOR-001'],
      ['{ArrowRight}', 'FOR-002'],
      ['{ArrowRight}', 'FOR-002'],
      ['{ArrowLeft}', 'FOR-001'],
    ] as const;
    for (const [key, ref] of steps) {
      await opened.user.keyboard(key);
      await waitFor(() => expect([key, focusedRef()]).toEqual([key, ref]));
    }
    expect(opened.ui.useUi.getState().form).toBeNull();
  });

  it('where people write from right to left, left is onwards', async () => {
    document.dir = 'rtl';
    card('FOR-001').focus();
    await opened.user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(focusedRef()).toBe('FOR-002'));
  });

  it('moves a card by Shift and an arrow: the form stands in the column it goes to', async () => {
    card('FOR-001').focus();
    await opened.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    const form = await within(column('corroborated')).findByRole('form', { name: 'Move FOR-001' });
    expect(bridge.asked).toEqual([]);

    const field = (label: RegExp): HTMLElement => within(form).getByLabelText(label);
    await write(opened.user, field(/^Reason/u), 'The chief said so.');
    await write(opened.user, field(/move it all the same/u), 'He was there.');
    await opened.user.click(within(form).getByRole('button', { name: 'Move' }));
    await waitFor(() => expect(refs('corroborated')).toEqual(['FOR-001', 'FOR-002']));
    expect(screen.queryByRole('form')).toBeNull();
    expect(card('FOR-001').textContent).toContain('override');
  });

  it('leaves the card where it is when the form is put away', async () => {
    card('FOR-002').focus();
    await opened.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await within(column('denied')).findByRole('form', { name: 'Move FOR-002' });
    await opened.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(refs('corroborated')).toEqual(['FOR-002']);
    expect(bridge.asked).toEqual([]);
  });

  it('moves a card by its menu', async () => {
    await opened.user.click(screen.getByRole('button', { name: 'Move FOR-003' }));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'New reason for ◌  unverified',
      'Move to ✓  corroborated',
      'Move to ⊘  denied',
    ]);
    await opened.user.click(screen.getByRole('menuitem', { name: /denied/u }));
    expect(await within(column('denied')).findByRole('form', { name: 'Move FOR-003' })).toBeTruthy();
  });

  it('carries the allegation with a dragged card', () => {
    const carried = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, value: string) => carried.set(type, value),
      items: { add: (value: string, type: string) => carried.set(type, value) },
      setDragImage: () => undefined,
      effectAllowed: 'none',
      types: [],
    };
    const drag = createEvent.dragStart(card('FOR-003'));
    Object.defineProperty(drag, 'dataTransfer', { value: dataTransfer });
    fireEvent(card('FOR-003'), drag);
    const id = [...opened.store.useWindow.getState().rows.values()].find(({ ref }) => ref === 'FOR-003')?.id;
    expect([...carried.values()].join()).toContain(id);
    expect(carried.get('text/plain')).toBe('FOR-003 The mayor knew.');
  });

  it('follows what happens elsewhere', async () => {
    await recorded(bridge, 'It rained.');
    await waitFor(() => expect(refs('unverified').at(-1)).toBe('FOR-005'));
  });
});

it('draws only what is in sight of many cards', async () => {
  bridge = fakeBridge();
  for (let count = 0; count < 300; count++) await recorded(bridge, `Statement ${count}`);
  opened = await openWindow(bridge, BOARD);
  await waitFor(() => expect(cards('unverified').length).toBeGreaterThan(5));
  expect(cards('unverified').length).toBeLessThan(40);
  expect(screen.getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('300');
});

it('opens no form for a move while the case is open for reading only', async () => {
  bridge = fakeBridge();
  await recorded(bridge, 'The mill burned.');
  bridge.readOnly = { code: 'asked' };
  opened = await openWindow(bridge, BOARD);
  await waitFor(() => expect(cards('unverified')).toHaveLength(1));
  card('FOR-001').focus();
  await opened.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(opened.ui.useUi.getState().form).toBeNull();
});

import { act, renderHook, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { layOut } from '../testing/layout.ts';
import { day } from '../when.ts';
import { connectWindow, openWindow, recorded, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let first: string;
let second: string;

/** When everything happens in the fake world. */
const AT = '2026-11-23T14:02:00.000Z';

const VIEW = async () => (await import('./history-view.tsx')).HistoryView;

/** The lines that are shown, without the headings of the days. */
const lines = (): string[] =>
  screen
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => text !== day(AT, 'en'));

beforeEach(layOut);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the history', () => {
  beforeEach(async () => {
    bridge = fakeBridge();
    first = await recorded(bridge, 'The mill burned.');
    second = await recorded(bridge, 'Nobody was hurt.');
    await bridge.run({ type: 'edit-allegation', id: first, serious: true });
    opened = await openWindow(bridge, VIEW);
    await screen.findByText(/FOR-002/u);
  });

  it('tells every event in a sentence, newest first, with who and when, under its day', () => {
    expect(lines()).toHaveLength(4);
    expect(lines().map((line) => /FOR-\d+/u.exec(line)?.[0])).toEqual([
      'FOR-001',
      'FOR-002',
      'FOR-001',
      undefined,
    ]);
    for (const line of lines()) expect(line).toMatch(/^\d\d:\d\d.+M\. K\./u);
    expect(screen.getByRole('heading', { name: day(AT, 'en') })).toBeTruthy();
    expect(document.querySelector('time')?.dateTime).toBe(AT);
  });

  it('begins with the newest when something happens', async () => {
    await bridge.run({ type: 'edit-case', title: 'Mill fire' });
    await waitFor(() => expect(lines()).toHaveLength(5));
    expect(lines()[0]).toContain('Mill fire');
  });

  it('marks what was taken back, and keeps it', async () => {
    await bridge.run({ type: 'undo' });
    await waitFor(() => expect(lines()).toHaveLength(5));
    const undone = lines().filter((line) => line.includes(`· ${opened.t('historyView.undone')}`));
    expect(undone).toEqual([lines()[1]]);
    expect(document.querySelectorAll('[data-undone]')).toHaveLength(1);
  });

  it('shows the allegation of a line, while it is there', async () => {
    expect(screen.getAllByRole('button', { name: 'Show' })).toHaveLength(3);
    const [, line] = screen.getAllByRole('button', { name: 'Show' });
    if (line) await opened.user.click(line);
    expect(opened.store.useWindow.getState().selectedId).toBe(second);
    await bridge.run({ type: 'remove', kind: 'allegations', id: second });
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Show' })).toHaveLength(2));
  });

  it('can be of the selected allegation alone', async () => {
    expect(screen.queryByRole('checkbox')).toBeNull();
    opened.store.select(first);
    const only = await screen.findByRole('checkbox', { name: 'Only FOR-001' });
    await opened.user.click(only);
    await waitFor(() => expect(lines()).toHaveLength(2));
    for (const line of lines()) expect(line).toContain('FOR-001');
    await opened.user.click(only);
    await waitFor(() => expect(lines()).toHaveLength(4));
  });

  it('is verified on request, and the verdict goes with the next change', async () => {
    await opened.user.click(screen.getByRole('button', { name: 'Verify the history' }));
    const verdict = await screen.findByText(/Everything holds: 4 events/u);
    expect(verdict.textContent).toContain(bridge.kase.heads[0]);
    await recorded(bridge, 'The mayor knew.');
    await waitFor(() => expect(screen.queryByText(/Everything holds/u)).toBeNull());
  });

  it('is said to have whole exhibits only as it stood when they were looked at', async () => {
    const { verify } = bridge;
    bridge.verify = async () => {
      const verdict = await verify(undefined);
      return verdict && { ...verdict, exhibits: { checked: 3, missing: 0, altered: 0 } };
    };
    await opened.user.click(screen.getByRole('button', { name: 'Verify the history' }));
    const whole = opened.t('historyView.exhibitsHold', { count: 3 });
    expect(await screen.findByText(whole)).toBeTruthy();
    await recorded(bridge, 'The mayor knew.');
    await waitFor(() => expect(screen.queryByText(whole)).toBeNull());
  });

  it('is verified once when it is asked for from elsewhere', async () => {
    const verify = vi.spyOn(bridge, 'verify');
    act(() => opened.ui.useUi.setState({ verifyAsked: true }));
    await screen.findByText(/Everything holds/u);
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it('says what does not hold', async () => {
    const fault = { code: 'event-altered', number: 3, id: 'some-event' } as const;
    bridge.verify = async () => {
      const exhibits = { checked: 3, missing: 1, altered: 1 };
      const verdict = { fault, events: 4, head: '', exhibits };
      bridge.tell('verified', verdict);
      return verdict;
    };
    await opened.user.click(screen.getByRole('button', { name: 'Verify the history' }));
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'The history does not hold: event 3 of the history does not match its own hash. Nothing was changed.',
      'Of 3 exhibits, 1 are missing and 1 altered. Exhibits says which.',
    ]);
  });
});

it('of nobody in particular says so', async () => {
  bridge = fakeBridge();
  const history = bridge.history;
  bridge.history = async (filter) => (await history(filter)).map((line) => ({ ...line, by: '' }));
  opened = await openWindow(bridge, VIEW);
  await waitFor(() => expect(lines()).toHaveLength(1));
  expect(lines()[0]).toContain('unnamed');
});

describe('a long history', () => {
  /** A hook that reads on, on a case of 451 events: the first, then 225 times one about each of two allegations. */
  async function reading() {
    bridge = fakeBridge();
    first = await recorded(bridge, 'The mill burned.');
    second = await recorded(bridge, 'Nobody was hurt.');
    for (let count = 1; count < 225; count++) {
      for (const id of [first, second]) await bridge.run({ type: 'edit-allegation', id, notes: `${count}` });
    }
    await connectWindow(bridge);
    const { useHistory } = await import('./use-history.ts');
    const hook = renderHook(({ id }: { id: string | null }) => useHistory(id), {
      initialProps: { id: null as string | null },
    });
    const ids = (): string[] => hook.result.current.lines.map(({ id }) => id);
    const all = (): string[] => bridge.kase.history.map(({ id }) => id).toReversed();
    await waitFor(() => expect(ids()).toHaveLength(200));
    return { ...hook, ids, all };
  }

  it('is read a page at a time, to its beginning, and no event is left out or told twice', async () => {
    const { result, ids, all } = await reading();
    for (const length of [400, 451, 451]) {
      act(() => result.current.more());
      await waitFor(() => expect(ids()).toHaveLength(length));
    }
    expect(ids()).toEqual(all());
  });

  it('keeps what was read on when something happens', async () => {
    const { result, ids, all } = await reading();
    act(() => result.current.more());
    await waitFor(() => expect(ids()).toHaveLength(400));
    await bridge.run({ type: 'edit-case', title: 'Mill fire' });
    await waitFor(() => expect(ids()[0]).toBe(all()[0]));
    expect(ids()).toEqual(all().slice(0, ids().length));
    expect(ids().length).toBeGreaterThanOrEqual(400);
  });

  it('of one allegation is all of it', async () => {
    const { ids, all, rerender, result } = await reading();
    rerender({ id: first });
    await waitFor(() => expect(ids()).toHaveLength(225));
    act(() => result.current.more());
    expect(ids()).toEqual(all().filter((_, index) => index % 2 === 1));
  });

  it('has no gaps after that of one allegation was shown', async () => {
    const { ids, all, rerender } = await reading();
    for (const id of [first, second]) {
      rerender({ id });
      await waitFor(() => expect(ids()).toHaveLength(225));
      rerender({ id: null });
      await waitFor(() => expect(ids()[1]).toBe(all()[1]));
      expect(ids()).toEqual(all().slice(0, ids().length));
    }
  });
});

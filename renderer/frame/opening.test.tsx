import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge, type FakeWorld } from '../testing/fake-bridge.ts';
import { openWindow, recorded, type OpenWindow } from '../testing/open-window.tsx';
import { dayAndClock } from '../when.ts';

let bridge: FakeBridge;
let opened: OpenWindow;

async function begin(world: FakeWorld = {}): Promise<void> {
  bridge = fakeBridge(world);
  opened = await openWindow(bridge);
}

const press = (name: RegExp | string): Promise<void> =>
  opened.user.click(screen.getByRole('button', { name }));
const damaged = {
  ok: false,
  error: {
    problem: { code: 'not-json', line: 3, column: 7 },
    file: 'Mill.stet',
    backupAt: '2026-11-24T14:02:00.000Z',
  },
} as const;

describe('an opening that takes long', () => {
  beforeEach(() => begin({ open: false }));

  it('says how far it is, and is ended by its button or by Escape', async () => {
    const cancel = vi.spyOn(bridge, 'cancelOpening');
    bridge.tell('opening', { file: 'Large.stet', share: 0.5 });
    await screen.findByRole('dialog', { name: 'Opening Large.stet' });
    const bar = screen.getByRole('progressbar');
    expect([bar.getAttribute('aria-valuenow'), bar.textContent]).toEqual(['40', '40%']);
    await press('Cancel');
    await opened.user.keyboard('{Escape}');
    expect(cancel).toHaveBeenCalledTimes(2);
  });

  it('leaves nothing behind when it was ended, and no complaint', async () => {
    bridge.openCase = async () => ({
      ok: false,
      error: { problem: { code: 'cancelled' }, file: 'Large.stet' },
    });
    bridge.tell('opening', { file: 'Large.stet', share: 0.5 });
    await screen.findByRole('dialog');
    const { takeOpening } = await import('./opening.ts');
    expect(await takeOpening(bridge.openCase(undefined), opened.t)).toBe(false);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
    bridge.tell('opening', { file: 'Large.stet', share: 0.5 });
    bridge.tell('problem', { problem: { code: 'cancelled' }, file: 'Large.stet' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('what happens while the rows are on their way', () => {
  it('is not lost, and a case that is closed meanwhile is not shown', async () => {
    await begin();
    for (const statement of ['One.', 'Two.', 'Three.']) await recorded(bridge, statement);
    const { moreRows } = bridge;
    let pieces = 0;
    bridge.moreRows = async (input) => {
      if (pieces++ === 0) await recorded(bridge, 'Meanwhile.');
      return moreRows(input);
    };
    bridge.tell('opened', { opened: true });
    const statements = () =>
      [...opened.store.useWindow.getState().rows.values()].map(({ statement }) => statement);
    await waitFor(() => expect(statements()).toEqual(['One.', 'Two.', 'Three.', 'Meanwhile.']));

    bridge.moreRows = async (input) => {
      bridge.tell('opened', { opened: false });
      return moreRows(input);
    };
    bridge.tell('opened', { opened: true });
    await screen.findByRole('button', { name: 'Open the sample case' });
    expect(statements()).toEqual([]);
  });
});

describe('a file that cannot be read any more', () => {
  beforeEach(() => begin({ open: false }));

  it('can be replaced by its backup, and it is said where the damaged one is', async () => {
    bridge.openCase = async () => damaged;
    bridge.openBackup = async () => ({ ok: true, value: { kept: 'Mill (damaged).stet' } });
    await press('Open…');
    const at = dayAndClock(damaged.error.backupAt, 'en');
    await waitFor(() => screen.getByRole('button', { name: `Open the backup of ${at}` }));
    await press(`Open the backup of ${at}`);
    const main = within(screen.getByRole('main'));
    expect(await main.findByText(/damaged file, which is beside it: Mill \(damaged\)\.stet/u)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Put away');
    expect(main.queryByText(/damaged file/u)).toBeNull();
  });

  it('stays where its backup cannot be put in its place, and that is told', async () => {
    bridge.openCase = async () => damaged;
    bridge.openBackup = async () => ({
      ok: false,
      error: { problem: { code: 'disk-full' }, file: 'Mill.stet' },
    });
    await press('Open…');
    await waitFor(() => screen.getByRole('button', { name: /^Open the backup/u }));
    await press(/^Open the backup/u);
    expect((await screen.findByRole('alert')).textContent).toContain('Mill.stet: The disk is full');
    expect(screen.queryByRole('button', { name: /^Open the backup/u })).toBeNull();
  });

  it('that never had a backup offers none', async () => {
    const { problem, file } = damaged.error;
    bridge.openCase = async () => ({ ok: false, error: { problem, file } });
    await press('Open…');
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: /^Open the backup/u })).toBeNull();
  });
});

describe('what a case tells when it is opened', () => {
  it('is what a sync program left beside it, and what does not hold', async () => {
    await begin();
    bridge.tell('copies', { copies: ['Mill (1).stet', 'Mill (2).stet'] });
    expect(await screen.findByText(/copies of it .* Mill \(1\)\.stet, Mill \(2\)\.stet/u)).toBeTruthy();
    await press('Put away');
    expect(screen.queryByText(/Mill \(1\)/u)).toBeNull();
    // One more is news again.
    bridge.tell('copies', { copies: ['Mill (1).stet', 'Mill (2).stet', 'Mill (3).stet'] });
    expect(await screen.findByText(/Mill \(3\)/u)).toBeTruthy();

    bridge.tell('verified', { fault: null, events: 12, head: 'a', exhibits: null });
    expect(await screen.findByText('history holds')).toBeTruthy();
    bridge.tell('verified', {
      fault: { code: 'event-altered', number: 3, id: 'x' },
      events: 12,
      head: 'a',
      exhibits: null,
    });
    expect(await screen.findByText('history does not hold')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('event 3 of the history');
  });
});

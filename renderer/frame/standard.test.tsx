import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { recordOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { layOut } from '../testing/layout.ts';
import { openWindow, recorded, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

async function openStandard({ readOnly = false } = {}): Promise<void> {
  bridge = fakeBridge();
  if (readOnly) bridge.readOnly = { code: 'asked' };
  opened = await openWindow(bridge);
  opened.ui.openDialog('standard');
  await screen.findByRole('dialog', { name: 'Standard of the case' });
}

const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const number = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('the standard of a case', () => {
  it('is changed by its numbers, and stays open with the reason when it is not', async () => {
    await openStandard();
    expect(
      ['Primary records', 'First-hand sources', 'Reports of any kind'].map((name) => number(name).value),
    ).toEqual(['1', '2', '3']);
    await press('Change');
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was different');
    await opened.user.type(number('Primary records'), '{ArrowUp}');
    await opened.user.clear(number('Reports of any kind'));
    await opened.user.type(number('Reports of any kind'), '99');
    await press('Change');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.asked.at(-1)).toMatchObject({
      type: 'change-standard',
      primary: 2,
      firstHand: 2,
      secondary: 20,
    });
  });

  it('can go back to the usual standard', async () => {
    await openStandard();
    await opened.user.type(number('Primary records'), '{ArrowUp}{ArrowUp}');
    expect(number('Primary records').value).toBe('3');
    await press('The usual standard');
    expect(number('Primary records').value).toBe('1');
  });

  it('says in words what it would be, and takes the rules about people and grades', async () => {
    await openStandard();
    expect(screen.queryByText(/Sources graded below C count zero/u)).toBeNull();
    await opened.user.click(screen.getByRole('button', { name: /Reliability of the source, at least/u }));
    await opened.user.click(await screen.findByRole('option', { name: 'C · fairly reliable' }));
    expect(await screen.findByText('Sources graded below C count zero.')).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: /A second person has to come/u }));
    await opened.user.click(await screen.findByRole('option', { name: 'for serious allegations' }));
    await press('Change');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.asked.at(-1)).toMatchObject({ reliability: 'C', secondPerson: 'serious' });
  });

  it('is for reading where the case is', async () => {
    await openStandard({ readOnly: true });
    expect(screen.getByRole('button', { name: 'Change' }).hasAttribute('disabled')).toBe(true);
    expect(number('Primary records').disabled).toBe(true);
  });
});

describe('a finding that no longer meets the standard', () => {
  it('says so on its card and in the inspector, with what it lacks, until it meets it again', async () => {
    layOut();
    bridge = fakeBridge();
    const id = await recorded(bridge, 'The mill burned.');
    await bridge.run(recordOn(id));
    await bridge.run({ type: 'move-allegation', id, to: 'corroborated', reason: 'The log says so.' });
    opened = await openWindow(bridge);
    opened.store.show('board');
    opened.store.select(id);
    await screen.findByText('The log says so.');
    expect(screen.queryByText(/no longer meets the standard/u)).toBeNull();

    await bridge.run({ type: 'change-standard', primary: 2, firstHand: 2, secondary: 3 });
    expect(await screen.findByText('no longer meets the standard')).toBeTruthy();
    expect((await screen.findByRole('alert')).textContent).toContain('It still needs 1 primary record');

    await bridge.run({ type: 'undo' });
    await waitFor(() => expect(screen.queryByText(/no longer meets the standard/u)).toBeNull());
  });
});

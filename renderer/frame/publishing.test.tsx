import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { caseInfo } from '../../shared/case/case.ts';
import { publishing, rated } from '../../shared/testing/case-rated.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openWindow, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

async function openPublishing(
  begin: (bridge: FakeBridge) => Promise<unknown> = async () => {},
): Promise<void> {
  bridge = fakeBridge();
  await begin(bridge);
  opened = await openWindow(bridge);
  bridge.asked = [];
  await openAgain();
}
async function openAgain(): Promise<void> {
  opened.ui.openDialog('publishing');
  await screen.findByRole('dialog', { name: 'Publishing' });
}

const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const into = (name: string, text: string): Promise<void> => write(opened.user, field(name), text);
const stored = () => caseInfo(bridge.kase);

describe('who publishes, and on which scale', () => {
  it('is written, with and without numbers', async () => {
    await openPublishing();
    await into('Name', 'The Desk');
    await into('Address of its site', 'https://desk.example');
    await press('Add a rating');
    expect(document.activeElement).toBe(field('Rating 1'));
    await into('Rating 1', 'True');
    await press('Add a rating');
    await into('Rating 2', 'Not so');
    await press('Save');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(stored().publisher).toEqual({ name: 'The Desk', url: 'https://desk.example', logo: null });
    expect(stored().scale).toMatchObject({ worst: null, best: null, ratings: [{ value: null }, {}] });

    await openAgain();
    await into('Worst value', '1');
    await into('Best value', '2');
    await into('Value 1', '2');
    await into('Value 2', '1');
    await press('Move rating 2 up');
    await press('Save');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(stored().scale?.ratings.map(({ label, value }) => [label, value])).toEqual([
      ['Not so', 1],
      ['True', 2],
    ]);
  });

  it('says beside each field what is wrong with it, and keeps what was written', async () => {
    await openPublishing();
    await into('Name', 'The Desk');
    await into('Address of its site', 'desk.example');
    await into('Worst value', '1');
    await press('Add a rating');
    await into('Rating 1', 'True');
    await press('Save');
    await waitFor(() => expect(field('Address of its site').getAttribute('aria-invalid')).toBe('true'));
    expect(field('Worst value').getAttribute('aria-invalid')).toBe('true');
    expect(field('Name').getAttribute('aria-invalid')).not.toBe('true');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('https://desk.example/'),
      expect.stringContaining('both ends'),
    ]);
    await waitFor(() => expect(document.activeElement).toBe(field('Address of its site')));
    await into('Worst value', 'one');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toBe('This is not a number.');
    expect(stored().publisher).toBeNull();
  });

  it('waits in the drafts when it is closed, and goes when it is cancelled', async () => {
    await openPublishing();
    await into('Name', 'The Desk');
    await press('Add a rating');
    await into('Rating 1', 'True');
    await press('Close');
    await openAgain();
    expect([field('Name').value, field('Rating 1').value]).toEqual(['The Desk', 'True']);
    await press('Cancel');
    await openAgain();
    expect(field('Name').value).toBe('');
    expect(screen.queryByRole('textbox', { name: 'Rating 1' })).toBeNull();
  });

  it('keeps a rating that is used, and says how often', async () => {
    await openPublishing(async (begun) => {
      await begun.run(publishing());
      const id = await recorded(begun, 'The mill burned.');
      await begun.run(rated(id, caseInfo(begun.kase).scale?.ratings[1]?.id ?? ''));
    });
    await press('Take out rating 2');
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('One allegation is rated “Half true”');
    expect(stored().scale?.ratings).toHaveLength(3);
    await press('Cancel');
    await openAgain();
    // Another word would rewrite what was published; one that nobody has may be called what it likes.
    await into('Rating 2', 'Mixed');
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('stays in the scale as it is');
    await into('Rating 2', 'Half true');
    await into('Rating 1', 'Right');
    await press('Save');
    await waitFor(() => expect(stored().scale?.ratings[0]?.label).toBe('Right'));
    expect(stored().scale?.ratings[1]?.label).toBe('Half true');
  });

  it('is for reading where the case is', async () => {
    await openPublishing(async (begun) => {
      await begun.run(publishing());
      begun.readOnly = { code: 'asked' };
    });
    expect(field('Name').disabled).toBe(true);
    for (const name of ['Save', 'Add a rating', 'Take out rating 1', 'Move rating 2 up'])
      expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true);
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../testing/fake-bridge.ts';
import { made, openWindow, type OpenWindow } from '../../testing/open-window.tsx';
import { twoVersions } from '../../testing/two-versions.ts';

let bridge: FakeBridge;
let opened: OpenWindow;

const DIALOGS = async () => (await import('../../frame/dialogs.tsx')).Dialogs;
const texts = (): Promise<HTMLElement> =>
  screen.findByRole('region', { name: 'The two versions side by side' });
const said = (): string | null => screen.getByRole('status').textContent;
const press = (name: RegExp | string): Promise<void> =>
  opened.user.click(screen.getByRole('button', { name }));
/** The rows in which the versions differ: what each side says, its marks in words. */
const differences = (): string[][] =>
  [...document.querySelectorAll('[data-difference]')].map((row) =>
    [...row.children].map((side) => side.textContent?.replace(/\s+/gu, ' ') ?? ''),
  );
const at = (): string | null => document.activeElement?.getAttribute('data-difference') ?? null;

async function open(shown: string): Promise<void> {
  opened = await openWindow(bridge, DIALOGS);
  opened.store.showDocument(shown);
  act(() => opened.ui.openDialog('versions'));
  await screen.findByRole('dialog', { name: 'Versions of “Mill”' });
}

async function addVersion(previousId: string, text: string): Promise<string> {
  const given = { title: null, format: 'text', fileName: null } as const;
  return made(bridge, 'documents', { type: 'add-version', previousId, text, ...given });
}

beforeEach(() => {
  bridge = fakeBridge();
});

describe('two versions', () => {
  let firstId: string;
  let secondId: string;

  beforeEach(async () => {
    ({ firstId, secondId } = await twoVersions(bridge));
  });

  it('stand side by side with what was taken out and put in, told in words, and what is the same folded', async () => {
    await open(secondId);
    await texts();
    expect(said()).toMatch(/^\d differences$/u);
    const changed = differences().find(([before]) => before?.includes('Twelve'));
    expect(changed?.[0]).toContain('−taken out: Twelve end people were in the building');
    expect(changed?.[1]).toContain('+put in: Fourteen end people were in the building');
    const added = differences().find(([, after]) => after?.includes('Corrected on Wednesday'));
    expect(added?.[0]).toBe('');
    expect(document.querySelectorAll('del, ins').length).toBeGreaterThan(3);
  });

  it('are unfolded by keyboard, with the keyboard on what came', async () => {
    const story = Array.from({ length: 20 }, (_, index) => `Paragraph ${index}.`);
    const id = await addVersion(secondId, story.join('\n\n'));
    const next = await addVersion(id, [...story.slice(0, -1), 'Another end, of other words.'].join('\n\n'));
    await open(next);
    const fold = await screen.findByRole('button', { name: '… 18 unchanged paragraphs' });
    fold.focus();
    await opened.user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toContain('Paragraph 17.');
    expect(screen.queryByRole('button', { name: /unchanged/u })).toBeNull();
  });

  it('differ in places that keys go through, which is said, and stop at the ends', async () => {
    await open(secondId);
    await texts();
    const count = differences().length;
    await opened.user.keyboard('n');
    expect([at(), said()]).toEqual(['1', expect.stringMatching(`^Difference 1 of ${count}: `)]);
    await opened.user.keyboard('n');
    expect([at(), said()]).toEqual(['2', expect.stringMatching(`^Difference 2 of ${count}: `)]);
    await opened.user.keyboard('pp');
    expect(at()).toBe('1');
    for (let each = 1; each < count; each++) await press(/^Next difference/u);
    expect(said()).toMatch(new RegExp(`^Difference ${count} of ${count}: `, 'u'));
    expect(screen.getByRole('button', { name: /^Next difference/u })).toHaveProperty('disabled', true);
  });

  it('leave letters alone where keys are off, and where something is chosen', async () => {
    await bridge.setSettings({ plainKeys: false });
    await open(secondId);
    await texts();
    await opened.user.keyboard('n');
    expect(at()).toBeNull();
    await act(async () => void (await bridge.setSettings({ plainKeys: true })));
    screen.getByRole('button', { name: /This version/u }).focus();
    await opened.user.keyboard('n');
    expect(at()).toBeNull();
  });

  it('are chosen among all: at first the shown one with the one before it, or an older one with the newest', async () => {
    const thirdId = await addVersion(secondId, 'All is new.');
    await open(thirdId);
    const chosen = (name: RegExp): string | null => screen.getByRole('button', { name }).textContent;
    expect(chosen(/This version/u)).toMatch(/^Version 2 of 3/u);
    expect(chosen(/against/u)).toMatch(/^Version 3 of 3/u);
    await press(/This version/u);
    await opened.user.click(await screen.findByRole('option', { name: /^Version 1 of 3/u }));
    const place = await texts();
    await waitFor(() => expect(within(place).getAllByRole('heading')[0]?.textContent).toMatch(/^Version 1/u));
    act(() => opened.ui.closeDialog());
    opened.store.showDocument(firstId);
    act(() => opened.ui.openDialog('versions'));
    await texts();
    expect(chosen(/This version/u)).toMatch(/^Version 1 of 3/u);
    expect(chosen(/against/u)).toMatch(/^Version 3 of 3/u);
    await press('Add a new version…');
    expect(opened.ui.useUi.getState().dialog).toBe('add-version');
  });

  it('are read whole, where nothing else is wanted', async () => {
    await open(secondId);
    await texts();
    await press(/^Read Version 1 of 2/u);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(opened.store.useWindow.getState().documentId).toBe(firstId);
  });

  it('that are the same say so', async () => {
    await open(secondId);
    await press(/This version/u);
    await opened.user.click(await screen.findByRole('option', { name: /^Version 2 of 2/u }));
    await texts();
    await waitFor(() => expect(said()).toBe('The two texts are the same.'));
    expect(screen.queryByRole('button', { name: /^Next difference/u })).toBeNull();
  });
});

it('a hundred differences are drawn at a time; keys go on past them', async () => {
  const lines = Array.from({ length: 250 }, (_, index) => `Paragraph ${index} of a long story about a mill.`);
  const given = { title: 'Mill', format: 'text', fileName: null } as const;
  const text = lines.join('\n\n');
  const id = await made(bridge, 'documents', { type: 'add-document', ...given, text });
  const odd = lines.map((line, index) => (index % 2 === 0 ? line : line.replace('long', 'short')));
  const next = await addVersion(id, odd.join('\n\n'));
  await open(next);
  await texts();
  expect([differences().length, said()]).toEqual([100, '125 differences']);
  await press('Show the next 25 differences');
  expect(differences()).toHaveLength(125);
  expect(screen.queryByRole('button', { name: /^Show the next/u })).toBeNull();
});

it('a document of one version says so, and offers to add one', async () => {
  const given = { title: 'Mill', text: 'One.', format: 'text', fileName: null } as const;
  const id = await made(bridge, 'documents', { type: 'add-document', ...given });
  await open(id);
  expect(screen.getByText('There is one version of this document.')).toBeTruthy();
  expect(screen.queryByRole('region')).toBeNull();
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { evidenceOn, responseOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openInspector } from '../testing/open-inspector.tsx';
import { made, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;

const PARTS = async () => [
  (await import('./evidence-list.tsx')).EvidenceList,
  (await import('./response-list.tsx')).ResponseList,
];

/** A window whose inspector shows the one allegation, after what `before` did to it. */
async function inspect(before: () => Promise<unknown> = async () => undefined): Promise<void> {
  bridge = fakeBridge();
  id = await recorded(bridge, 'The mill burned.');
  await before();
  opened = await openInspector(bridge, id, PARTS);
  bridge.asked = [];
}

// To look for it by its role, again and again, takes most of the time of these tests.
const form = (): HTMLFormElement => {
  const [found] = document.forms;
  if (!found) throw new Error('no form is open');
  return found;
};
const closed = (): Promise<void> => waitFor(() => expect(document.forms).toHaveLength(0));
const field = (label: string): HTMLInputElement =>
  within(form()).getByLabelText(label, { selector: 'input, textarea' });
const fill = (label: string, text: string): Promise<void> => write(opened.user, field(label), text);
const press = (name: string): Promise<void> =>
  opened.user.click(within(form()).getByRole('button', { name }));

async function open(kind: 'evidence' | 'response', itemId: string | null = null): Promise<void> {
  opened.ui.openForm({ kind, id, itemId });
  await waitFor(form);
}

const evidence = () => [...bridge.kase.records.evidence.values()];
const sources = () => [...bridge.kase.records.sources.values()];

describe('evidence', () => {
  beforeEach(() => inspect());

  it('is added with a new source: its kind and whom it speaks for', async () => {
    await opened.user.click(screen.getByRole('button', { name: 'Add evidence…' }));
    await screen.findByRole('form', { name: 'Evidence on FOR-001' });
    expect(within(form()).queryByText('What it is')).toBeNull();
    await fill('Source', 'Fire log');
    await opened.user.click(within(form()).getByRole('button', { name: /What it is/u }));
    await opened.user.click(await screen.findByRole('option', { name: 'record' }));
    await fill('Belongs to or speaks for', 'Fire brigade');
    await opened.user.click(within(form()).getByRole('radio', { name: 'contradicts' }));
    await fill('Excerpt', '14:10 false alarm');
    await fill('Locator', 'page 3');
    await fill('Published on', ' 2026-11 ');
    await fill('Address', 'https://example.org/log');
    await press('Add');
    await closed();

    const [party] = bridge.kase.records.parties.values();
    expect(party?.name).toBe('Fire brigade');
    expect(sources()).toMatchObject([{ name: 'Fire log', kind: 'record', partyId: party?.id }]);
    expect(evidence()).toMatchObject([
      {
        allegationId: id,
        sourceId: sources()[0]?.id,
        stance: 'contradicts',
        excerpt: '14:10 false alarm',
        locator: 'page 3',
        origin: { type: 'unknown' },
        publishedOn: '2026-11',
        accessedOn: null,
        address: 'https://example.org/log',
      },
    ]);
    expect(await screen.findByText('14:10 false alarm')).toBeTruthy();
  });

  it('without a source is not added, and what was written stays', async () => {
    await open('evidence');
    await fill('Excerpt', 'Smoke.');
    await press('Add');
    expect((await within(form()).findByRole('alert')).textContent).toContain('“source”');
    expect(field('Excerpt').value).toBe('Smoke.');
    expect(evidence()).toEqual([]);
  });

  it('with a date that is none is not sent, and what was written stays', async () => {
    await open('evidence');
    await fill('Source', 'Fire log');
    for (const label of ['Published on', 'Accessed on']) {
      await fill(label, '11/2026');
      await press('Add');
      expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('inspector.notADate'));
      expect(field(label).value).toBe('11/2026');
      await fill(label, '');
    }
    expect(bridge.asked).toEqual([]);
  });

  it('stays in the form when saving fails', async () => {
    await open('evidence');
    await fill('Source', 'Fire log');
    bridge.failNextSave();
    await press('Add');
    expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('problems.disk-full'));
    expect(field('Source').value).toBe('Fire log');
    await press('Add');
    await closed();
    expect(evidence()).toHaveLength(1);
  });

  it('is kept as a draft on Escape, and by no other form; thrown away on Cancel', async () => {
    await open('evidence');
    await fill('Excerpt', 'Smoke.');
    await opened.user.keyboard('{Escape}');
    await closed();
    await open('response');
    expect(field('In what words').value).toBe('');
    await press('Cancel');
    await open('evidence');
    expect(field('Excerpt').value).toBe('Smoke.');
    await press('Cancel');
    await closed();
    await open('evidence');
    expect(field('Excerpt').value).toBe('');
    expect(bridge.asked).toEqual([]);
  });
});

describe('evidence where some is there', () => {
  let first: string;
  beforeEach(() => inspect(async () => (first = await made(bridge, 'evidence', evidenceOn(id)))));

  it('is added with a source that is known, which is not made again', async () => {
    await open('evidence');
    await waitFor(async () => {
      await fill('Source', ' A neighbour ');
      expect(within(form()).queryByText('What it is')).toBeNull();
    });
    await opened.user.click(within(form()).getByRole('button', { name: /Origin/u }));
    await opened.user.click(await screen.findByRole('option', { name: 'derived from #1' }));
    await press('Add');
    await closed();
    expect(sources()).toHaveLength(1);
    expect(bridge.asked).toMatchObject([{ type: 'add-evidence', source: { id: sources()[0]?.id } }]);
    expect(evidence()[1]?.origin).toEqual({ type: 'derived', evidenceId: first });
  });

  it('is changed in its place, with what is stored in the fields', async () => {
    await opened.user.click(screen.getByRole('button', { name: 'Edit evidence #1' }));
    await waitFor(form);
    expect([field('Source').value, field('Excerpt').value]).toEqual(['A neighbour', 'I saw the flames.']);
    await fill('Locator', '');
    await press('Save');
    await closed();
    expect(evidence()).toMatchObject([{ id: first, locator: null, excerpt: 'I saw the flames.' }]);
    expect(await screen.findByText(/does not count: it has no locator/u)).toBeTruthy();
  });

  it('that was not changed is simply put away', async () => {
    await open('evidence', first);
    await press('Save');
    await closed();
    expect(bridge.kase.history.at(-1)?.type).toBe('evidence-added');
  });

  it('is removed to the trash', async () => {
    await opened.user.click(screen.getByRole('button', { name: 'Remove evidence #1' }));
    expect(await screen.findByText('No evidence is recorded.')).toBeTruthy();
    expect(evidence()[0]?.removed).toBe(true);
  });
});

describe('a response', () => {
  it('is added; a denial asks what it denies, an answer of another kind does not', async () => {
    await inspect();
    await open('response');
    await fill('Who answered', 'Mill owner');
    await fill('In what words', 'There was no fire.');
    await press('Add');
    expect(await within(form()).findByRole('alert')).toBeTruthy();
    await opened.user.click(within(form()).getByRole('radio', { name: /a part/u }));
    await press('Add');
    await closed();
    const [response] = bridge.kase.records.responses.values();
    expect(response).toMatchObject({ kind: 'denied', extent: 'part', words: 'There was no fire.', on: null });

    await open('response');
    await opened.user.click(within(form()).getByRole('button', { name: /What it did/u }));
    await opened.user.click(await screen.findByRole('option', { name: 'declined to comment' }));
    expect(within(form()).queryByRole('radio')).toBeNull();
  });

  it('with a date that is none is not sent', async () => {
    await inspect();
    await open('response');
    await fill('When', 'soon');
    await press('Add');
    expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('inspector.notADate'));
    expect(bridge.asked).toEqual([]);
  });

  it('that a finding rests on is not removed, and why is told', async () => {
    let responseId = '';
    await inspect(async () => {
      responseId = await made(bridge, 'responses', responseOn(id));
      const rests = { basis: 'party', response: { id: responseId }, reason: 'Contested.' } as const;
      await bridge.run({ type: 'move-allegation', id, to: 'denied', ...rests });
    });
    await opened.user.click(screen.getByRole('button', { name: 'Remove the response of Mill owner' }));
    await waitFor(() => expect(opened.ui.useUi.getState().problem).toMatch(/One allegation rests on it/u));
    expect(bridge.kase.records.responses.get(responseId)?.removed).toBe(false);
  });
});

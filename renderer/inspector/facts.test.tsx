import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openInspector } from '../testing/open-inspector.tsx';
import { recorded, write as writeInto, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;
let other: string;

beforeEach(async () => {
  bridge = fakeBridge();
  id = await recorded(bridge, 'The mill burned.');
  other = await recorded(bridge, 'Nobody was hurt.');
  opened = await openInspector(bridge, id, async () => {
    const { Facts } = await import('./facts.tsx');
    return [(props) => <Facts {...props} statement={null} />];
  });
  bridge.asked = [];
});

const field = (label: string): HTMLInputElement =>
  screen.getByLabelText(label, { selector: 'input, textarea' });
const stored = () => bridge.kase.records.allegations.get(id);

const write = (label: string, text: string): Promise<void> => writeInto(opened.user, field(label), text);

describe('a field of the inspector', () => {
  it('saves itself when it is left, once, and not before', async () => {
    await write('Statement', 'The mill burned down.');
    expect(bridge.asked).toEqual([]);
    await opened.user.tab();
    await waitFor(() => expect(stored()?.statement).toBe('The mill burned down.'));
    expect(bridge.asked).toEqual([{ type: 'edit-allegation', id, statement: 'The mill burned down.' }]);
    expect(field('Statement').value).toBe('The mill burned down.');
  });

  it('saves itself on Enter where it is one line', async () => {
    await write('Where', 'Radio');
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(stored()?.saidWhere).toBe('Radio'));
  });

  it('does not save itself on the Enter that ends the composing of a word, as in Japanese', async () => {
    await write('Where', 'らじお');
    fireEvent.keyDown(field('Where'), { key: 'Enter', isComposing: true });
    expect(bridge.asked).toEqual([]);
    fireEvent.keyDown(field('Where'), { key: 'Enter' });
    expect(bridge.asked).toHaveLength(1);
  });

  it('saves nothing when the same was written again', async () => {
    await write('Statement', 'The mill burned.');
    await opened.user.tab();
    expect(bridge.asked).toEqual([]);
  });

  it('shows what was saved, not what was written, once it is saved', async () => {
    await write('Tags, separated by commas', ' fire,, mill ,fire');
    await opened.user.tab();
    await waitFor(() => expect(field('Tags, separated by commas').value).toBe('fire, mill'));
    expect(stored()?.tags).toEqual(['fire', 'mill']);
  });

  it('keeps its words and says why when they could not be saved; leaving it again saves them', async () => {
    bridge.failNextSave();
    await write('Notes', 'Ask the brigade.');
    await opened.user.tab();
    expect(await screen.findByText(opened.t('problems.disk-full'))).toBeTruthy();
    expect(field('Notes').value).toBe('Ask the brigade.');
    expect(field('Notes').getAttribute('aria-invalid')).toBe('true');
    expect(stored()?.notes).toBe('');

    await opened.user.click(field('Notes'));
    await opened.user.tab();
    await waitFor(() => expect(stored()?.notes).toBe('Ask the brigade.'));
    await waitFor(() => expect(screen.queryByText(opened.t('problems.disk-full'))).toBeNull());
  });

  it('keeps its words and says why when the domain refuses them', async () => {
    await opened.user.clear(field('Statement'));
    await opened.user.tab();
    expect(await screen.findByText(/Something has to be written under “statement”/u)).toBeTruthy();
    expect(field('Statement').value).toBe('');
    expect(stored()?.statement).toBe('The mill burned.');
  });

  it('sends no date that is none, and says how one is written', async () => {
    await write('Said on', '2025-02-30');
    await opened.user.tab();
    expect(await screen.findByText(opened.t('inspector.notADate'))).toBeTruthy();
    expect(bridge.asked).toEqual([]);
    expect(field('Said on').value).toBe('2025-02-30');

    await write('Said on', ' 2025-02 ');
    await opened.user.tab();
    await waitFor(() => expect(stored()?.saidOn).toBe('2025-02'));
    expect(screen.queryByText(opened.t('inspector.notADate'))).toBeNull();

    await write('Said on', '');
    await opened.user.tab();
    await waitFor(() => expect(stored()?.saidOn).toBeNull());
  });

  it('goes back to what is saved on Escape, and is not wrong any more', async () => {
    for (const label of ['Statement', 'Claimant', 'Where', 'Notes']) {
      const before = field(label).value;
      await write(label, 'something else');
      await opened.user.keyboard('{Escape}');
      expect(field(label).value).toBe(before);
    }
    await write('Said on', 'yesterday');
    await opened.user.tab();
    await screen.findByText(opened.t('inspector.notADate'));
    await opened.user.click(field('Said on'));
    await opened.user.keyboard('{Escape}');
    expect(screen.queryByText(opened.t('inspector.notADate'))).toBeNull();
    expect(field('Said on').value).toBe('');
    await opened.user.tab();
    expect(bridge.asked).toEqual([]);
  });

  it('takes a claimant by name and offers those there are', async () => {
    await write('Claimant', 'Fire brigade');
    await opened.user.tab();
    await waitFor(() => expect(stored()?.claimantId).not.toBeNull());
    const party = bridge.kase.records.parties.get(stored()?.claimantId ?? '');
    expect(party?.name).toBe('Fire brigade');

    opened.store.select(other);
    await waitFor(() => expect(field('Statement').value).toBe('Nobody was hurt.'));
    await opened.user.type(field('Claimant'), 'fire');
    await opened.user.click(await screen.findByRole('option', { name: 'Fire brigade' }));
    await opened.user.tab();
    await waitFor(() => {
      expect(bridge.kase.records.allegations.get(other)?.claimantId).toBe(stored()?.claimantId);
    });
    expect(bridge.kase.records.parties.size).toBe(1);
  });

  it('takes a time with the clock of a zone, and shows it as it is typed', async () => {
    await write('Happened on', '2025-04-09 14:02 Asia/Shanghai');
    await opened.user.tab();
    await waitFor(() => expect(stored()?.happenedOn).toBe('2025-04-09T06:02Z[Asia/Shanghai]'));
    await waitFor(() => expect(field('Happened on').value).toBe('2025-04-09 14:02 Asia/Shanghai'));
    expect(stored()?.saidOn).toBeNull();
  });

  it('takes the parties it touches one by one, at Enter and when it is left, and takes each out again', async () => {
    const names = () => stored()?.touchedIds.map((each) => bridge.kase.records.parties.get(each)?.name);
    await write('Parties it touches', 'Ministry, Navy');
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(names()).toEqual(['Ministry, Navy']));
    await waitFor(() => expect(field('Parties it touches').value).toBe(''));
    await write('Parties it touches', 'Mill owner');
    await opened.user.tab();
    await waitFor(() => expect(names()).toEqual(['Ministry, Navy', 'Mill owner']));
    await opened.user.click(await screen.findByRole('button', { name: 'Take out Ministry, Navy' }));
    await waitFor(() => expect(names()).toEqual(['Mill owner']));
    expect(document.activeElement).toBe(field('Parties it touches'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Ministry/u })).toBeNull());
    // It is known now, and offered.
    await opened.user.type(field('Parties it touches'), 'navy');
    expect(await screen.findByRole('option', { name: 'Ministry, Navy' })).toBeTruthy();
  });

  it('keeps the party that could not be added, with the reason, until it is thrown away', async () => {
    bridge.failNextSave();
    await write('Parties it touches', 'Mill owner');
    await opened.user.keyboard('{Enter}');
    expect(await screen.findByText(opened.t('problems.disk-full'))).toBeTruthy();
    expect(field('Parties it touches').value).toBe('Mill owner');
    await opened.user.keyboard('{Escape}');
    if (field('Parties it touches').value !== '') await opened.user.keyboard('{Escape}');
    expect(field('Parties it touches').value).toBe('');
    expect(stored()?.touchedIds).toEqual([]);
  });

  it('a tick saves at once, and a failure is told beside the fields', async () => {
    bridge.failNextSave();
    await opened.user.click(screen.getByRole('checkbox', { name: /Serious/u }));
    expect(await screen.findByText(opened.t('problems.disk-full'))).toBeTruthy();
    await opened.user.click(screen.getByRole('checkbox', { name: /Serious/u }));
    await waitFor(() => expect(stored()?.serious).toBe(true));
    await waitFor(() => expect(screen.queryByText(opened.t('problems.disk-full'))).toBeNull());
  });

  it('is as it is stored after a change from elsewhere', async () => {
    await bridge.run({ type: 'edit-allegation', id, statement: 'The mill burned to the ground.' });
    await waitFor(() => expect(field('Statement').value).toBe('The mill burned to the ground.'));
  });

  it('keeps what was written and not saved when another allegation is shown meanwhile', async () => {
    await write('Said on', 'yesterday');
    await opened.user.tab();
    opened.store.select(other);
    await waitFor(() => expect(field('Statement').value).toBe('Nobody was hurt.'));
    expect(field('Said on').value).toBe('');
    opened.store.select(id);
    await waitFor(() => expect(field('Said on').value).toBe('yesterday'));
  });

  it('cannot be written in while the case is open for reading only', async () => {
    bridge.readOnly = { code: 'asked' };
    bridge.tell('opened', { opened: true });
    await waitFor(() => expect(opened.store.useWindow.getState().loaded?.readOnly).not.toBeNull());
    opened.store.select(id);
    await screen.findByLabelText('Statement');
    const labels = ['Statement', 'Claimant', 'Said on', 'Where', 'Notes'];
    expect(labels.filter((label) => !field(label).disabled)).toEqual([]);
  });
});

describe('a field that is still saving', () => {
  it('leaves no draft behind when another allegation is selected meanwhile', async () => {
    const { hasDrafts } = await import('../drafts.ts');
    const release = bridge.hold();
    await write('Notes', 'Ask the brigade.');
    await opened.user.tab();
    opened.store.select(other);
    await waitFor(() => expect(field('Statement').value).toBe('Nobody was hurt.'));
    release();
    await waitFor(() => expect(stored()?.notes).toBe('Ask the brigade.'));
    await waitFor(() => expect(hasDrafts()).toBe(false));

    // Nor are its words shown later as if they were stored.
    await bridge.run({ type: 'undo' });
    opened.store.select(id);
    await waitFor(() => expect(field('Statement').value).toBe('The mill burned.'));
    expect(field('Notes').value).toBe('');
  });

  it('keeps what is written on after Enter', async () => {
    const release = bridge.hold();
    await write('Where', 'Radio');
    await opened.user.keyboard('{Enter}');
    await opened.user.paste(' 4');
    release();
    await waitFor(() => expect(stored()?.saidWhere).toBe('Radio'));
    await waitFor(() => expect(opened.store.useWindow.getState().revision).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(field('Where').value).toBe('Radio 4');
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { made, openWindow, recorded, write as writeInto, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;

const INSPECTOR = async () => (await import('./source-inspector.tsx')).SourceInspector;

const source = (name: string, fields: object = {}): Promise<string> =>
  made(bridge, 'sources', { type: 'add-source', name, kind: 'person', party: null, ...fields });
const stored = (of = id) => bridge.kase.records.sources.get(of);
const field = (label: string): HTMLInputElement =>
  screen.getByLabelText(label, { selector: 'input, textarea' });
const write = (label: string, text: string): Promise<void> => writeInto(opened.user, field(label), text);
const press = (name: string, within_: HTMLElement = document.body): Promise<void> =>
  opened.user.click(within(within_).getByRole('button', { name }));

async function open(): Promise<void> {
  opened = await openWindow(bridge, INSPECTOR);
  opened.store.useWindow.setState({ sourceId: id });
  await screen.findByRole('heading', { level: 2 });
  bridge.asked = [];
}

beforeEach(() => {
  bridge = fakeBridge();
});

describe('what is known of a source', () => {
  beforeEach(async () => {
    id = await source('Fire log');
    await open();
  });

  it('saves itself when a field is left', async () => {
    await write('Interests', 'None known.');
    expect(bridge.asked).toEqual([]);
    await opened.user.tab();
    await waitFor(() => expect(stored()?.interests).toBe('None known.'));
    expect(bridge.asked).toEqual([{ type: 'edit-source', id, interests: 'None known.' }]);
  });

  it('keeps its words and says why when they could not be saved', async () => {
    bridge.failNextSave();
    await write('Name', 'Fire book');
    await opened.user.tab();
    expect(await screen.findByText(opened.t('problems.disk-full'))).toBeTruthy();
    expect([field('Name').value, stored()?.name]).toEqual(['Fire book', 'Fire log']);
  });

  it('is graded by letters that say what they mean', async () => {
    await opened.user.click(screen.getByRole('button', { name: /Reliability$/u }));
    await opened.user.click(await screen.findByRole('option', { name: 'B · usually reliable' }));
    await waitFor(() => expect(stored()?.reliability).toBe('B'));
  });

  it('goes to the trash when nothing rests on it, and nothing is selected then', async () => {
    await press('Move to the trash');
    await waitFor(() => expect(stored()?.removed).toBe(true));
    expect(await screen.findByText('Select a source to see everything about it.')).toBeTruthy();
    expect(opened.store.useWindow.getState().sourceId).toBeNull();
  });

  it('can only be looked at in a case for reading only', async () => {
    bridge.readOnly = { code: 'asked' };
    bridge.tell('opened', { opened: true });
    await waitFor(() =>
      expect(opened.store.useWindow.getState().loaded?.readOnly).toEqual({ code: 'asked' }),
    );
    opened.store.useWindow.setState({ sourceId: id });
    await screen.findByRole('heading', { level: 2 });
    expect(field('Name').disabled).toBe(true);
    expect(screen.queryByRole('button', { name: 'Move to the trash' })).toBeNull();
  });
});

describe('marking a source as confidential', () => {
  beforeEach(async () => {
    id = await source('Anna Blum');
    await open();
    await press('Mark as confidential…');
  });

  it('says what stays in the history, and asks for the agreed description', async () => {
    const form = screen.getByRole('form');
    expect(form.textContent).toContain(
      'stays in the history of this case; only a new case has no trace of it',
    );
    expect(form.textContent).toContain('This form keeps no draft');
    await write('Agreed description', 'A harbour employee');
    await press('Mark as confidential', form);
    await waitFor(() => expect(stored()).toMatchObject({ confidential: true, name: 'A harbour employee' }));
    expect(await screen.findByRole('heading', { name: 'A harbour employee' })).toBeTruthy();
    expect(field('Agreed description').value).toBe('A harbour employee');
  });

  it.each(['', 'anna blum'])('is not done with “%s”', async (description) => {
    const form = screen.getByRole('form');
    await write('Agreed description', description);
    await press('Mark as confidential', form);
    expect((await within(form).findByRole('alert')).textContent).toMatch(/written|description agreed/u);
    expect(stored()?.confidential).toBe(false);
  });
});

describe('who a confidential source is', () => {
  const secret = { name: 'Anna Blum', contact: '+380 44 1234567', notes: 'Works the night shift.' };
  const SECRETS = /Anna Blum|1234567|night shift/u;

  /** Everything this window holds beside what is drawn. */
  async function held(): Promise<string> {
    const { hasDrafts } = await import('../drafts.ts');
    expect(hasDrafts()).toBe(false);
    const { app, rows, revisions, ...state } = opened.store.useWindow.getState();
    return JSON.stringify([state, [...rows.values()], opened.ui.useUi.getState(), app, [...revisions]]);
  }

  beforeEach(async () => {
    id = await source('A harbour employee', { confidential: true });
  });

  describe('when the vault has it', () => {
    beforeEach(async () => {
      await bridge.run({ type: 'keep-identity', id, commitment: 'a'.repeat(64) });
      bridge.identity = vi.fn<FakeBridge['identity']>(async () => ({ ok: true, value: secret }) as const);
      await open();
    });

    it('is asked for only when somebody wants to see it, and is nowhere but on the screen', async () => {
      expect(bridge.identity).not.toHaveBeenCalled();
      await press('Show who it is');
      expect(await screen.findByText('Anna Blum')).toBeTruthy();
      expect(document.body.textContent).toMatch(SECRETS);
      expect(await held()).not.toMatch(SECRETS);
    });

    it('is gone when it is hidden, and when another source is shown', async () => {
      await press('Show who it is');
      await screen.findByText('Anna Blum');
      await press('Hide it');
      expect(screen.queryByText('Anna Blum')).toBeNull();
      await press('Show who it is');
      await screen.findByText('Anna Blum');
      const other = await source('Fire log');
      opened.store.useWindow.setState({ sourceId: other });
      await screen.findByRole('heading', { name: 'Fire log' });
      opened.store.useWindow.setState({ sourceId: id });
      await screen.findByRole('heading', { name: 'A harbour employee' });
      expect(document.body.textContent).not.toMatch(SECRETS);
    });

    it('is erased only after asking, which says that nothing brings it back', async () => {
      bridge.eraseIdentity = vi.fn<FakeBridge['eraseIdentity']>(async ({ sourceId }) => {
        await bridge.run({ type: 'erase-identity', id: sourceId });
        return { ok: true, value: null } as const;
      });
      await press('Erase for good…');
      const dialog = await screen.findByRole('dialog', { name: 'Erase who this is?' });
      expect(dialog.textContent).toMatch(/Nobody can bring it back, not even undo/u);
      await press('Cancel', dialog);
      expect(bridge.eraseIdentity).not.toHaveBeenCalled();
      await press('Erase for good…');
      await press('Erase for good', await screen.findByRole('dialog'));
      expect(bridge.eraseIdentity).toHaveBeenCalledExactlyOnceWith({ sourceId: id });
      expect(await screen.findByText(/^It was erased on/u)).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Show who it is' })).toBeNull();
    });

    it('can still be erased when the source is confidential no more', async () => {
      await bridge.run({ type: 'edit-source', id, confidential: false, name: 'Anna B.' });
      await waitFor(() => expect(screen.queryByRole('button', { name: 'Change it…' })).toBeNull());
      expect(screen.getByRole('button', { name: 'Erase for good…' })).toBeTruthy();
    });

    it('says so when the vault of this computer does not have it, or cannot be read', async () => {
      bridge.identity = async () => ({ ok: true, value: null });
      await press('Show who it is');
      expect(await screen.findByText(opened.t('sourcesView.identityElsewhere'))).toBeTruthy();
      await press('Hide it');
      const error = { problem: { code: 'vault-damaged' }, file: 'vault.json' } as const;
      bridge.identity = async () => ({ ok: false, error });
      await press('Show who it is');
      expect((await screen.findByRole('alert')).textContent).toContain('vault.json: ');
    });
  });

  it('is put into the vault, and what is written is in no draft; what fails keeps it written', async () => {
    bridge.keepIdentity = vi.fn<FakeBridge['keepIdentity']>(
      async () => ({ ok: false, error: { save: { code: 'disk-full' } } }) as const,
    );
    await open();
    expect(screen.getByText(/on this computer only, apart from the case.*It is not encrypted/u)).toBeTruthy();
    await press('Put it into the vault…');
    const form = screen.getByRole('form');
    const inside = (label: string): HTMLElement => within(form).getByLabelText(label);
    expect(form.textContent).toContain(
      'This form keeps no draft: closing it, also with Escape, throws away what you wrote in it.',
    );
    await writeInto(opened.user, inside('Name'), secret.name);
    await writeInto(opened.user, inside('How to reach it'), secret.contact);
    await writeInto(opened.user, inside('Anything else that would give it away'), secret.notes);
    expect(await held()).not.toMatch(SECRETS);
    await press('Put it into the vault', form);
    expect((await within(form).findByRole('alert')).textContent).toBe(opened.t('problems.disk-full'));
    expect(inside('Name')).toHaveProperty('value', secret.name);

    bridge.keepIdentity = vi.fn<FakeBridge['keepIdentity']>(async ({ sourceId }) => {
      await bridge.run({ type: 'keep-identity', id: sourceId, commitment: 'b'.repeat(64) });
      return { ok: true, value: null } as const;
    });
    await press('Put it into the vault', form);
    expect(bridge.keepIdentity).toHaveBeenCalledExactlyOnceWith({ sourceId: id, identity: secret });
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(document.body.textContent).not.toMatch(SECRETS);
    expect(await held()).not.toMatch(SECRETS);
  });
});

describe('where a source is used, and which others it is', () => {
  let first: string;

  beforeEach(async () => {
    id = await source('Fire log');
    first = await recorded(bridge, 'The mill burned.');
    await bridge.run(recordOn(first, { source: { id } }));
    await bridge.run(recordOn(first, { source: { id } }));
    await bridge.run(recordOn(first, { source: { id }, locator: null }));
  });

  it('says what counts, what adds nothing and why, and leads to the allegation', async () => {
    await open();
    const uses = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(uses[0]).toContain('supports · counts as a primary record');
    expect(uses[1]).toContain('supports · same origin as another item, so it adds none');
    expect(uses[2]).toContain('does not count: it has no locator');
    expect(screen.queryByRole('button', { name: 'Move to the trash' })).toBeNull();
    await opened.user.click(screen.getAllByRole('button', { name: 'Show FOR-001' })[0] as HTMLElement);
    expect(opened.store.useWindow.getState()).toMatchObject({ view: 'board', selectedId: first });
  });

  it('is merged with another, which has its uses and history from then on', async () => {
    const other = await source('Brigade log');
    await source('A neighbour', { confidential: true });
    await open();
    await press('This is the same source as another…');
    const form = screen.getByRole('form', { name: 'Merge “Fire log”' });
    expect(form.textContent).toContain('Both histories stay, and undo takes it back');
    const combo = within(form).getByRole('combobox');
    await writeInto(opened.user, combo, 'Nobody');
    await press('Merge', form);
    expect((await within(form).findByRole('alert')).textContent).toContain('Choose one from the list');
    await writeInto(opened.user, combo, 'Brigade');
    await opened.user.click(await screen.findByRole('option', { name: 'Brigade log' }));
    await press('Merge', form);
    await screen.findByRole('heading', { level: 2, name: 'Brigade log' });
    expect(bridge.asked.at(-1)).toEqual({ type: 'merge-sources', id, intoId: other });
    expect(stored()).toMatchObject({ removed: true, mergedIntoId: other });
    const merged = screen.getByRole('heading', { name: 'Merged into it' }).closest('section');
    expect(merged?.textContent).toContain('Fire log');
    await bridge.run({ type: 'undo' });
    expect(stored()?.removed).toBe(false);
  });

  it('tells sources of one name apart, and offers no confidential one', async () => {
    const [one, other] = [await source('Radio'), await source('Radio 2')];
    await bridge.run({ type: 'edit-source', id: other, name: 'Radio' });
    await source('Radio insider', { confidential: true });
    await open();
    await press('This is the same source as another…');
    const form = screen.getByRole('form');
    await opened.user.type(within(form).getByRole('combobox'), 'Rad');
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['Radio', 'Radio (2)']);
    await opened.user.click(screen.getByRole('option', { name: 'Radio (2)' }));
    await press('Merge', form);
    await waitFor(() => expect(stored()?.mergedIntoId).toBe(other));
    expect(stored(one)?.removed).toBe(false);
  });
});

describe('a new source', () => {
  const dialog = async (): Promise<HTMLElement> => {
    opened.ui.openDialog('add-source');
    return screen.findByRole('dialog');
  };

  beforeEach(async () => {
    opened = await openWindow(bridge, async () => (await import('../frame/dialogs.tsx')).Dialogs);
  });

  it('is entered and shown', async () => {
    await dialog();
    await write('Name', 'Fire log');
    await press('Enter it');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const { sourceId, view } = opened.store.useWindow.getState();
    expect([stored(sourceId ?? '')?.name, view]).toEqual(['Fire log', 'sources']);
  });

  it('keeps what was written when it is put away, and says why it could not be entered', async () => {
    await source('Fire log');
    await dialog();
    await write('Name', 'fire log');
    await opened.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await dialog();
    expect(field('Name').value).toBe('fire log');
    await press('Enter it');
    expect((await screen.findByRole('alert')).textContent).toBe(opened.t('refusals.same-record'));
    await press('Cancel');
    await dialog();
    expect(field('Name').value).toBe('');
  });
});

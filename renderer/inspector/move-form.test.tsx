import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { responseOn, recordOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openInspector } from '../testing/open-inspector.tsx';
import { made, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;

const PARTS = async () => [(await import('./finding-box.tsx')).FindingBox];

/** A window whose inspector shows the one allegation, after what `before` did to it. */
async function inspect(before: () => Promise<unknown> = async () => undefined): Promise<void> {
  bridge = fakeBridge();
  id = await recorded(bridge, 'The mill burned.');
  await before();
  opened = await openInspector(bridge, id, PARTS);
  bridge.asked = [];
}

const finding = () => bridge.kase.records.allegations.get(id)?.finding;
// To look for it by its role, again and again, takes most of the time of these tests.
const form = (): HTMLFormElement => {
  const [found] = document.forms;
  if (!found) throw new Error('no form is open');
  return found;
};
const closed = (): Promise<void> => waitFor(() => expect(document.forms).toHaveLength(0));
const field = (label: string | RegExp): HTMLElement =>
  within(form()).getByLabelText(label, { selector: 'input, textarea' });
const override = (): HTMLElement | null => within(form()).queryByLabelText(/move it all the same/u);
const button = (name: string): HTMLElement => within(form()).getByRole('button', { name });
const choose = (name: RegExp): Promise<void> =>
  opened.user.click(within(form()).getByRole('radio', { name }));

/** Opens the form as the button under the finding does. */
async function startMove(to: 'unverified' | 'corroborated' | 'denied' | null): Promise<void> {
  opened.ui.openForm({ kind: 'move', id, to });
  await waitFor(form);
}

describe('a move', () => {
  beforeEach(() => inspect());

  it('is begun by the buttons of the other states', async () => {
    const moves = screen.getAllByRole('button', { name: /^Move to/u });
    expect(moves.map((each) => each.textContent)).toEqual([
      expect.stringContaining('corroborated'),
      expect.stringContaining('denied'),
    ]);
    await opened.user.click(screen.getByRole('button', { name: /corroborated/u }));
    await screen.findByRole('form', { name: 'Move FOR-001' });
    expect(document.activeElement).toBe(field('Reason'));
    expect(within(form()).queryByRole('radio')).toBeNull();
  });

  it('needs a reason; without one it says so and stays', async () => {
    await startMove('unverified');
    await opened.user.click(button('Move'));
    expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('refusals.reason-needed'));
    expect(finding()?.why).toBe('not-started');

    await write(opened.user, field('Reason'), 'Two calls made.');
    await opened.user.click(button('Move'));
    await closed();
    expect(finding()).toMatchObject({ state: 'unverified', why: 'in-progress', reason: 'Two calls made.' });
  });

  it('asks for a written override where the standard does not allow it, and takes it', async () => {
    await startMove('corroborated');
    expect(within(form()).getByText(/The standard does not allow this move/u)).toBeTruthy();
    await write(opened.user, field('Reason'), 'The fire chief said so.');
    await opened.user.click(button('Move'));
    expect((await within(form()).findByRole('alert')).textContent).toContain('standard');
    expect(finding()?.state).toBe('unverified');

    await write(opened.user, field(/move it all the same/u), 'He was there.');
    await opened.user.click(button('Move'));
    await closed();
    expect(finding()).toMatchObject({ state: 'corroborated', override: 'He was there.' });
    expect(await screen.findByText('He was there.')).toBeTruthy();
  });

  it('to denied asks what it rests on', async () => {
    await startMove('denied');
    expect(override()).toBeNull();
    await write(opened.user, field('Reason'), 'The owner contests it.');
    await opened.user.click(button('Move'));
    expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('refusals.basis-needed'));
    expect(finding()?.state).toBe('unverified');
    await choose(/contradicted by evidence/u);
    expect(override()).not.toBeNull();
  });

  it('to denied by a party takes down the denial: who, what words, when', async () => {
    await startMove('denied');
    await choose(/denied by a party/u);
    await write(opened.user, field('Who denied it'), 'Mill owner');
    await write(opened.user, field('In what words'), 'There was no fire.');
    await write(opened.user, field('When'), 'last week');
    await write(opened.user, field('Reason'), 'The owner contests it.');
    await opened.user.click(button('Move'));
    expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('inspector.notADate'));
    expect(bridge.asked).toEqual([]);

    await write(opened.user, field('When'), '2026-11');
    await opened.user.click(button('Move'));
    // What it denies is never taken for granted.
    await waitFor(() =>
      expect(within(form()).getByRole('alert').textContent).toMatch(/what it denies is missing/),
    );
    await choose(/^all of it/u);
    await opened.user.click(button('Move'));
    await closed();
    const [response] = bridge.kase.records.responses.values();
    expect(response).toMatchObject({
      words: 'There was no fire.',
      on: '2026-11',
      extent: 'all',
      kind: 'denied',
    });
    expect(finding()).toMatchObject({ state: 'denied', basis: 'party', responseId: response?.id });
  });

  it('keeps what was written when saving fails, and is carried out when it is tried again', async () => {
    await startMove('unverified');
    await write(opened.user, field('Reason'), 'Two calls made.');
    bridge.failNextSave();
    await opened.user.click(button('Move'));
    expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('problems.disk-full'));
    expect((field('Reason') as HTMLInputElement).value).toBe('Two calls made.');
    await opened.user.click(button('Move'));
    await closed();
    expect(finding()?.reason).toBe('Two calls made.');
  });

  it('keeps what was written when it is put away by Escape, throws it away on Cancel', async () => {
    await startMove('unverified');
    await write(opened.user, field('Reason'), 'Two calls made.');
    await opened.user.keyboard('{Escape}');
    await closed();
    await startMove('unverified');
    expect((field('Reason') as HTMLInputElement).value).toBe('Two calls made.');
    await opened.user.click(button('Cancel'));
    await closed();
    await startMove('unverified');
    expect((field('Reason') as HTMLInputElement).value).toBe('');
    expect(bridge.asked).toEqual([]);
  });

  it('keeps its words when it is begun for another state', async () => {
    await startMove('corroborated');
    await write(opened.user, field('Reason'), 'Two calls made.');
    await startMove('unverified');
    await waitFor(() => expect(override()).toBeNull());
    expect((field('Reason') as HTMLInputElement).value).toBe('Two calls made.');
  });
});

describe('a move where evidence and responses are there', () => {
  it('asks for no override when the standard is met', async () => {
    await inspect(() => bridge.run(recordOn(id)));
    await startMove('corroborated');
    expect(override()).toBeNull();
    await write(opened.user, field('Reason'), 'The log has it.');
    await opened.user.click(button('Move'));
    await closed();
    expect(finding()).toMatchObject({ state: 'corroborated', override: null });
  });

  it('stops asking for an override once the evidence is there', async () => {
    await inspect();
    await startMove('corroborated');
    expect(override()).not.toBeNull();
    await bridge.run(recordOn(id));
    await waitFor(() => expect(override()).toBeNull());
  });

  it('to denied by a party rests on a denial that is recorded', async () => {
    let responseId = '';
    await inspect(async () => (responseId = await made(bridge, 'responses', responseOn(id))));
    await startMove('denied');
    await choose(/denied by a party/u);
    expect(within(form()).queryByLabelText('In what words')).toBeNull();
    await write(opened.user, field('Reason'), 'The owner contests it.');
    await opened.user.click(button('Move'));
    await closed();
    expect(finding()).toMatchObject({ state: 'denied', basis: 'party', responseId });
  });

  it('to denied asks for an override when the denial denies something else', async () => {
    await inspect(() => bridge.run(responseOn(id, { extent: 'else', denies: 'arson' })));
    await startMove('denied');
    await choose(/denied by a party/u);
    expect(override()).not.toBeNull();
  });

  it('can be carried out when the denial it was to rest on is gone', async () => {
    let responseId = '';
    await inspect(async () => (responseId = await made(bridge, 'responses', responseOn(id))));
    await startMove('denied');
    await choose(/denied by a party/u);
    await opened.user.keyboard('{Escape}');
    await bridge.run({ type: 'remove', kind: 'responses', id: responseId });
    await startMove('denied');
    expect(await within(form()).findByLabelText('In what words')).toBeTruthy();
  });
});

it('chosen without a state asks for it first', async () => {
  await inspect();
  await startMove(null);
  await choose(/^corroborated/u);
  expect(override()).not.toBeNull();
  await choose(/^unverified/u);
  expect(override()).toBeNull();
  await write(opened.user, field('Reason'), 'Begun.');
  await opened.user.click(button('Move'));
  await closed();
  expect(bridge.asked.at(-1)).toMatchObject({ to: 'unverified', reason: 'Begun.' });
});

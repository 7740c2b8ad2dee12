import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { recordOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openWindow, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

const reviewOf = (allegationId: string) =>
  ({
    type: 'review-allegation',
    allegationId,
    state: 'unverified',
    why: 'insufficient',
    reason: 'One log is not enough.',
    blind: false,
  }) as const;

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;
let other: string;

/** The whole inspector on a decided allegation, with another one beside. */
async function inspect(checker = 'A. B.'): Promise<void> {
  bridge = fakeBridge({ settings: { checker } });
  id = await recorded(bridge, 'At least 155 fight.');
  other = await recorded(bridge, 'Several hundred fight.');
  await bridge.run(recordOn(id));
  // Before anybody decided, M. K. may review; who decides later is M. K. too, but that is not what is tested here.
  await bridge.run(reviewOf(id));
  await bridge.run({ type: 'move-allegation', id, to: 'corroborated', reason: 'The log says so.' });
  opened = await openWindow(bridge, async () => (await import('./inspector.tsx')).Inspector);
  opened.store.select(id);
  await screen.findByText('The log says so.');
  bridge.asked = [];
}

const form = (): HTMLFormElement => {
  const [found] = document.forms;
  if (!found) throw new Error('no form is open');
  return found;
};
const press = (name: string | RegExp): Promise<void> =>
  opened.user.click(within(form()).getByRole('button', { name }));
const radio = (name: RegExp): Promise<void> => opened.user.click(within(form()).getByRole('radio', { name }));
const fill = (label: string, text: string): Promise<void> =>
  write(opened.user, within(form()).getByLabelText(label, { selector: 'input, textarea' }), text);

/** What a blind review must not see: the finding and its mark, other reviews, what was done. */
const FIRST = [
  /The log says so/u,
  /^corroborated$/u,
  /One log is not enough/u,
  /History of this allegation/u,
];
const hidden = (): void => {
  const inspector = within(screen.getByRole('complementary'));
  for (const words of FIRST) expect(outsideForm(inspector.queryAllByText(words))).toEqual([]);
};
const shown = (): void => {
  for (const words of FIRST) expect(outsideForm(screen.queryAllByText(words))).not.toEqual([]);
};
/** The form of a review offers all states by name. */
const outsideForm = (elements: HTMLElement[]): HTMLElement[] =>
  elements.filter((each) => each.closest('form') === null);

describe('a review', () => {
  it('hides the first finding while it is made blind, and both are shown when it is there', async () => {
    await inspect();
    await opened.user.click(screen.getByRole('button', { name: 'Review…' }));
    await waitFor(form);
    expect(within(form()).getByText(/You review as “A. B.”/u)).toBeTruthy();
    expect(screen.getByText('The log says so.')).toBeTruthy();
    await opened.user.click(within(form()).getByRole('checkbox', { name: /Review blind/u }));
    await waitFor(hidden);
    expect(screen.getByText(/hidden until your blind review is saved or cancelled/u)).toBeTruthy();
    await radio(/^unverified/u);
    await fill('Why', 'The log could be another mill’s.');
    // The bridge of tests decides in the name of M. K., who decided first: the refusal is told, and nothing is lost.
    await press('Save the review');
    expect((await within(form()).findByRole('alert')).textContent).toContain('second person');
    expect(bridge.asked.at(-1)).toMatchObject({
      type: 'review-allegation',
      blind: true,
      state: 'unverified',
    });
    await press('Cancel');
    await waitFor(shown);
  });

  it('that is blind stays so while its form is put away, and nothing is moved meanwhile', async () => {
    await inspect();
    shown();
    opened.ui.openForm({ kind: 'review', id });
    await waitFor(form);
    await opened.user.click(within(form()).getByRole('checkbox', { name: /Review blind/u }));
    await fill('Why', 'Half a reason.');
    await opened.user.keyboard('{Escape}');
    await waitFor(() => expect(document.forms).toHaveLength(0));
    hidden();
    opened.ui.openForm({ kind: 'move', id, to: 'unverified' });
    expect((await screen.findByRole('alert')).textContent).toContain('Save or cancel the review');
    hidden();

    await opened.user.click(screen.getByRole('button', { name: 'Go on with the blind review…' }));
    await waitFor(form);
    expect(within(form()).getByLabelText<HTMLTextAreaElement>('Why').value).toBe('Half a reason.');
    await press('Cancel');
    await waitFor(shown);
  });

  it('stands beside the finding, each as it is', async () => {
    await inspect();
    const review = screen.getByText('One log is not enough.').closest('li');
    expect(review?.textContent).toMatch(
      /Finding ·\u00a0M\. K\..*corroborated.*Review ·\u00a0M\. K\..*insufficient evidence/u,
    );
    expect(review?.textContent).toContain('differs from the finding');
  });

  it('asks what is found, and for a name', async () => {
    await inspect('');
    opened.ui.openForm({ kind: 'review', id });
    await waitFor(form);
    expect(within(form()).getByText(/Write your name under Settings first/u)).toBeTruthy();
    await press('Save the review');
    expect((await within(form()).findByRole('alert')).textContent).toContain('one of the three states');
    expect(bridge.asked).toEqual([]);
    await press('Change the name…');
    expect(opened.ui.useUi.getState().dialog).toBe('settings');
  });
});

describe('beside the finding', () => {
  it('a quote is verified and stays apart from the state', async () => {
    await inspect();
    await opened.user.click(screen.getByRole('button', { name: 'Verify the quote…' }));
    await waitFor(form);
    await press('Save');
    expect((await within(form()).findByRole('alert')).textContent).toContain('how it was verified');
    await fill('How it was verified', 'The recording was played to us.');
    await press('Save');
    expect(await screen.findByText('✓ quote verified')).toBeTruthy();
    expect(bridge.kase.records.allegations.get(id)?.finding.state).toBe('corroborated');
    await opened.user.click(screen.getByRole('button', { name: 'Take the tick away' }));
    await waitFor(() => expect(bridge.kase.records.allegations.get(id)?.quote).toBeNull());
  });

  it('a relation is found by its words, and shown on both', async () => {
    await inspect();
    opened.ui.openForm({ kind: 'relation', id });
    await waitFor(form);
    await radio(/narrower/u);
    await fill('The other allegation', 'nothing of the kind');
    await press('Add');
    expect((await within(form()).findByRole('alert')).textContent).toContain(
      'No allegation has that reference',
    );
    await fill('The other allegation', 'several');
    await opened.user.click(await screen.findByRole('option', { name: 'FOR-002 Several hundred fight.' }));
    await press('Add');
    await waitFor(() => expect(document.forms).toHaveLength(0));
    expect([...bridge.kase.records.relations.values()]).toMatchObject([{ fromId: id, toId: other }]);
    await opened.user.click(await screen.findByRole('button', { name: 'Show FOR-002' }));
    expect(await screen.findByText('is wider than')).toBeTruthy();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { caseInfo } from '../../shared/case/case.ts';
import { publishing, rated } from '../../shared/testing/case-rated.ts';
import { recordOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openInspector } from '../testing/open-inspector.tsx';
import { recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;
let id: string;

const ratingId = (at: number): string => caseInfo(bridge.kase).scale?.ratings[at]?.id ?? '';
const stored = () => bridge.kase.records.allegations.get(id)?.rating;

async function openBox(begin: () => Promise<unknown> = async () => {}, blind = false): Promise<void> {
  bridge = fakeBridge();
  id = await recorded(bridge, 'The mill burned.');
  await begin();
  opened = await openInspector(bridge, id, async () => {
    const { RatingBox } = await import('./rating-box.tsx');
    return [(props) => <RatingBox {...props} blind={blind} />];
  });
  bridge.asked = [];
}

const press = (name: string): Promise<void> => opened.user.click(screen.getByRole('button', { name }));
const form = () => screen.getByRole('form', { name: 'Published rating of FOR-001' });
const field = (name: string) => within(form()).getByRole<HTMLInputElement>('textbox', { name });
const into = (name: string, text: string): Promise<void> => write(opened.user, field(name), text);
const choose = (name: string): Promise<void> =>
  opened.user.click(within(form()).getByRole('radio', { name }));

describe('a published rating', () => {
  it('leads to who publishes while nobody said, and has no form', async () => {
    await openBox();
    expect(screen.getByText('It has no published rating.')).toBeTruthy();
    await press('Publish a rating…');
    expect(opened.ui.useUi.getState()).toMatchObject({ dialog: 'publishing', form: null });
  });

  it('is chosen by a person: nothing of the finding chooses it', async () => {
    await openBox(async () => {
      await bridge.run(publishing());
      await bridge.run(recordOn(id));
      await bridge.run({ type: 'move-allegation', id, to: 'corroborated', reason: 'The log.' });
    });
    await press('Publish a rating…');
    expect(within(form()).getByText(/It is not the state and does not follow from it/u)).toBeTruthy();
    for (const name of ['True', 'Half true', 'Not so'])
      expect(within(form()).getByRole<HTMLInputElement>('radio', { name }).checked).toBe(false);
    await into('Address of the page it is published on', 'https://desk.example/a');
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toBe('Choose a rating of the scale.');
    expect(bridge.asked).toEqual([]);
  });

  it('is saved with all that is written, shown with what would be better, changed and taken back', async () => {
    await openBox(() => bridge.run(publishing()));
    await press('Publish a rating…');
    await choose('Half true');
    expect(field('The claim in short').value).toBe('The mill burned.');
    await into('The claim in short', 'It is half true that the mill burned.');
    expect(within(form()).getByText(/37 characters; under 75/u)).toBeTruthy();
    expect(within(form()).getByText(/words of a rating in it/u)).toBeTruthy();
    await into('Address of the page it is published on', 'https://desk.example/a');
    await into('Published on', '2026-11-22');
    await choose('a person');
    await into('Addresses where it was said', 'https://radio.example/1\n\nhttps://radio.example/2 ');
    await press('Save');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(stored()).toMatchObject({
      ratingId: ratingId(1),
      url: 'https://desk.example/a',
      publishedOn: '2026-11-22',
      claimantType: 'person',
      firstAppearance: null,
      appearances: ['https://radio.example/1', 'https://radio.example/2'],
    });
    expect(await screen.findByText('Half true (3, on a scale from 1 to 5)')).toBeTruthy();
    expect(screen.getByText(/words of a rating in it/u)).toBeTruthy();
    expect(screen.getByText('Nobody is recorded as the claimant.')).toBeTruthy();

    await press('Change…');
    expect(within(form()).getByRole<HTMLInputElement>('radio', { name: 'Half true' }).checked).toBe(true);
    await choose('Not so');
    await press('Save');
    await waitFor(() => expect(stored()?.ratingId).toBe(ratingId(2)));
    await press('Take back the rating');
    await waitFor(() => expect(stored()).toBeNull());
    expect(await screen.findByText('It has no published rating.')).toBeTruthy();
  });

  it('says at each field what is wrong, and keeps what was written, also while the form is put away', async () => {
    await openBox(() => bridge.run(publishing()));
    await press('Publish a rating…');
    await choose('True');
    await into('The claim in short', ' ');
    await into('Address of the page it is published on', 'https://paper.example/a');
    await into('Addresses where it was said', 'page 3');
    await press('Save');
    await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(3));
    for (const name of [
      'The claim in short',
      'Address of the page it is published on',
      'Addresses where it was said',
    ])
      expect(field(name).getAttribute('aria-invalid')).toBe('true');
    await opened.user.type(field('The claim in short'), '{Escape}');
    expect(screen.queryByRole('form')).toBeNull();
    await press('Publish a rating…');
    expect(field('Addresses where it was said').value).toBe('page 3');
    expect(stored()).toBeNull();
  });

  it('says so at the address when another is published there', async () => {
    await openBox(async () => {
      await bridge.run(publishing());
      const other = await recorded(bridge, 'Nobody was hurt.');
      await bridge.run(rated(other, ratingId(0), { url: 'https://desk.example/a#x' }));
    });
    await press('Publish a rating…');
    await choose('True');
    await into('Address of the page it is published on', 'https://desk.example/a#x');
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('FOR-002');
    expect(field('Address of the page it is published on').getAttribute('aria-invalid')).toBe('true');
  });

  it('is not shown to whoever reviews blind', async () => {
    await openBox(async () => {
      await bridge.run(publishing());
      await bridge.run(rated(id, ratingId(0)));
    }, true);
    expect(screen.queryByText('Published rating')).toBeNull();
    opened.ui.openForm({ kind: 'rating', id });
    expect((await screen.findByRole('alert')).textContent).toContain('reviewing this blind');
  });

  it('cannot be given where the case is for reading', async () => {
    await openBox(async () => {
      await bridge.run(publishing());
      await bridge.run(rated(id, ratingId(0)));
      bridge.readOnly = { code: 'asked' };
    });
    for (const name of ['Change…', 'Take back the rating'])
      expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true);
  });
});

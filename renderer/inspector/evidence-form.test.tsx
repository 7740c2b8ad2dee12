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

async function choose(label: RegExp, option: string): Promise<void> {
  await opened.user.click(within(form()).getByRole('button', { name: label }));
  await opened.user.click(await screen.findByRole('option', { name: option }));
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
    expect(field('Channel').value).toBe('');
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

describe('evidence with all there is to say', () => {
  it('comes from a confidential source, with an exhibit, an origin by name and times with a zone', async () => {
    await inspect(async () => {
      const source = { name: 'Coast Radio', kind: 'outlet', party: null } as const;
      await bridge.run({ type: 'add-source', ...source });
      for (const title of ['Note of a call', 'Log page 3']) {
        await bridge.run({
          type: 'add-exhibit',
          title,
          kind: 'document',
          sha256: title === 'Log page 3' ? 'a'.repeat(64) : 'b'.repeat(64),
          bytes: 3,
          mediaType: 'text/plain',
          fileName: null,
          publishedOn: null,
          capturedOn: null,
          accessedOn: null,
          address: null,
          archivedAddress: null,
          notes: '',
          graphic: false,
        });
      }
    });
    await open('evidence');
    await fill('Source', 'a mill worker');
    await choose(/Reliability of the source/u, 'B · usually reliable');
    await opened.user.click(within(form()).getByRole('checkbox', { name: /Confidential/u }));
    expect(within(form()).getByText(/the description agreed with it/u)).toBeTruthy();
    await choose(/Level/u, 'primary');
    await fill('How it was authenticated', 'The stamp was compared.');
    await choose(/Credibility/u, '2 · probably true');
    await choose(/Origin/u, 'derived from what … has first-hand');
    await press('Add');
    expect((await within(form()).findByRole('alert')).textContent).toContain('the trail ends');
    await fill('From which source', 'Coast Radio');
    await fill('Exhibit', 'E9');
    await press('Add');
    expect((await within(form()).findByRole('alert')).textContent).toContain('No exhibit has that number');
    await opened.user.clear(field('Exhibit'));
    await opened.user.type(field('Exhibit'), 'log');
    await opened.user.click(await screen.findByRole('option', { name: 'E2 · Log page 3' }));
    await fill('Accessed on', '2025-04-09 14:02 Asia/Shanghai');
    await press('Add');
    await closed();

    const [item] = evidence();
    expect(sources().find(({ id: each }) => each === item?.sourceId)).toMatchObject({
      name: 'a mill worker',
      confidential: true,
      reliability: 'B',
    });
    expect(item).toMatchObject({
      level: 'primary',
      authentication: 'The stamp was compared.',
      credibility: '2',
      origin: { type: 'derived-source' },
      accessedOn: '2025-04-09T06:02Z[Asia/Shanghai]',
    });
    expect(await screen.findByText('E2 · Log page 3')).toBeTruthy();
    expect(screen.getByText(/source B · information 2/u)).toBeTruthy();
    await opened.user.click(screen.getByRole('button', { name: 'Edit evidence #1' }));
    await waitFor(form);
    expect([field('Exhibit').value, field('Accessed on').value, field('From which source').value]).toEqual([
      'E2 · Log page 3',
      '2025-04-09 14:02 Asia/Shanghai',
      'Coast Radio',
    ]);
  });
});

describe('a response', () => {
  it('is added; a denial asks what it denies, an answer of another kind does not', async () => {
    await inspect();
    await open('response');
    await fill('Party', 'Mill owner');
    await choose(/What came of it/u, 'denied');
    await fill('In what words', 'There was no fire.');
    await fill('What exactly it denies', 'the fire');
    await press('Add');
    expect(await within(form()).findByRole('alert')).toBeTruthy();
    await opened.user.click(within(form()).getByRole('radio', { name: /a part/u }));
    await press('Add');
    await closed();
    const [response] = bridge.kase.records.responses.values();
    expect(response).toMatchObject({ kind: 'denied', extent: 'part', denies: 'the fire', on: null });
    expect(response?.words).toBe('There was no fire.');

    await open('response');
    await choose(/What came of it/u, 'declined to comment');
    expect(within(form()).queryByRole('radio')).toBeNull();
  });

  it('with a date that is none is not sent', async () => {
    await inspect();
    await open('response');
    await fill('Deadline', 'soon');
    await press('Add');
    expect((await within(form()).findByRole('alert')).textContent).toBe(opened.t('inspector.notADate'));
    expect(bridge.asked).toEqual([]);
  });

  it('is asked for first, with whom, until when; another attempt goes into its log', async () => {
    await inspect();
    await open('response');
    await fill('Party', 'Mill owner');
    await fill('Who was asked there', 'Office');
    await fill('Asked on', '2025-04-04');
    await fill('Deadline', '2025-04-07 12:00 UTC');
    expect(within(form()).queryByLabelText('In what words')).toBeNull();
    await press('Add');
    await closed();
    const [response] = bridge.kase.records.responses.values();
    expect(response).toMatchObject({ kind: 'asked', contact: 'Office', deadline: '2025-04-07T12:00Z[UTC]' });
    expect(await screen.findByText('overdue')).toBeTruthy();

    await opened.user.click(screen.getByRole('button', { name: 'Log another attempt to reach Mill owner' }));
    await waitFor(form);
    await fill('How', 'telephone');
    await press('Add');
    await closed();
    expect([...bridge.kase.records.responses.values()][0]?.attempts).toEqual([
      { on: null, channel: 'telephone', note: '' },
    ]);
    expect(await screen.findByText('telephone')).toBeTruthy();
  });

  it('that a finding rests on is not removed, and why is told', async () => {
    let responseId = '';
    await inspect(async () => {
      responseId = await made(bridge, 'responses', responseOn(id));
      const rests = { basis: 'party', response: { id: responseId }, reason: 'Contested.' } as const;
      await bridge.run({ type: 'move-allegation', id, to: 'denied', ...rests });
    });
    await opened.user.click(screen.getByRole('button', { name: 'Remove the response of Mill owner' }));
    await waitFor(() => expect(opened.ui.useUi.getState().problem).toMatch(/One record rests on it/u));
    expect(bridge.kase.records.responses.get(responseId)?.removed).toBe(false);
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { evidenceOn, newest, recordOn, responseOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { openInspector } from '../testing/open-inspector.tsx';
import { recorded } from '../testing/open-window.tsx';

let bridge: FakeBridge;

/** A window that shows the finding and the evidence of one allegation, after what `before` did to it. */
async function inspect(before: (id: string) => Promise<unknown>): Promise<void> {
  bridge = fakeBridge();
  const id = await recorded(bridge, 'The mill burned.');
  await before(id);
  await openInspector(bridge, id, async () => [
    (await import('./finding-box.tsx')).FindingBox,
    (await import('./evidence-list.tsx')).EvidenceList,
  ]);
}

const side = (label: string): HTMLElement => {
  const found = screen.getByText(label).closest('li');
  if (!found) throw new Error(`nothing stands under ${label}`);
  return found;
};

describe('what counts', () => {
  it('is told for each side: origins, what each item counts as, and what is missing', async () => {
    await inspect(async (id) => {
      await bridge.run(evidenceOn(id));
      const evidenceId = newest(bridge.kase, 'evidence').id;
      const paper = { name: 'Paper', kind: 'outlet', party: null } as const;
      await bridge.run(evidenceOn(id, { source: paper, origin: { type: 'derived', evidenceId } }));
      await bridge.run(evidenceOn(id, { source: paper, origin: { type: 'unknown' } }));
      await bridge.run(evidenceOn(id, { stance: 'contradicts', locator: null }));
    });
    const lines = within(side('For it:')).getAllByRole('listitem');
    expect(side('For it:').textContent).toContain('3 items, 1 origin.');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      '#1 counts as a first-hand source',
      '#2 same origin as #1, so it adds none',
      '#3 does not count: its origin is not known',
    ]);
    expect(side('For it:').textContent).toContain('It still needs 1 primary record');
    expect(side('Against it:').textContent).toContain('it has no locator');
    expect(
      screen.getByRole('button', { name: /Move to corroborated: the standard does not allow/u }),
    ).toBeTruthy();
  });

  it('opens the move when it is met, and asks for a reply where it is serious', async () => {
    await inspect(async (id) => {
      await bridge.run(recordOn(id));
      await bridge.run({ type: 'edit-allegation', id, serious: true, touches: ['Mill owner'] });
    });
    const blocked = /Move to corroborated: the standard does not allow/u;
    expect(screen.getByRole('button', { name: blocked })).toBeTruthy();
    expect(side('For it:').textContent).toContain('it has not been put to Mill owner');
    const [id = ''] = bridge.kase.records.allegations.keys();
    await bridge.run(responseOn(id, { kind: 'no-reply', extent: null, words: '' }));
    expect(await screen.findByRole('button', { name: 'Move to corroborated: open' })).toBeTruthy();
  });

  it('comes with the questions a colleague would ask', async () => {
    await inspect(async (id) => {
      await bridge.run(evidenceOn(id, { credibility: '1' }));
    });
    expect(screen.getByText(/#1 is graded 1, “confirmed by other sources”/u)).toBeTruthy();
  });
});

it('ten thousand items are drawn in pieces, and the one that is being changed wherever it stands', async () => {
  bridge = fakeBridge();
  const id = await recorded(bridge, 'The mill burned.');
  await bridge.run(evidenceOn(id));
  await multiplied(id, 10_000);
  const { user, ui } = await openInspector(bridge, id, async () => [
    (await import('./finding-box.tsx')).FindingBox,
    (await import('./evidence-list.tsx')).EvidenceList,
  ]);
  const drawn = (): number => screen.getAllByRole('button', { name: /^Edit evidence #/u }).length;
  expect(drawn()).toBe(50);
  expect(document.querySelectorAll('li').length).toBeLessThan(100);
  expect(screen.getByText('9988 more, told in the list of evidence')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show the next 100' }));
  await waitFor(() => expect(drawn()).toBe(150));
  // By keyboard the work goes on at the first one that is new.
  expect(document.activeElement?.textContent).toContain('#51');

  ui.openForm({ kind: 'evidence', id, itemId: 'copy-9000' });
  await waitFor(() => expect(document.forms).toHaveLength(1));
  expect(drawn()).toBe(150);
});

/** Answers details in which the only item is there so many times, each of one origin with the first. */
async function multiplied(allegationId: string, times: number): Promise<void> {
  const details = await bridge.details({ id: allegationId });
  const [item] = details?.evidence ?? [];
  const [verdict] = details?.assessments.supports.items ?? [];
  if (!details || !item || !verdict?.counts) throw new Error('there is no item that counts');
  const copies = Array.from({ length: times - 1 }, (_, at) => `copy-${at + 2}`);
  const evidence = [item, ...copies.map((id, at) => ({ ...item, id, number: at + 2 }))];
  const items = [verdict, ...copies.map((evidenceId) => ({ ...verdict, evidenceId, sameAs: item.id }))];
  const supports = { ...details.assessments.supports, items };
  bridge.details = async () => ({ ...details, evidence, assessments: { ...details.assessments, supports } });
}

import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OriginGraph } from '../../shared/queries/origin-graph.ts';
import type { SourceRow } from '../../shared/queries/sources-view.ts';
import { evidenceOn, recordOn } from '../../shared/testing/case-with.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { layOut } from '../testing/layout.ts';
import { made, openWindow, recorded, write, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

const VIEW = async () => {
  const { SourcesView } = await import('./sources-view.tsx');
  return () => (
    <main>
      <SourcesView />
    </main>
  );
};

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-source]')];
const names = (): (string | null | undefined)[] => rows().map((row) => row.querySelector('bdi')?.textContent);
const row = (name: string): HTMLElement => {
  const found = rows().find((each) => each.textContent?.startsWith(name));
  if (!found) throw new Error(`no row ${name}`);
  return found;
};
const selectedId = () => opened.store.useWindow.getState().sourceId;
const source = (name: string, fields: object = {}): Promise<string> =>
  made(bridge, 'sources', { type: 'add-source', name, kind: 'person', party: null, ...fields });

beforeEach(() => {
  layOut();
  bridge = fakeBridge();
});
afterEach(() => {
  document.dir = '';
  vi.restoreAllMocks();
});

describe('the list of sources', () => {
  let fireLog: string;

  beforeEach(async () => {
    fireLog = await source('Fire log', { kind: 'record', party: 'Brigade', reliability: 'B' });
    await source('A neighbour', { confidential: true });
    await source('Überlandbote', { kind: 'outlet' });
    const id = await recorded(bridge, 'The mill burned.');
    await bridge.run(recordOn(id, { source: { id: fireLog } }));
    opened = await openWindow(bridge, VIEW);
    await screen.findByRole('button', { name: /^Überlandbote/u });
  });

  it('says of each what it is, whose, how reliable, and where it is used', () => {
    expect(row('Fire log').textContent).toContain(
      'record · of Brigade · reliability B · 1 item · 1 allegation',
    );
    expect(row('A neighbour').textContent).toContain('◆ confidential');
    expect(row('Fire log').textContent).not.toContain('confidential');
  });

  it('is searched without regard to case and marks, and says how many are left', async () => {
    await write(opened.user, screen.getByLabelText('Find a source'), 'uberland');
    await waitFor(() => expect(names()).toEqual(['Überlandbote']));
    expect(screen.getByRole('status').textContent).toBe('1 of 3');
    await write(opened.user, screen.getByLabelText('Find a source'), 'brigade');
    await waitFor(() => expect(names()).toEqual(['Fire log']));
    await write(opened.user, screen.getByLabelText('Find a source'), 'nobody');
    expect(await screen.findByText('No source fits.')).toBeTruthy();
  });

  it.each([
    ['confidential', ['A neighbour']],
    ['not graded', ['A neighbour', 'Überlandbote']],
    ['unused', ['A neighbour', 'Überlandbote']],
  ])('is narrowed down to those that are %s', async (filter, left) => {
    await opened.user.click(screen.getByRole('button', { name: /Show$/u }));
    await opened.user.click(await screen.findByRole('option', { name: filter }));
    await waitFor(() => expect(names()).toEqual(left));
  });

  it('is walked through with the arrow keys, and stops at the ends', async () => {
    row('Fire log').focus();
    const steps = [
      ['{ArrowDown}', 'A neighbour'],
      ['{End}', 'Überlandbote'],
      ['{ArrowDown}', 'Überlandbote'],
      ['{Home}', 'Fire log'],
      ['{ArrowUp}', 'Fire log'],
    ] as const;
    opened.store.showSource(fireLog);
    for (const [key, name] of steps) {
      await opened.user.keyboard(key);
      await waitFor(() => expect([key, document.activeElement]).toEqual([key, row(name)]));
      expect(row(name).getAttribute('aria-pressed')).toBe('true');
    }
  });

  it('has one row in the tab order', () => {
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([row('Fire log')]);
  });

  it('selects by a press, and by Enter', async () => {
    await opened.user.click(row('Überlandbote'));
    expect(selectedId()).not.toBe(fireLog);
    row('Fire log').focus();
    await opened.user.keyboard('{Enter}');
    expect(selectedId()).toBe(fireLog);
  });
});

it('draws only what is in sight of 3,000 sources', async () => {
  const many = Array.from({ length: 3_000 }, (_, at): SourceRow => {
    const fields = { kind: 'person', reliability: 'F', confidential: false, interests: '' } as const;
    return { id: `s${at}`, name: `Source ${at}`, party: null, evidence: 0, allegations: 0, ...fields };
  });
  bridge.sources = async () => many;
  opened = await openWindow(bridge, VIEW);
  await waitFor(() => expect(rows().length).toBeGreaterThan(5));
  expect(rows().length).toBeLessThan(60);
  expect(rows()[0]?.closest('[aria-setsize]')?.getAttribute('aria-setsize')).toBe('3000');
});

describe('who has it from whom', () => {
  let id: string;
  const show = async (): Promise<void> => {
    opened = await openWindow(bridge, VIEW);
    await opened.user.click(screen.getByRole('button', { name: 'Who has it from whom' }));
    await screen.findByRole('heading', { name: 'Who has it from whom' });
  };
  const section = (title: string): HTMLElement => {
    const found = screen.getByRole('heading', { name: title }).closest('section');
    if (!found) throw new Error(`no section ${title}`);
    return found;
  };
  const evidence = (name: string, fields: object): Promise<string> =>
    made(bridge, 'evidence', evidenceOn(id, { source: { name, kind: 'outlet', party: null }, ...fields }));
  const boxes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-box]')];
  const boxOf = (name: string): HTMLElement => {
    const found = boxes().find((each) => each.textContent?.startsWith(name));
    if (!found) throw new Error(`no box ${name}`);
    return found;
  };

  beforeEach(async () => {
    id = await recorded(bridge, 'The mill burned.');
  });

  describe('along a chain', () => {
    beforeEach(async () => {
      const wire = await evidence('The wire', { origin: { type: 'first-hand' } });
      await evidence('The Echo', { origin: { type: 'derived', evidenceId: wire } });
      await evidence('A blog', { origin: { type: 'unknown' } });
      await show();
    });

    it('is told as a list that leads to the sources and allegations', async () => {
      const told = section('Who has it from whom');
      expect(told.textContent).toContain('The Echo has it from The wire');
      await opened.user.click(within(told).getByRole('button', { name: 'The Echo' }));
      expect(bridge.kase.records.sources.get(selectedId() ?? '')?.name).toBe('The Echo');
      await opened.user.click(within(told).getByRole('button', { name: 'Show FOR-001' }));
      expect(opened.store.useWindow.getState()).toMatchObject({ view: 'board', selectedId: id });
    });

    it('says which allegations rest on one origin', () => {
      expect(section('Resting on one origin').textContent).toContain('The wire: FOR-001');
    });

    it('is drawn: origins with a glyph and words, and each box says in words what its arrows show', () => {
      expect(boxOf('The wire').textContent).toContain('◉ first-hand: 1 item');
      expect(boxOf('The Echo').textContent).toContain('has FOR-001 #2 from The wire');
      expect(boxOf('A blog').textContent).toContain('1 item of unknown origin');
      const svg = screen.getByRole('group', { name: 'Who has it from whom' });
      expect([...svg.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
        'FOR-001 #2',
        '?',
      ]);
    });

    it('is gone through by keyboard, and selects the source', async () => {
      boxOf('The Echo').focus();
      await opened.user.keyboard('{ArrowRight}');
      expect(document.activeElement).toBe(boxOf('The wire'));
      await waitFor(() => expect(boxOf('The wire').getAttribute('aria-pressed')).toBe('true'));
      expect(boxes().filter(({ tabIndex }) => tabIndex === 0)).toEqual([boxOf('The wire')]);
    });

    it('can be told of one allegation only', async () => {
      const other = await recorded(bridge, 'Nobody was hurt.');
      await waitFor(() => expect(opened.store.useWindow.getState().rows.has(other)).toBe(true));
      opened.store.select(other);
      await opened.user.click(await screen.findByRole('button', { name: /Of$/u }));
      await opened.user.click(await screen.findByRole('option', { name: 'FOR-002 only' }));
      expect(await screen.findByText(opened.t('sourcesView.graphEmpty'))).toBeTruthy();
    });
  });

  it('warns of a circle, by its items and sources, and marks it in the drawing with glyph and words', async () => {
    const one = await evidence('The Echo', { origin: { type: 'unknown' } });
    const other = await evidence('The Mirror', { origin: { type: 'derived', evidenceId: one } });
    await bridge.run({ type: 'edit-evidence', id: one, origin: { type: 'derived', evidenceId: other } });
    await show();
    const warning = section('Circles').textContent;
    expect(warning).toContain('On FOR-001, #1, #2 cite one another (The Echo, The Mirror)');
    expect(boxOf('The Echo').textContent).toContain('⚠ in a circle');
    const marked = [...document.querySelectorAll('[data-circle] text')];
    expect(marked.map(({ textContent }) => textContent)).toEqual(['⚠ FOR-001 #1', '⚠ FOR-001 #2']);
  });

  it('points out what is told in nearly the same words, with ways to both', async () => {
    const excerpt = 'The fire broke out at ten past two in the drying room, the brigade said on Monday.';
    await evidence('The Echo', { origin: { type: 'first-hand' }, excerpt });
    await evidence('The Mirror', { origin: { type: 'first-hand' }, excerpt: `${excerpt} Nobody was hurt.` });
    await show();
    expect(section('Nearly the same words').textContent).toContain(
      'FOR-001 #1 (The Echo) and FOR-001 #2 (The Mirror)',
    );
  });

  it('draws of too many sources only what the selected one has to do with', async () => {
    const ids = Array.from({ length: 151 }, (_, at) => `s${at}`);
    const large: OriginGraph = {
      sources: ids.map((each) => ({
        id: each,
        name: `Outlet ${each}`,
        confidential: false,
        firstHand: 1,
        unknown: 0,
      })),
      edges: [
        { from: 's1', to: 's2', items: [{ allegationId: id, ref: 'FOR-001', number: 1, sourceId: 's1' }] },
      ],
      single: [],
      circles: [],
      alike: [],
    };
    bridge.originGraph = async () => large;
    await show();
    expect(boxes()).toHaveLength(0);
    expect(screen.getByText(/151 sources are too many for a drawing. Choose one/u)).toBeTruthy();
    opened.store.showSource('s2');
    await waitFor(() => expect(boxes().map(({ dataset }) => dataset['box'])).toEqual(['s1', 's2']));
  });
});

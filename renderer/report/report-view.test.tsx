import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { REPORT_FORMATS } from '../../shared/report/formats.ts';
import { fakeBridge, type FakeBridge } from '../testing/fake-bridge.ts';
import { layOut } from '../testing/layout.ts';
import { openWindow, recorded, type OpenWindow } from '../testing/open-window.tsx';

let bridge: FakeBridge;
let opened: OpenWindow;

beforeEach(async () => {
  layOut();
  bridge = fakeBridge();
  await recorded(bridge, 'The mill burned.');
  opened = await openWindow(bridge, async () => (await import('./report-view.tsx')).ReportView);
});

const ways = (): string[] =>
  screen.getAllByRole('button', { name: /^Export / }).map(({ textContent }) => textContent ?? '');

describe('the forms of a report', () => {
  it('has a way out for each', () => {
    expect(ways()).toEqual([
      'Export HTML…',
      'Export PDF…',
      'Export Markdown…',
      'Export CSV…',
      'Export JSON…',
    ]);
    expect(ways()).toHaveLength(REPORT_FORMATS.length);
  });

  it('asks for the form and edition that were chosen, and says where it was written', async () => {
    const { user } = opened;
    const exportReport = vi
      .spyOn(bridge, 'exportReport')
      .mockResolvedValue({ ok: true, value: { path: '/reports/Mill.csv', unsearched: 1 } });
    await user.click(screen.getByRole('radio', { name: /Checked copy/ }));
    await user.click(screen.getByRole('button', { name: 'Export CSV…' }));
    expect(exportReport).toHaveBeenCalledWith({ format: 'csv', edition: 'checked' });
    expect(await screen.findByText('/reports/Mill.csv')).toBeTruthy();
    expect(screen.getByText(/the identity of one source/u)).toBeTruthy();
  });

  it('says where something protected stands, and not what', async () => {
    const place = { code: 'page', number: 3 } as const;
    const found = { place, what: 'identity', id: 's', about: { kind: 'source', name: 'a nurse' } } as const;
    const problem = { code: 'protected-found', places: [found], more: 2 } as const;
    vi.spyOn(bridge, 'exportReport').mockResolvedValue({
      ok: false,
      error: { file: 'Mill.pdf', problem: { ...problem, places: [found] } },
    });
    await opened.user.click(screen.getByRole('button', { name: 'Export PDF…' }));
    const told = (await screen.findByRole('alert')).textContent;
    expect(told).toContain('Mill.pdf: Something protected stands in this file, in 3 places:');
    expect(told).toContain('page 3: something the vault has about the source “a nurse”; and 2 places more.');
    expect(told).toContain('No file was written.');
  });
});

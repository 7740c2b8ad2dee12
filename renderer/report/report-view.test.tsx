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
      'Export Word…',
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
      .mockResolvedValue({ ok: true, value: { path: '/reports/Mill.csv' } });
    await user.click(screen.getByRole('radio', { name: /Checked copy/ }));
    await user.click(screen.getByRole('button', { name: 'Export CSV…' }));
    expect(exportReport).toHaveBeenCalledWith({ format: 'csv', edition: 'checked' });
    expect(await screen.findByText('/reports/Mill.csv')).toBeTruthy();
  });
});

import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('../app-protocol.ts', () => ({ SCHEME: 'stet' }));

const { WindowReports } = await import('./window-reports.ts');
type Told = Parameters<ConstructorParameters<typeof WindowReports>[0]>;
type Entry = Told[0];

let told: Told[1][];
let reports: InstanceType<typeof WindowReports>;
let entry: Entry;
beforeEach(() => {
  told = [];
  reports = new WindowReports((_entry, notice) => told.push(notice), 0);
  entry = { window: new EventEmitter(), store: {} } as unknown as Entry;
});

/** Work that goes on until it is ended. */
const endless = (what: 'export' | 'preview' | 'paper') =>
  reports.follow(
    entry,
    what,
    ({ signal }) =>
      new Promise<string>((resolve) => {
        signal.addEventListener('abort', () => resolve(`${what} ended`));
      }),
  );

test('tells the window how far it is, and that it is over', async () => {
  await reports.follow(entry, 'export', async ({ onProgress }) => onProgress?.(0.5, 'writing', 'html'));
  expect(told).toEqual([
    { what: 'export', progress: { share: 0.5, at: 'writing', format: 'html' } },
    { what: 'export', progress: null },
  ]);
});

test('says nothing of what is over soon, and not every step of what is not', async () => {
  const patient = new WindowReports((_entry, notice) => told.push(notice), 10_000);
  await patient.follow(entry, 'export', async ({ onProgress }) => onProgress?.(0.5, 'writing', null));
  expect(told).toEqual([]);
  await reports.follow(entry, 'export', async ({ onProgress }) => {
    for (let step = 0; step < 100; step++) onProgress?.(step / 100, 'reading', null);
  });
  expect(told.length).toBeLessThan(20);
});

test('a person ends what leaves, not what is looked at', async () => {
  const [left, printed] = [endless('export'), endless('paper')];
  const looked = endless('preview');
  reports.cancel(entry);
  expect(await Promise.all([left, printed])).toEqual(['export ended', 'paper ended']);
  const newer = endless('preview');
  expect(await looked).toBe('preview ended');
  entry.window.emit('closed');
  expect(await newer).toBe('preview ended');
});

test('ends by itself when the window shows another case', async () => {
  const ended = reports.follow(entry, 'export', async ({ signal, onProgress }) => {
    entry.store = null;
    onProgress?.(0.5, 'writing', null);
    return signal.aborted;
  });
  expect(await ended).toBe(true);
  expect(told).toEqual([]);
});

test('keeps the pages a window looks at, as long as it shows their case', () => {
  const { store } = entry;
  if (!store) throw new Error('no case');
  const html = new TextEncoder().encode('<p>');
  const first = reports.keep(entry, store, html);
  expect(reports.pageAt(first)).toBe(html);
  const second = reports.keep(entry, store, new TextEncoder().encode('<h1>'));
  expect([second === first, reports.pageAt(first)]).toEqual([false, null]);
  entry.store = null;
  expect(reports.pageAt(second)).toBeNull();
});

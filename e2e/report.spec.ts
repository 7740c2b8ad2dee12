import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, show, test, type Stet } from './app.ts';

const FORMATS = ['html', 'pdf', 'docx', 'md', 'csv', 'json'] as const;
const ARTICLE = 'At least 155 citizens are fighting, the president said.\n';

const WANTED = { edition: 'checking', language: 'en', scope: { refs: null, words: '' } };

/** Asks main as the window does. */
const ask = (page: Page, method: string, input?: object): Promise<unknown> =>
  page.evaluate(
    ([name, given]) => {
      const { stet } = window as unknown as { stet: Record<string, (input: unknown) => Promise<unknown>> };
      return stet[name]?.(given);
    },
    [method, input] as const,
  );

/** Makes a case with the command line, and opens it in a window in the name of M. K. */
async function openCase(stet: Stet): Promise<Page> {
  fs.writeFileSync(stet.file('article.txt'), ARTICLE);
  const made = await stet.verb('new', 'Fighters.stet', '--title', 'Fighters', '--document', 'article.txt');
  expect(made).toMatchObject({ code: 0 });
  const page = await stet.start([stet.file('Fighters.stet')]);
  await expect(page.getByRole('heading', { name: 'Fighters', exact: true })).toBeVisible();
  await ask(page, 'setSettings', { checker: 'M. K.' });
  return page;
}

const exportReport = (page: Page, formats: readonly string[]): Promise<unknown> =>
  ask(page, 'exportReport', { ...WANTED, formats, exhibits: 'listed' });

test('the window and the command line write the same bytes, and both record it', async ({ stet }) => {
  const page = await openCase(stet);
  fs.copyFileSync(stet.file('Fighters.stet'), stet.file('Copy.stet'));
  fs.cpSync(stet.file('Fighters.files'), stet.file('Copy.files'), { recursive: true });
  await stet.answerDialogs({ open: [stet.folder] });
  const names = FORMATS.map((format) => `Fighters checking copy.${format}`);
  expect(await exportReport(page, FORMATS)).toEqual({
    ok: true,
    value: {
      files: FORMATS.map((format, at) => ({ format, path: stet.file(names[at] ?? '') })),
      exhibits: null,
      recorded: 1,
      unrecorded: null,
      unsearched: 0,
      advice: [],
    },
  });
  const { madeAt } = JSON.parse(fs.readFileSync(stet.file(names[5] ?? ''), 'utf8')) as { madeAt: string };
  const to = FORMATS.flatMap((format) => ['--to', `copy.${format}`]);
  const verb = await stet.verb('export', 'Copy.stet', ...to, '--at', madeAt, '--by', 'M. K.');
  expect(verb).toMatchObject({
    code: 0,
    out: expect.stringContaining('Recorded in the case as R1') as unknown,
  });
  for (const [at, format] of FORMATS.entries()) {
    const [own, other] = [stet.file(names[at] ?? ''), stet.file(`copy.${format}`)];
    expect([format, fs.readFileSync(own).equals(fs.readFileSync(other))]).toEqual([format, true]);
  }

  // The next ones do not take the place of the first.
  await exportReport(page, ['md', 'csv']);
  expect(fs.existsSync(stet.file('Fighters checking copy 2.md'))).toBe(true);
  await show(page, 'History');
  await expect(page.getByRole('region', { name: 'History' }).getByText(/R2/).first()).toBeVisible();

  // Held against the history, what left is confirmed, and what was changed is found.
  const verified = () => ask(page, 'verifyReport');
  await stet.answerDialogs({ open: [stet.file(names[5] ?? '')] });
  expect(await verified()).toMatchObject({
    ok: true,
    value: { file: names[5], verdict: { code: 'matches', number: 1, instead: null, since: 2 } },
  });
  const altered = fs.readFileSync(stet.file(names[5] ?? ''), 'utf8').replace('"Fighters"', '"Fighter"');
  fs.writeFileSync(stet.file('altered.json'), altered);
  await stet.answerDialogs({ open: [stet.file('altered.json')] });
  expect(await verified()).toMatchObject({
    value: { verdict: { code: 'differs', path: 'case.title', ref: null } },
  });
});

test('an export that is ended while it is printed leaves nothing', async ({ stet }) => {
  const page = await openCase(stet);
  const folder = stet.file('reports');
  fs.mkdirSync(folder);
  await stet.answerDialogs({ open: [folder] });
  // The page to be printed never comes to an end by itself.
  await stet.electron.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.printToPDF = () => new Promise(() => {});
    });
  });
  const windows = () => stet.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const ended = exportReport(page, ['html', 'pdf']);
  await expect.poll(windows).toBe(2);
  await ask(page, 'cancelReport');
  expect(await ended).toEqual({ ok: true, value: 'cancelled' });
  await expect.poll(windows).toBe(1);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('prints on paper what the preview shows, and records nothing', async ({ stet }) => {
  const page = await openCase(stet);
  await show(page, 'Report');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Fighters');
  await stet.electron.evaluate(({ app }) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, told) => {
        (globalThis as { printed?: string }).printed = contents.getURL();
        told?.(true, '');
      };
    });
  });
  expect(await ask(page, 'printReport', WANTED)).toEqual({ ok: true, value: 'printed' });
  expect(await stet.electron.evaluate(() => (globalThis as { printed?: string }).printed)).toBe(
    'stet://report/print',
  );
  const verify = await stet.verb('verify', 'Fighters.stet');
  expect(verify.out).toMatch(/^Everything holds: 2 events/);
});

test('nobody is shown the pages of a case that left the window', async ({ stet }) => {
  const page = await openCase(stet);
  await show(page, 'Report');
  const address = await page.locator('iframe').getAttribute('src');
  expect(address).toMatch(/^stet:\/\/report\/preview\/[0-9a-f-]{36}$/);
  const status = () =>
    stet.electron.evaluate(
      async ({ session }, given) => (await session.defaultSession.fetch(given)).status,
      address ?? '',
    );
  expect(await status()).toBe(200);
  await ask(page, 'closeCase');
  expect(await status()).toBe(404);
});

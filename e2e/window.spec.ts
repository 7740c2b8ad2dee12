import fs from 'node:fs';
import path from 'node:path';
import { column, expect, openSample, selectWords, show, test } from './app.ts';

const seed = path.resolve(import.meta.dirname, '../../shared/seed/article.txt');

test('the window comes back where it was, in the theme that was chosen, with the recent cases', async ({
  stet,
}) => {
  let page = await stet.start();
  await openSample(page);
  await page.keyboard.press('Control+,');
  await page.getByLabel('Your name').fill('M. K.');
  await page
    .locator('label')
    .filter({ hasText: /^dark$/ })
    .click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await stet.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1010, height: 700 });
  });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1010);
  await stet.close();

  page = await stet.start();
  const bounds = await stet.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: 1010, height: 700 });
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await page
    .getByRole('button', { name: /Foreign fighters/ })
    .last()
    .click();
  await expect(page.locator('[data-reader]')).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(page.getByLabel('Your name')).toHaveValue('M. K.');
});

test('an article dropped on the window waits for a case and becomes its first document', async ({ stet }) => {
  const page = await stet.start();
  const article = stet.file('Dropped article.txt');
  fs.writeFileSync(article, 'A dropped article.\nThe mayor says that the bridge is safe.\n');
  await stet.answerDialogs({ save: stet.file('Dropped.stet') });
  // Playwright has no hand to drop a file of the system with; a file chosen into the page has the same path.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'hand';
    document.body.append(input);
  });
  await page.setInputFiles('#hand', article);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#hand');
    const carried = new DataTransfer();
    for (const file of input?.files ?? []) carried.items.add(file);
    input?.remove();
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByLabel('Title')).toHaveValue('Dropped article');
  await page.getByRole('button', { name: 'Choose where to keep it…' }).click();
  await expect(page.locator('[data-reader]')).toContainText('The mayor says that the bridge is safe.');
});

test('two windows on one case stay in step', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  const file = path.join(stet.dataFolder, 'samples', 'Foreign fighters.stet');
  const opening = stet.electron.waitForEvent('window');
  await stet.electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'New window')?.click();
  });
  const second = await opening;
  await expect(second.locator('h1')).toBeVisible();
  await second
    .getByRole('button', { name: new RegExp('Foreign fighters') })
    .last()
    .click();
  await expect(second.locator('[data-reader]')).toBeVisible();
  await selectWords(page, 'China’s answer was sharp.');
  await page.getByRole('button', { name: 'Record an allegation' }).click();
  await expect(page.locator('mark').filter({ hasText: 'China’s answer was sharp.' })).toHaveCount(1);
  await show(second, 'Board');
  // Seventeen now; the column shows as many cards as fit.
  await expect(column(second, 'unverified').getByRole('heading')).toContainText('15');
  expect(fs.existsSync(file)).toBe(true);
});

test('the article the product was conceived on, from file to anchored allegations', async ({ stet }) => {
  test.skip(!fs.existsSync(seed), 'the seed article is not beside this checkout');
  expect((await stet.verb('new', 'Seed.stet', '--title', 'Seed', '--document', seed)).code).toBe(0);
  const page = await stet.start([stet.file('Seed.stet')]);
  const text = fs.readFileSync(seed, 'utf8');
  expect(await page.locator('[data-reader]').textContent()).toBe(text);
  for (const words of [
    'at least 155 Chinese citizens',
    'neither the creator nor a party to the Ukrainian crisis',
  ]) {
    await selectWords(page, words);
    await page.keyboard.press('a');
    await expect(page.locator('mark').filter({ hasText: words })).toHaveCount(1);
  }
  await stet.close();
  const listed = await stet.verb('list', 'Seed.stet', '--json');
  const rows = JSON.parse(listed.out) as { statement: string; state: string }[];
  expect(rows.map(({ state }) => state)).toEqual(['unverified', 'unverified']);
});

test('the app also quits when nothing is left to write', async ({ stet }) => {
  await stet.start();
  // A window that closes writes down its place, which is over sometimes before the app is asked to quit, sometimes
  // after. Without that there is nothing to wait for, every time.
  await stet.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.removeAllListeners('close');
  });
  await stet.close();
});

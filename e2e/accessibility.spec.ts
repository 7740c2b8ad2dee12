import type { Page } from '@playwright/test';
import { expect, openSample, show, test } from './app.ts';
import { exportAs } from './report-view.ts';
import { findings, inTheme, looking, THEMES } from './axe.ts';

async function press(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
}

for (const theme of THEMES) {
  test(`axe finds nothing on any view (${theme})`, async ({ stet }) => {
    test.slow();
    const page = await stet.start();
    await inTheme(stet, page, theme);
    const { look, found } = looking(page);

    await look('welcome');
    await openSample(page);
    await look('document');
    await page.locator('mark').first().click();
    await expect(page.getByRole('heading', { name: /CHN-001/ })).toBeVisible();
    await look('inspector');
    for (const [key, name] of [
      ['m', 'move form'],
      ['e', 'evidence form'],
      ['r', 'response form'],
    ] as const) {
      await page.locator('mark').first().click();
      await press(page, key);
      await expect(page.getByRole('form')).toBeVisible();
      await look(name);
      await page.getByRole('form').getByRole('button', { name: 'Cancel' }).click();
    }
    await show(page, 'Board');
    await expect(page.locator('[data-card]').first()).toBeVisible();
    await look('board');
    await page.getByRole('button', { name: 'Move CHN-001' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look('card menu');
    await page.getByRole('menuitem', { name: 'denied' }).click();
    await page.locator('label').filter({ hasText: 'denied by a party' }).click();
    await look('move on the board');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await show(page, 'History');
    await page.getByRole('button', { name: 'Verify the history' }).click();
    await expect(page.getByText('Everything holds')).toBeVisible();
    await look('history');
    await show(page, 'Report');
    await look('report');
    for (const name of await page.locator('summary').all()) await name.click();
    await look('report, with all that is missing');
    for (const [button, name] of [
      ['Edit cover and method', 'cover of the report'],
      ['Choose allegations', 'scope of the report'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      if (name.startsWith('scope')) await page.locator('label').filter({ hasText: 'Chosen ones' }).click();
      await look(name);
      await press(page, 'Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    for (const [keys, name] of [
      ['Control+k', 'commands'],
      ['Control+/', 'shortcuts'],
      ['Control+,', 'settings'],
      ['Control+n', 'new case'],
      ['Control+i', 'add document'],
    ] as const) {
      await press(page, keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(name);
      await press(page, 'Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    for (const name of [
      'Trash…',
      'About Stet',
      'Rename the case…',
      'Standard of the case…',
      'Earlier versions…',
    ]) {
      await press(page, 'Control+k');
      await page.getByRole('searchbox').fill(name.slice(0, 6));
      await page.getByRole('option', { name }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(name);
      await press(page, 'Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    const tell = (notice: string, data: unknown): Promise<void> =>
      stet.electron.evaluate(
        ({ BrowserWindow }, given) => {
          BrowserWindow.getAllWindows()[0]?.webContents.send(`stet:notice:${given.notice}`, given.data);
        },
        { notice, data },
      );
    const problem = { code: 'not-json', line: 3, column: 7 };
    await tell('problem', { problem, file: 'Mill.stet', backupAt: '2026-11-24T14:02:00.000Z' });
    await tell('copies', { copies: ['Mill (1).stet'] });
    const fault = { code: 'event-altered', number: 3, id: 'x' };
    await tell('verified', { fault, events: 12, head: '' });
    await expect(page.getByRole('button', { name: 'Open the backup of' })).toBeVisible();
    await expect(page.getByText('history does not hold', { exact: true })).toBeVisible();
    await look('all that can be told of a file');
    await tell('opening', { file: 'Large.stet', share: 0.4 });
    await expect(page.getByRole('progressbar')).toBeVisible();
    await look('opening');
    const frame = page.frames().find((each) => each.url().startsWith('stet://report'));
    expect(frame, 'the report preview').toBeDefined();

    expect(found).toEqual({});
  });
}

test('the exported report passes axe too', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  await show(page, 'Report');
  const html = stet.file('report.html');
  await exportAs(stet, page, 'HTML', html);
  // As a browser shows it: in a window that has none of Stet's own walls.
  const opened = stet.electron.waitForEvent('window');
  await stet.electron.evaluate(({ BrowserWindow }, file) => {
    const browser = new BrowserWindow({ webPreferences: { partition: 'reader', sandbox: true } });
    void browser.loadFile(file);
  }, html);
  const report = await opened;
  await expect(report.locator('h1')).toHaveText('Foreign fighters');
  for (const scheme of THEMES) {
    await report.emulateMedia({ colorScheme: scheme });
    expect(await findings(report), scheme).toEqual([]);
  }
});

test('keyboard alone: from the sample to a move', async ({ stet }) => {
  const page = await stet.start();
  const go = async (keys: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time++) await page.keyboard.press(keys);
  };
  await go('Tab');
  await expect(page.getByRole('button', { name: 'Open the sample case' })).toBeFocused();
  await go('Enter');
  const reader = page.locator('[data-reader]');
  await expect(reader).toBeVisible();
  while (!(await reader.evaluate((element) => element === document.activeElement))) await go('Tab');
  await go('Control+Home');
  await go('ArrowDown', 3);
  await go('Home');
  await go('Control+Shift+ArrowRight', 5);
  await expect(page.getByRole('toolbar', { name: 'The selected words' })).toBeVisible();
  await go('a');
  const statement = page.getByLabel('Statement');
  await expect(statement).toBeFocused();
  await go('Control+2');
  await expect(page.locator('[data-card][aria-pressed="true"]')).toContainText('CHN-017');
  await go('m');
  const form = page.getByRole('form', { name: 'Move CHN-017' });
  await expect(form).toBeVisible();
});

test('the text of the document cannot be changed', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  const reader = page.locator('[data-reader]');
  const before = await reader.textContent();
  await reader.click();
  await page.keyboard.type('zzz qqq');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+b');
  await page.keyboard.insertText('中文');
  expect(await reader.textContent()).toBe(before);
});

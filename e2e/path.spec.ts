import fs from 'node:fs';
import { card, column, expect, selectWords, show, test } from './app.ts';
import { exportAs } from './report-view.ts';
import { leaksIn } from './leaks.ts';

const ARTICLE = `Minister says 40 bridges are unsafe

At least 40 bridges in the province are unsafe, the transport minister said on Monday. “We knew since 2019,” an engineer told us 🌉.

The builders’ association denied that any bridge was badly built.`;

test('from an article to the report, and everything is there after a restart', async ({ stet }) => {
  let page = await stet.start();
  await stet.answerDialogs({ save: stet.file('Bridges.stet') });

  await page.getByRole('button', { name: 'New case…' }).click();
  await page.getByLabel('Title').fill('Bridges');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bridges' })).toBeVisible();

  await page.getByRole('button', { name: 'Add a document' }).click();
  await page.getByLabel('Text', { exact: true }).fill(ARTICLE);
  await page.getByRole('button', { name: 'Add the text' }).click();
  await expect(page.locator('[data-reader]')).toHaveText(ARTICLE, { useInnerText: false });

  // Select words, press a key.
  await selectWords(page, 'At least 40 bridges in the province are unsafe');
  await page.keyboard.press('a');
  const statement = page.getByLabel('Statement');
  await expect(statement).toBeFocused();
  await statement.fill('At least 40 bridges in the province are unsafe.');
  await page.getByRole('combobox', { name: 'Claimant' }).fill('Transport minister');
  await page.getByLabel('Said on').fill('2026-11');
  await page.getByLabel('Tags').fill('bridges, figures');
  await page.locator('label').filter({ hasText: 'Serious' }).click();
  await expect(page.locator('mark').first()).toHaveText('At least 40 bridges in the province are unsafe');

  await selectWords(page, '“We knew since 2019,” an engineer told us 🌉');
  await page.getByRole('button', { name: 'Record an allegation' }).click();
  await expect(page.locator('mark')).toHaveCount(2);

  // Evidence, then a move the standard refuses until it is met.
  await page.locator('mark').first().click();
  await page.getByRole('button', { name: 'Add evidence…' }).click();
  await page.getByRole('combobox', { name: 'Source' }).fill('Inspection register 2026');
  await page.getByLabel('Excerpt').fill('41 bridges in class E');
  await page.getByLabel('Locator').fill('table 3');
  await page.getByRole('button', { name: 'Level' }).click();
  await page.getByRole('option', { name: /^primary/u }).click();
  await page.getByLabel('How it was authenticated').fill('Compared with the register at the inspectorate.');
  await page.getByRole('button', { name: 'Origin' }).click();
  await page.getByRole('option', { name: /^first-hand/u }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('counts as a primary record').first()).toBeVisible();
  // It is serious, so those it touches have to be asked before.
  await expect(page.getByText('has not been put to anybody it touches').first()).toBeVisible();
  await page.getByRole('button', { name: 'Add a response…' }).click();
  await page.getByRole('combobox', { name: 'Party' }).fill('Builders’ association');
  await page.getByLabel('Deadline').fill('2026-12-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // The form, which has the same words among its choices, goes first.
  await expect(page.getByLabel('Deadline')).toHaveCount(0);
  await expect(page.getByText('asked, no answer yet', { exact: true })).toBeVisible();

  await show(page, 'Board');
  await card(page, '-001').focus();
  await page.keyboard.press('Shift+ArrowRight');
  const reason = column(page, 'corroborated').getByLabel('Reason');
  await expect(reason).toBeFocused();
  await reason.fill('The register of the inspectors names 41.');
  await column(page, 'corroborated').getByRole('button', { name: 'Move', exact: true }).click();
  await expect(column(page, 'corroborated').locator('[data-card]')).toHaveCount(1);

  // Undo and redo, named in the menu.
  const undoName = () =>
    stet.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.label);
  await expect.poll(undoName).toMatch(/Undo move .*-001/);
  await page.keyboard.press('Control+z');
  await expect(column(page, 'corroborated').locator('[data-card]')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(column(page, 'corroborated').locator('[data-card]')).toHaveCount(1);

  await show(page, 'History');
  await expect(page.getByText(/Moved .*-001 from unverified to corroborated/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Verify the history' }).click();
  await expect(page.getByText('Everything holds')).toBeVisible();

  await show(page, 'Report');
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Bridges');
  for (const [name, ending, start] of [
    ['HTML', 'html', '<!doctype html>'],
    ['PDF', 'pdf', '%PDF-'],
    ['Word', 'docx', 'PK'],
    ['Markdown', 'md', '# Bridges'],
    ['CSV', 'csv', '\u00ef\u00bb\u00bf"Reference"'],
    ['JSON', 'json', '{'],
  ] as const) {
    const file = stet.file(`report.${ending}`);
    await exportAs(stet, page, name, file);
    expect(fs.readFileSync(file, 'latin1').toLowerCase().startsWith(start.toLowerCase())).toBe(true);
    expect(await leaksIn(fs.readFileSync(file), ending, [stet.folder, stet.dataFolder])).toEqual([]);
  }
  await stet.close();

  page = await stet.start();
  await page.getByRole('button', { name: /Bridges/ }).click();
  await expect(page.locator('mark')).toHaveCount(2);
  await page.locator('mark').first().click();
  await expect(page.getByRole('combobox', { name: 'Claimant' })).toHaveValue('Transport minister');
  await expect(page.getByLabel('Said on')).toHaveValue('2026-11');
  await expect(page.getByLabel('Tags')).toHaveValue('bridges, figures');
  await expect(page.getByRole('checkbox', { name: /Serious/ })).toBeChecked();
  await show(page, 'History');
  await expect(page.getByRole('region', { name: 'History' }).getByText(/Redid: move/)).toBeVisible();
});

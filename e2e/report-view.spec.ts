import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openSample, show, test } from './app.ts';
import { findings } from './axe.ts';
import { exportAs } from './report-view.ts';

/** What a person does in the Report view, from the choice of allegations to a correction of what was published. */

const preview = (page: Page) => page.frameLocator('iframe');

async function select(page: Page, ref: string): Promise<void> {
  await show(page, 'Board');
  await page.locator('[data-card]').filter({ hasText: ref }).click();
  await expect(page.getByRole('heading', { name: new RegExp(ref) })).toBeVisible();
}

test('chosen allegations, a cover, several forms at once, and what they say', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  await show(page, 'Report');
  await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText('Foreign fighters');

  await page.getByRole('button', { name: 'Choose allegations' }).press('Enter');
  await page.locator('label').filter({ hasText: 'Chosen ones' }).click();
  await page.getByRole('textbox', { name: /Find by words/ }).fill('CHN-001');
  await page.getByRole('button', { name: 'Choose all that were found' }).press('Enter');
  await page.getByRole('textbox', { name: 'How they were chosen' }).fill('the figure only');
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(preview(page).getByText('the figure only')).toBeVisible();
  await expect(preview(page).getByRole('heading', { level: 3 })).toHaveCount(1);

  await page.getByRole('button', { name: 'Edit cover and method' }).press('Enter');
  await page.getByRole('textbox', { name: 'Title' }).fill('What is known of the fighters');
  await page.getByRole('textbox', { name: 'How the work was done' }).fill('Line by line, by two people.');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(preview(page).getByRole('heading', { level: 1 })).toHaveText('What is known of the fighters');
  await expect(preview(page).getByText('Line by line, by two people.')).toBeVisible();

  for (const name of ['HTML', 'Word']) {
    await page.getByRole('checkbox', { name, exact: true }).focus();
    await page.keyboard.press('Space');
  }
  await stet.answerDialogs({ open: [stet.folder] });
  await page.getByRole('button', { name: 'Export…', exact: true }).press('Enter');
  await expect(page.getByText('recorded in the history as report R1')).toBeVisible();
  const written = fs.readdirSync(stet.folder).filter((name) => /\.(?:html|pdf|docx)$/u.test(name));
  expect(new Set(written.map((name) => name.split('.').at(-1)))).toEqual(new Set(['docx', 'html', 'pdf']));
  expect(stet.complaints).toEqual([]);
});

test('a finding that changes after publication is a correction, and a report is signed', async ({ stet }) => {
  const keygen = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', stet.file('key')]);
  const page = await stet.start();
  await openSample(page);
  await show(page, 'Report');
  const file = stet.file('report.html');
  await exportAs(stet, page, 'HTML', file);

  if (keygen.status === 0) {
    await stet.answerDialogs({ open: [stet.file('key')] });
    await page.getByRole('button', { name: `Sign ${file} with a key` }).click();
    await expect(page.getByText(/Signed: report\.html\.sig, by the key SHA256:/).first()).toBeVisible();
    const checked = await stet.verb('verify-signature', 'report.html');
    expect(checked).toMatchObject({ code: 0 });
  } else
    test.info().annotations.push({ type: 'notice', description: 'no ssh-keygen here: nothing was signed' });

  await page.getByRole('button', { name: 'Say when report R1 was published' }).press('Enter');
  await page.getByRole('textbox', { name: /Published on/ }).fill(new Date().toISOString().slice(0, 10));
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Published /)).toBeVisible();
  expect(await findings(page)).toEqual([]);

  await select(page, 'CHN-003');
  await page.keyboard.press('m');
  const form = page.getByRole('form');
  await form.locator('label').filter({ hasText: 'unverified' }).first().click();
  await form.getByRole('button', { name: /Unverified, because/ }).click();
  await page.getByRole('option', { name: 'insufficient evidence' }).click();
  await form.getByRole('textbox', { name: 'Reason' }).fill('The only list was withdrawn.');
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await show(page, 'Report');
  const corrections = preview(page).locator('#corrections');
  await expect(corrections).toContainText('in report R1');
  await expect(corrections).toContainText('The only list was withdrawn.');
});

test('a document leaves by itself, annotated', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  await show(page, 'Report');
  const file = stet.file('annotated.docx');
  await stet.answerDialogs({ save: file });
  await page.getByRole('button', { name: 'Export the document…' }).press('Enter');
  await expect(page.getByText(file, { exact: true })).toBeVisible();
  expect(fs.readFileSync(file, 'latin1').startsWith('PK')).toBe(true);
});

import type { Page } from '@playwright/test';
import fs from 'node:fs';
import { expect, selectWords, test } from './app.ts';
import { findings, inTheme, THEMES } from './axe.ts';

/** An invented text in two versions, in which the passages below stand in every way they can. */
const FIRST = `Storm takes the roof of the school

The storm came over Port Arden on Sunday night, and two of the boats in the harbour sank. 🌊 The lifeboat went out three times and came back at dawn with everybody who had been missed.

The head of the school told parents on Monday at the gate of the yard that no child was hurt, since the school was empty when the roof came off at midnight.

Nine families had to leave their homes by the water when the sea came over the wall, as the list of the town shows.

The wall was to be raised last year; the money went elsewhere.

The town will help. The province has not said whether it will.`;

const SECOND = `The head of the school told parents on Monday at the gate of the yard that no child was hurt, since the school was empty when the roof came off at midnight.

Storm takes the roof of the school

The storm came over Port Arden on Sunday night, and two of the boats in the harbour sank. 🌊 The lifeboat went out three times and came back at dawn with everybody who had been missed.

Corrected on Tuesday: more families had to leave than was said at first.

Eleven families had to leave their homes by the water when the sea came over the wall, as the list of the town shows.

The town will help. So the mayor wrote in a letter. But nothing in the letter tells how. The town will help.`;

const PASSAGES = [
  'two of the boats in the harbour sank',
  'no child was hurt',
  'Nine families had to leave their homes by the water',
  'The wall was to be raised last year; the money went elsewhere.',
  'The town will help.',
];

/** Puts the keyboard on a button and presses it. */
async function press(page: Page, name: RegExp | string): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  await button.focus();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

async function carryOut(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(action);
  await expect(page.getByRole('option', { name: action })).toBeVisible();
  await page.getByRole('option', { name: action }).click();
}

const need = (page: Page) => page.getByRole('heading', { name: /since the new version$/u });
const entries = (page: Page) => page.locator('article[data-doubt]');
const unfolded = (page: Page) => page.locator('[data-entry][aria-expanded="true"]');
const passages = (page: Page) => page.locator('[data-reader] mark');

test('a text comes anew: what moved, changed, stands twice or is gone is told and settled by keyboard', async ({
  stet,
}) => {
  test.slow();
  fs.writeFileSync(stet.file('storm.txt'), FIRST);
  fs.writeFileSync(stet.file('storm (corrected).txt'), SECOND);
  let page = await stet.start();
  await stet.answerDialogs({ save: stet.file('Storm.stet'), open: [stet.file('storm.txt')] });
  await page.getByRole('button', { name: 'New case…' }).click();
  await page.getByLabel('Title').fill('Storm');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a document' }).click();
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await expect(page.locator('[data-reader]')).toContainText('Nine families');
  for (const [index, words] of PASSAGES.entries()) {
    await selectWords(page, words);
    await page.keyboard.press('a');
    await expect(page.getByLabel('Statement')).toBeFocused();
    await expect(page.getByRole('heading', { name: new RegExp(`-00${index + 1}`, 'u') })).toBeVisible();
  }

  // The new version, by its dialog; then the two side by side, difference by difference.
  await stet.answerDialogs({ open: [stet.file('storm (corrected).txt')] });
  await carryOut(page, 'Add a new version…');
  await press(page, 'Choose a file…');
  const dialog = page.getByRole('dialog', { name: /^Versions of/u });
  const status = dialog.getByRole('status');
  await expect(status).toHaveText(/^\d differences$/u);
  await page.keyboard.press('n');
  await expect(status).toHaveText(/^Difference 1 of \d: added$/u);
  await expect(page.locator('[data-difference="1"]')).toBeFocused();
  // A paragraph that moved is taken out there and added here.
  for (const [at, kind] of ['taken out', 'added', 'changed'].entries()) {
    await page.keyboard.press('n');
    await expect(status).toHaveText(new RegExp(`^Difference ${at + 2} of \\d: ${kind}$`, 'u'));
  }
  await expect(page.locator('[data-difference="4"] del')).toContainText('Nine');
  await expect(page.locator('[data-difference="4"] ins')).toContainText('Eleven');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await expect(need(page)).toHaveText('4 places need you since the new version');
  await expect(
    page.getByText('1 moved · 1 words changed · 1 place not certain · 1 not found any more'),
  ).toBeVisible();
  await press(page, 'Show them');
  await expect(entries(page)).toHaveCount(4);
  for (const theme of THEMES) {
    await inTheme(stet, page, theme);
    expect(await findings(page)).toEqual([]);
  }

  // Moved: confirmed, and the keyboard is on the next one.
  await press(page, /^Confirm where .*-002 stands$/u);
  await expect(entries(page)).toHaveCount(3);
  await expect(unfolded(page)).toBeFocused();
  await expect(unfolded(page)).toContainText('-003');

  // Changed words: the candidate is chosen.
  await press(page, /-003 stands here: “Eleven families/u);
  await expect(entries(page)).toHaveCount(2);
  await expect(unfolded(page)).toContainText('-004');

  // Gone: anchored to words that are selected by keyboard, with a key.
  await expect(page.getByText('Nothing like its words stands in the new version.')).toBeVisible();
  await press(page, /^Select the words of .*-004 in the text$/u);
  await expect(page.locator('[data-reader]')).toBeFocused();
  await page.keyboard.press('Shift+End');
  await expect(page.getByText(/^Selected: “/u)).toBeVisible();
  await page.keyboard.press('h');
  await expect(entries(page)).toHaveCount(1);

  // In several places: the second of them. Then there is nothing left to say.
  await press(page, /^.*-005.*place not certain/u);
  await press(page, 'Fold them away');
  await press(page, 'Show them');
  await expect(page.getByRole('button', { name: /-005 stands here/u })).toHaveCount(2);
  await page
    .getByRole('button', { name: /-005 stands here/u })
    .nth(1)
    .focus();
  await page.keyboard.press('Enter');
  await expect(need(page)).toBeHidden();
  await expect(page.locator('[data-reader]')).toBeFocused();
  await expect(passages(page).filter({ hasText: 'Eleven families' })).toHaveCount(1);

  // Each can be taken back, and brought back.
  await page.keyboard.press('Control+z');
  await expect(need(page)).toHaveText('1 place needs you since the new version');
  await page.keyboard.press('Control+Shift+z');
  await expect(need(page)).toBeHidden();

  // An older version can be looked at, and left again.
  await carryOut(page, 'Compare versions…');
  await press(page, /^Read Version 1 of 2/u);
  await expect(page.getByText(/^This is version 1 of 2/u)).toBeVisible();
  await expect(page.locator('[data-reader]')).toContainText('Nine families');
  await press(page, 'Show the newest version');
  await expect(page.locator('[data-reader]')).toContainText('Eleven families');

  await stet.close();
  page = await stet.start([stet.file('Storm.stet')]);
  await expect(page.locator('[data-reader]')).toContainText('Eleven families');
  await expect(need(page)).toBeHidden();
  await expect(passages(page).filter({ hasText: 'no child was hurt' })).toHaveCount(1);
  await expect(page.getByText(/^Version 2 of 2/u)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Open E2' })).toBeVisible();
});

test('a new version can be pasted with its formatting, which is kept, and nothing of it is drawn', async ({
  stet,
}) => {
  const page = await stet.start();
  await stet.answerDialogs({ save: stet.file('Storm.stet') });
  await page.getByRole('button', { name: 'New case…' }).click();
  await page.getByLabel('Title').fill('Storm');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add a document' }).click();
  await page.getByLabel('Text', { exact: true }).fill('Storm\n\nNine families had to leave.');
  await page.getByRole('button', { name: 'Add the text' }).click();
  await expect(page.locator('[data-reader]')).toContainText('Nine families');

  await carryOut(page, 'Add a new version…');
  const html =
    '<h1>Storm</h1><p>Nine families had to leave.</p><ul><li>Arden<li>Lindal</ul><script>document.title = "stolen"</script>';
  // Copied as from another program: its words, and its HTML beside.
  await page.evaluate((given) => {
    const copy = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.clipboardData?.setData('text/html', given);
      event.clipboardData?.setData('text/plain', 'Storm\n\nNine families had to leave.\n\nArden\nLindal');
    };
    document.addEventListener('copy', copy, { once: true });
  }, html);
  await page.keyboard.press('Control+c');
  await page.getByLabel('Text', { exact: true }).focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('radio', { name: 'Keep them' })).toBeChecked();
  await expect(page.getByRole('dialog').locator('h1, script, li')).toHaveCount(0);
  await page.getByRole('button', { name: 'Add the version' }).click();
  await expect(page.getByRole('dialog', { name: /^Versions of/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-reader]')).toContainText('Arden');
  await expect(page.getByText('pasted, with its formatting')).toBeVisible();
  expect(await page.title()).not.toBe('stolen');
});

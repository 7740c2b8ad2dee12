import { card, column, expect, openSample, show, test } from './app.ts';

test('a card moves by mouse, by keyboard and by menu, each with a reason', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  await show(page, 'Board');
  await expect(column(page, 'unverified').locator('[data-card]').first()).toBeVisible();

  // By mouse, to where the standard does not allow it: what is missing is said, an override is asked for.
  await card(page, 'CHN-001').dragTo(column(page, 'corroborated'));
  const corroborated = column(page, 'corroborated');
  await expect(corroborated.getByText('The standard does not allow this move')).toBeVisible();
  await corroborated.getByLabel('Reason').fill('Footage of all 155 was shown to us.');
  await corroborated.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(corroborated.getByRole('alert')).toContainText('The standard of this case is not met');
  await expect(corroborated.getByLabel('Reason')).toHaveValue('Footage of all 155 was shown to us.');
  await corroborated.getByLabel('To move it all the same').fill('The footage may not leave the room.');
  await corroborated.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(card(page, 'CHN-001')).toContainText('override');
  await expect(corroborated.locator('[data-card]')).toHaveCount(1);

  // By keyboard, back to unverified.
  await card(page, 'CHN-001').focus();
  await page.keyboard.press('Shift+ArrowLeft');
  const unverified = column(page, 'unverified');
  await expect(unverified.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('The footage cannot be dated.');
  await page.keyboard.press('Control+Enter');
  await expect(corroborated.locator('[data-card]')).toHaveCount(0);

  // By menu, denied by a party, with the words of a new response.
  await page.getByRole('button', { name: 'Move CHN-002' }).click();
  await page.getByRole('menuitem', { name: 'denied' }).click();
  const denied = column(page, 'denied');
  await denied.getByLabel('Reason').fill('The ministry denies the capture itself.');
  await denied.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(denied.getByRole('alert')).toContainText('A denial needs its basis');
  await denied.locator('label').filter({ hasText: 'denied by a party' }).click();
  await denied.getByRole('combobox', { name: 'Who denied it' }).fill('Russia');
  await denied.getByLabel('In what words').fill('No such capture took place.');
  await denied.getByLabel('When', { exact: true }).fill('2025-04-31');
  await denied.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(denied.getByRole('alert')).toContainText('A time is written');
  await denied.getByLabel('When', { exact: true }).fill('2025-04-10');
  await denied.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(denied.getByRole('alert')).toContainText('what it denies is missing');
  await denied.locator('label').filter({ hasText: 'all of it' }).click();
  await denied.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(denied.locator('[data-card]').filter({ hasText: 'CHN-002' })).toContainText(
    'denied by Russia',
  );
});

test('the arrow keys go from card to card and from column to column', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  await show(page, 'Board');
  await card(page, 'CHN-001').focus();
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'CHN-002')).toBeFocused();
  await page.keyboard.press('End');
  await expect(card(page, 'CHN-016')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(card(page, 'CHN-001')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('m');
  await expect(page.getByRole('form', { name: /^Move CHN-/ })).toBeVisible();
});

test('what is written in a form stays when the form is left, and when it cannot be saved', async ({
  stet,
}) => {
  const page = await stet.start();
  await openSample(page);
  await page.locator('mark').first().click();
  await page.keyboard.press('r');
  const words = page.getByLabel('Who was asked there');
  await words.fill('The press office, twice.');
  await page.keyboard.press('Escape');
  await expect(words).toBeHidden();
  await page.locator('mark').nth(1).click();
  await page.locator('mark').first().click();
  await page.getByRole('button', { name: 'Add a response…' }).click();
  await expect(words).toHaveValue('The press office, twice.');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('the party is missing');
  await expect(words).toHaveValue('The press office, twice.');
});

test('the keyboard is in a form that opens, and back at work when it closes', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  await show(page, 'Board');
  const focused = (inside: string) =>
    page.evaluate((selector) => document.activeElement?.closest(selector) !== null, inside);
  await card(page, 'CHN-004').click();
  for (const key of ['e', 'r', 'm']) {
    await card(page, 'CHN-004').focus();
    await page.keyboard.press(key);
    await expect.poll(() => focused('form')).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('form')).toBeHidden();
    await expect.poll(() => focused('main, aside')).toBe(true);
  }
  // Sent from any of its texts.
  await card(page, 'CHN-004').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(column(page, 'corroborated').getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('Seen by us.');
  await page.keyboard.press('Tab');
  await expect(column(page, 'corroborated').getByLabel('To move it all the same')).toBeFocused();
  await page.keyboard.type('We were there.');
  await page.keyboard.press('Control+Enter');
  await expect(column(page, 'corroborated').locator('[data-card]')).toHaveCount(1);
  await expect(card(page, 'CHN-004')).toBeFocused();
  // What leaves gives its place to what stands beside it.
  await card(page, 'CHN-005').focus();
  await card(page, 'CHN-005').click();
  await expect(card(page, 'CHN-005')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Delete');
  await expect(card(page, 'CHN-006')).toBeFocused();
});

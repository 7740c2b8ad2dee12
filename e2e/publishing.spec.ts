import fs from 'node:fs';
import { card, expect, openWorkedExample, show, test } from './app.ts';
import { exportAs } from './report-view.ts';
import { inTheme, looking, THEMES } from './axe.ts';

for (const theme of THEMES) {
  test(`ratings are published, by keyboard, and axe finds nothing (${theme})`, async ({ stet }) => {
    test.slow();
    const page = await stet.start();
    await inTheme(stet, page, theme);
    const { look, found } = looking(page);
    await openWorkedExample(page);
    await show(page, 'Board');
    await card(page, 'CRANE-001').click();

    // Nobody has said who publishes, so the way to a rating leads there.
    await page.getByRole('button', { name: 'Publish a rating…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publishing' });
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await look('publishing with nothing in it');
    await page.keyboard.type('The Desk');
    await page.keyboard.press('Tab');
    await page.keyboard.type('desk.example');
    for (const [at, label] of ['True', 'Half true', 'Not so'].entries()) {
      await dialog.getByRole('button', { name: 'Add a rating' }).press('Enter');
      await expect(dialog.getByLabel(`Rating ${at + 1}`, { exact: true })).toBeFocused();
      await page.keyboard.type(label);
      await page.keyboard.press('Tab');
      await page.keyboard.type(String(5 - 2 * at));
    }
    await dialog.getByLabel('Worst value').fill('1');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(dialog.getByLabel('Address of its site')).toBeFocused();
    await expect(dialog.getByRole('alert')).toHaveCount(2);
    await look('publishing with what is wrong');
    await dialog.getByLabel('Address of its site').fill('https://desk.example');
    await dialog.getByLabel('Best value').fill('5');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(dialog).toBeHidden();

    // Nothing is chosen before a person chooses.
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('Publish a rating');
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Published rating of CRANE-001' });
    await expect(form).toBeVisible();
    await expect(form.locator('input:checked')).toHaveCount(1);
    await expect(form.getByLabel('not known')).toBeChecked();
    await form.getByText('Half true').click();
    await form.getByLabel('The claim in short').fill('The crane was paid for twice, which is half true.');
    await form.getByLabel('Address of the page it is published on').fill('https://elsewhere.example/crane');
    await form.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(form.getByRole('alert')).toHaveCount(1);
    await look('rating form');
    await form.getByLabel('Address of the page it is published on').fill('https://desk.example/crane');
    await page.keyboard.press('Control+Enter');
    await expect(form).toBeHidden();
    await expect(page.getByText('Half true (3, on a scale from 1 to 5)')).toBeVisible();
    await look('inspector with a rating');

    await show(page, 'Report');
    const file = stet.file('checks.jsonld');
    await exportAs(stet, page, 'ClaimReview', file);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({
      '@type': 'ClaimReview',
      url: 'https://desk.example/crane',
      reviewRating: { alternateName: 'Half true', ratingValue: 3 },
    });
    expect(found).toEqual({});
    expect(stet.complaints).toEqual([]);
  });
}

import { card, expect, openWorkedExample, show, test } from './app.ts';
import { inTheme, looking, THEMES } from './axe.ts';

for (const theme of THEMES) {
  test(`axe finds nothing where it is told why a finding holds (${theme})`, async ({ stet }) => {
    test.slow();
    const page = await stet.start();
    await inTheme(stet, page, theme);
    const { look, found } = looking(page);
    await openWorkedExample(page);
    await look('document with queries');
    await page.getByRole('button', { name: /^Changed text/u }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('changed text');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await show(page, 'Board');
    await card(page, 'CRANE-005').click();
    await look('inspector with a contact log');
    await page.getByRole('button', { name: 'Log another attempt to reach Harbour authority' }).click();
    await expect(page.getByRole('form')).toBeVisible();
    await look('attempt form');
    await page.getByRole('form').getByRole('button', { name: 'Cancel' }).click();
    for (const [button, name] of [
      ['Review…', 'review form'],
      ['Relate to another…', 'relation form'],
      ['Verify the quote…', 'quote form'],
      ['Add a response…', 'response form'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('form')).toBeVisible();
      await look(name);
      await page.getByRole('form').getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('form')).toBeHidden();
    }
    await card(page, 'CRANE-009').click();
    await expect(page.getByText('cite one another in a circle').first()).toBeVisible();
    await look('inspector with a circle');

    await show(page, 'Sources');
    await page.getByRole('button', { name: /a harbour employee who works on the quay/u }).click();
    await page.getByRole('button', { name: 'Show who it is' }).click();
    await expect(page.getByText('Jona Feldt', { exact: false })).toBeVisible();
    await look('confidential source');
    await page.getByRole('button', { name: 'Who has it from whom' }).click();
    await expect(page.getByRole('heading', { name: 'Circles' })).toBeVisible();
    await look('origin graph');
    await page.getByRole('button', { name: 'Exhibits…' }).click();
    await expect(page.getByText('E1 · Payment order 2025/0311')).toBeVisible();
    await look('exhibits');
    await page.getByRole('button', { name: 'Edit E1' }).click();
    await look('exhibit form');
    await page.getByRole('button', { name: 'Paste or write…' }).click();
    await expect(page.getByRole('dialog', { name: 'Paste or write an exhibit' })).toBeVisible();
    await look('paste an exhibit');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('Add a source');
    await page.getByRole('option', { name: 'Add a source…' }).click();
    await expect(page.getByRole('dialog', { name: 'Enter a source' })).toBeVisible();
    await look('add a source');
    await page.keyboard.press('Escape');

    await show(page, 'Open points');
    await expect(page.getByRole('heading', { name: /Overdue/u })).toBeVisible();
    await look('open points');
    expect(found).toEqual({});
  });
}

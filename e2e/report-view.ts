import { expect, type Page } from '@playwright/test';
import type { Stet } from './app.ts';

/** Ticks just this form in the Report view, and exports it to `file` as a person does. */
export async function exportAs(stet: Stet, page: Page, form: string, file: string): Promise<void> {
  await stet.answerDialogs({ save: file });
  const forms = page.getByRole('group', { name: 'Forms' });
  for (const box of await forms.getByRole('checkbox', { checked: true }).all()) {
    // A box is drawn beside it, and takes the click.
    await box.focus();
    await page.keyboard.press('Space');
  }
  await forms.getByRole('checkbox', { name: form, exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Export…', exact: true }).click();
  await expect(page.getByText(file, { exact: true })).toBeVisible();
}

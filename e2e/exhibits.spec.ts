import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { expect, openWorkedExample, show, test, type Stet } from './app.ts';

/** The smallest picture there is, in PNG. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** How many points of a drawn page are dark. */
function inkOf(page: Locator): Promise<number> {
  return page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 0 && value < 100).length;
  });
}

async function openExhibits(page: Page): Promise<void> {
  await show(page, 'Sources');
  await page.getByRole('button', { name: 'Exhibits…' }).click();
  await expect(page.getByRole('dialog', { name: 'Exhibits' })).toBeVisible();
}

/** The folder of files beside the sample that was opened. */
function filesFolder(stet: Stet): string {
  const folder = path.join(stet.dataFolder, 'samples');
  const name = fs.readdirSync(folder).find((each) => each.endsWith('.files'));
  return path.join(folder, name ?? 'none');
}

test('files are taken in by their hash, shown apart, found missing and found again', async ({ stet }) => {
  const page = await stet.start();
  await openWorkedExample(page);
  await openExhibits(page);
  const dialog = page.getByRole('dialog', { name: 'Exhibits' });
  await expect(dialog.getByText('its file is there')).toHaveCount(4);

  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of ['Delivery note', 'signed by nobody']) {
    pdf.addPage([300, 200]).drawText(words, { x: 40, y: 100, size: 18, font });
  }
  fs.writeFileSync(stet.file('letter.pdf'), await pdf.save());
  fs.writeFileSync(stet.file('seen.png'), PIXEL);
  fs.writeFileSync(stet.file('page.html'), '<script>document.title = "ran"</script><b>seen</b>');
  fs.writeFileSync(stet.file('tool.bin'), Buffer.from([0x4d, 0x5a, 0, 1]));
  fs.writeFileSync(stet.file('broken.pdf'), '%PDF-1.7 and nothing else');
  const files = ['letter.pdf', 'seen.png', 'page.html', 'tool.bin', 'broken.pdf'].map((name) =>
    stet.file(name),
  );
  await stet.answerDialogs({ open: files });
  await dialog.getByRole('button', { name: 'Take in files…' }).click();
  await expect(dialog.getByText('its file is there')).toHaveCount(9);
  // The same again is recognised.
  await dialog.getByRole('button', { name: 'Take in files…' }).click();
  await expect(page.getByText('5 files were exhibits already.').first()).toBeAttached();
  await expect(dialog.getByText('its file is there')).toHaveCount(9);

  const opened = async (number: number): Promise<Page> => {
    const window = stet.electron.waitForEvent('window');
    await dialog.getByRole('button', { name: `Open E${number}` }).click();
    return window;
  };
  // Markup is shown as its source, and nothing in it is carried out.
  const html = await opened(7);
  await expect(html.locator('.lines')).toHaveText('<script>document.title = "ran"</script><b>seen</b>');
  await expect(html).toHaveTitle('E7 · page.html');
  await html.close();
  // A picture is folded away, and grey.
  const picture = await opened(6);
  await expect(picture.locator('img')).toBeHidden();
  await picture.locator('summary').click();
  await expect(picture.locator('img')).toBeVisible();
  await expect(picture.locator('img')).toHaveCSS('filter', 'grayscale(1)');
  await picture.getByRole('checkbox').check();
  await expect(picture.locator('img')).toHaveCSS('filter', 'none');
  await picture.close();
  // A PDF is drawn page by page, with its text to be selected and read aloud.
  const letter = await opened(5);
  const second = letter.getByRole('figure', { name: 'Page 2 of 2' });
  await expect(second).toHaveAttribute('data-drawn', 'true');
  await expect(second).toContainText('signed by nobody');
  expect(await inkOf(second)).toBeGreaterThan(100);
  await letter.close();
  // What has the first bytes of a PDF and is none is said to be damaged.
  const broken = await opened(9);
  await expect(broken.getByRole('status')).toContainText('it is damaged or not a PDF');
  await broken.close();
  await dialog.getByRole('button', { name: 'Open E8' }).click();
  await expect(dialog.getByRole('alert')).toContainText('does not show it');

  // A file that is gone and one that was altered are told, and found again by hash.
  const folder = filesFolder(stet);
  const kept = fs.readdirSync(folder);
  expect(kept.every((name) => /^[0-9a-f]{64}$/u.test(name))).toBe(true);
  const elsewhere = stet.file('elsewhere');
  fs.mkdirSync(elsewhere);
  for (const [index, name] of kept.slice(0, 2).entries()) {
    const file = path.join(folder, name);
    fs.copyFileSync(file, path.join(elsewhere, `renamed ${index}`));
    fs.chmodSync(file, 0o644);
    if (index === 0) fs.rmSync(file);
    else fs.writeFileSync(file, fs.readFileSync(file).fill(0x20));
  }
  await dialog.getByRole('button', { name: 'Check all' }).click();
  await expect(dialog.getByText('All exhibits were checked: 1 missing, 1 altered.')).toBeVisible();
  await stet.answerDialogs({ open: [elsewhere] });
  await dialog.getByRole('button', { name: 'Look for missing ones in a folder…' }).click();
  await expect(dialog.getByText('2 files were found')).toBeVisible();
  await expect(dialog.getByText('its file is there')).toHaveCount(9);
});

test('the notes of a call are written as an exhibit, and go along under another name', async ({ stet }) => {
  const page = await stet.start();
  await openWorkedExample(page);
  await openExhibits(page);
  await page.getByRole('button', { name: 'Paste or write…' }).click();
  const paste = page.getByRole('dialog', { name: 'Paste or write an exhibit' });
  await paste.getByLabel('Title').fill('Call of 9 April');
  await paste.getByRole('button', { name: 'Take it in' }).click();
  await expect(paste.getByRole('alert')).toContainText('nothing to take in');
  await paste.getByLabel('Text', { exact: true }).fill('She will send the minutes.');
  await paste.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByText('E5 · Call of 9 April')).toBeVisible();
  await page.getByRole('button', { name: 'Edit E5' }).click();
  await page.getByLabel('Captured on').fill('2025-04-09 11:30 Europe/Helsinki');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('(2025-04-09 08:30 UTC)')).toBeVisible();
  await page.keyboard.press('Escape');

  await stet.answerDialogs({ save: stet.file('Copy.stet') });
  await page.keyboard.press('Control+Shift+s');
  await expect(page.locator('h1')).toHaveAttribute('title', stet.file('Copy.stet'));
  expect(fs.readdirSync(stet.file('Copy.files'))).toHaveLength(5);
  await stet.close();
  const verified = await stet.verb('verify', 'Copy.stet');
  expect([verified.code, verified.out]).toEqual([
    0,
    expect.stringContaining('All 5 exhibits are as they were'),
  ]);
  const [first = ''] = fs.readdirSync(stet.file('Copy.files'));
  fs.rmSync(path.join(stet.file('Copy.files'), first), { force: true });
  const wanting = await stet.verb('verify', 'Copy.stet', '--json');
  expect(wanting.code).toBe(1);
  expect(JSON.parse(wanting.out)).toMatchObject({
    holds: false,
    exhibits: { checked: 5, missing: 1, altered: 0 },
  });
});

import type { Locator, Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expect, root, test, type Stet } from './app.ts';
import { inTheme, looking, THEMES } from './axe.ts';

/** The article that is given beside the checkout; a checkout by itself has none. */
const ARTICLE = path.resolve(root, '../shared/seed/article.txt');
const THERE = fs.existsSync(ARTICLE);

const reader = (page: Page): Locator => page.locator('[data-reader]');
const head = (page: Page): Locator => page.getByRole('region', { name: 'How far the document is read' });
const statement = (page: Page): Locator => page.getByLabel('Statement');

/** Presses Tab until something has the keyboard, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Back into the text, where the caret was. */
async function backToText(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await expect(reader(page)).toBeFocused();
}

/** A new case with a document from a file, by keyboard alone. */
async function caseWith(stet: Stet, page: Page, file: string): Promise<void> {
  await stet.answerDialogs({ save: stet.file('Foreign fighters.stet'), open: [file] });
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Foreign fighters');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Foreign fighters', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Choose files…' }));
  await page.keyboard.press('Enter');
  await expect(reader(page)).toHaveText(fs.readFileSync(file, 'utf8'), { useInnerText: false });
  await backToText(page);
}

/** Records what is selected or read, and comes back to the text. */
async function record(page: Page, ref: string, key = 'a'): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('heading', { name: ref })).toBeVisible();
  await expect(statement(page)).toBeFocused();
  await backToText(page);
}

const figure = async (page: Page): Promise<[number, number]> => {
  const [, checked = '', total = ''] =
    /(\d+) of (\d+) sentences/u.exec((await head(page).textContent()) ?? '') ?? [];
  return [Number(checked), Number(total)];
};

test.describe('the article', () => {
  test.skip(!THERE, 'the article is not beside this checkout');

  test('from its file to twelve anchored allegations by keyboard alone, and all of it accounted for', async ({
    stet,
  }) => {
    test.slow();
    let page = await stet.start();
    await caseWith(stet, page, ARTICLE);
    const hints = async (): Promise<number> => {
      const text = await head(page)
        .getByRole('button', { name: /^Worth checking/u })
        .textContent();
      return Number(/\d+/u.exec(text ?? '')?.[0]);
    };
    const hintsAtFirst = await hints();
    expect(hintsAtFirst).toBeGreaterThan(15);

    // One sentence, and a second allegation on the very same words.
    await page.keyboard.press('u');
    await record(page, 'FOR-001');
    await record(page, 'FOR-002');
    // A part of a sentence: the first words of the next one that has a hint.
    await page.keyboard.press('u');
    await page.keyboard.press('u');
    for (let words = 0; words < 4; words++) await page.keyboard.press('Control+Shift+ArrowRight');
    await record(page, 'FOR-003');
    // Several sentences at once.
    for (let steps = 0; steps < 6; steps++) await page.keyboard.press('j');
    await page.keyboard.press('Shift+J');
    await expect(page.getByRole('toolbar', { name: 'The selected words' })).toBeVisible();
    await record(page, 'FOR-004');
    // Hints: two are accepted, with what they prefill; one is turned down.
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await record(page, 'FOR-005', 's');
    await expect(page.getByRole('combobox', { name: 'Claimant' })).toHaveValue(/Zelensky/u);
    await page.keyboard.press('j');
    await record(page, 'FOR-006', 's');
    await page.keyboard.press('j');
    const before = await hints();
    await page.keyboard.press('d');
    await expect.poll(hints).toBe(before - 1);
    for (let number = 7; number <= 12; number++) {
      await page.keyboard.press('u');
      await record(page, `FOR-0${String(number).padStart(2, '0')}`);
    }

    // The rest is an opinion, or there is nothing to say.
    const [, total] = await figure(page);
    for (let [checked] = await figure(page); checked < total; [checked] = await figure(page)) {
      await page.keyboard.press('u');
      await page.keyboard.press(checked % 5 === 0 ? 'o' : 'c');
      await expect.poll(() => figure(page).then(([now]) => now)).toBeGreaterThan(checked);
    }
    await expect(head(page)).toContainText(`100% ${total} of ${total} sentences accounted for`);
    await page.keyboard.press('u');
    await expect(page.getByRole('status')).toHaveText('Every sentence is accounted for.');
    await stet.close();

    page = await stet.start();
    await tabTo(page, page.getByRole('button', { name: /Foreign fighters/u }).first());
    await page.keyboard.press('Enter');
    await expect(head(page)).toContainText(`100% ${total} of ${total} sentences accounted for`);
    await expect(reader(page)).toHaveText(fs.readFileSync(ARTICLE, 'utf8'), { useInnerText: false });
    await backToText(page);
    await page.keyboard.press('l');
    const list = page.getByRole('region', { name: 'In this text' });
    await expect(list.getByRole('button', { name: /^FOR-0/u })).toHaveCount(12);
    expect(await list.getByRole('button', { name: /opinion/u }).count()).toBeGreaterThan(0);
    await page.keyboard.press('Control+z');
    await expect(head(page)).toContainText(`${total - 1} of ${total} sentences`);
  });

  test('is searched, and copied with its reference or plain', async ({ stet }) => {
    const page = await stet.start();
    await caseWith(stet, page, ARTICLE);
    // The system has one clipboard, and other tests run beside this one: what is copied is caught on its way there.
    await page.evaluate(() => {
      const caught: string[] = [];
      Object.assign(window, { caught });
      navigator.clipboard.writeText = async (text) => void caught.push(text);
      document.addEventListener('copy', ({ clipboardData }) =>
        caught.push(clipboardData?.getData('text/plain') ?? ''),
      );
    });
    const copied = () => page.evaluate(() => (window as unknown as { caught: string[] }).caught.at(-1));
    await page.keyboard.press('Control+f');
    const field = page.getByRole('textbox', { name: 'Find in the document' });
    await expect(field).toBeFocused();
    await page.keyboard.type('CHINA’S FIRM');
    const bar = page.getByRole('search');
    await expect(bar).toContainText('1 of 1');
    await page.keyboard.press('Escape');
    await expect(reader(page)).toBeFocused();
    await expect(page.getByRole('region', { name: 'The sentence that is read' })).toBeVisible();
    const selected = () => page.evaluate(() => document.getSelection()?.focusNode?.textContent ?? '');
    expect(await selected()).toContain('China’s Firm Denial');

    await page.keyboard.press('Control+Shift+C');
    await expect(page.getByRole('status')).toHaveText('Copied with its reference.');
    expect(await copied()).toMatch(/^“China’s Firm Denial” .+, para\. \d+, SHA-256 [0-9a-f]{12}…$/u);

    // Over a line break: the text as it is stored, and nothing of the page.
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toMatch(/^China’s Firm Denial\nChina has responded forcefully .+\.”$/u);

    await page.keyboard.press('Control+f');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('North Korea');
    await expect(bar).toContainText(/^\d of \d/u);
    const count = Number(/of (\d+)/u.exec((await bar.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F3');
    await expect(page.getByRole('status')).toHaveText(new RegExp(`^\\d+ of ${count}$`, 'u'));
  });

  for (const theme of THEMES) {
    test(`axe finds nothing with all of it open (${theme})`, async ({ stet }) => {
      test.slow();
      const page = await stet.start();
      await inTheme(stet, page, theme);
      await caseWith(stet, page, ARTICLE);
      const { look, found } = looking(page);
      await page.keyboard.press('u');
      await record(page, 'FOR-001');
      await page.keyboard.press('u');
      await page.keyboard.press('o');
      await expect(page.locator('[data-mark]').first()).toBeVisible();
      await page.keyboard.press('u');
      await page.keyboard.press('c');
      await page.keyboard.press('u');
      await look('sentence');
      for (const [key, name] of [
        ['l', 'In this text'],
        ['w', 'Worth checking'],
      ] as const) {
        await page.keyboard.press(key);
        await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
        await look(name);
      }
      await page.keyboard.press('Control+f');
      await page.keyboard.type('china');
      await expect(page.getByRole('search')).toContainText('of');
      await look('find');
      await page.keyboard.press('Escape');
      await head(page).getByRole('button', { name: /Show$/u }).click();
      await page.getByRole('option', { name: 'accounted for faded' }).click();
      await look('faded');
      expect(found).toEqual({});
    });
  }
});

test('a long text is all there, is drawn where it is read, and keeps the caret', async ({ stet }) => {
  const lines = Array.from(
    { length: 12_000 },
    (_, line) => `Line ${line} says that ${line * 3} people came.`,
  );
  const file = stet.file('long.txt');
  fs.writeFileSync(file, lines.join('\n'));
  const page = await stet.start();
  await caseWith(stet, page, file);
  await expect(head(page)).toContainText('12,000 sentences accounted for');
  const drawn = () => reader(page).evaluate((column) => column.querySelectorAll('p').length);
  expect(await drawn()).toBeLessThan(1_000);
  await page.keyboard.press('Control+End');
  await expect.poll(() => page.locator('[data-reader] p').last().textContent()).toContain('Line 11999');
  await page.keyboard.press('k');
  await expect(page.getByRole('status')).toContainText('Line 11998 says');
  await page.keyboard.press('o');
  await expect(page.locator('[data-mark="opinion"]')).toHaveText('Line 11998 says that 35994 people came.');
  expect(await drawn()).toBeLessThan(2_000);
  expect(await reader(page).evaluate((column) => column.textContent)).toBe(lines.join('\n'));
});

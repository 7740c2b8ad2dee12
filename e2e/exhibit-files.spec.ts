import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Session } from 'electron';
import { expect, openWorkedExample, show, test, type Stet } from './app.ts';

/** The exhibits of the worked example. */
const COUNT = 4;

/** Opens the worked example under a name of this test's own, with the files of its exhibits. */
async function openCopy(stet: Stet): Promise<Page> {
  const page = await stet.start();
  await openWorkedExample(page);
  await stet.answerDialogs({ save: stet.file('Case.stet') });
  await page.keyboard.press('Control+Shift+s');
  await expect(page.locator('h1')).toHaveAttribute('title', stet.file('Case.stet'));
  return page;
}

/** What a window says of its exhibits when it computes every hash anew. */
async function expectAllThere(page: Page, there = COUNT): Promise<void> {
  await show(page, 'Sources');
  await page.getByRole('button', { name: 'Exhibits…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exhibits' });
  await dialog.getByRole('button', { name: 'Check all' }).click();
  await expect(dialog.getByText('All exhibits were checked: 0 missing, 0 altered.')).toBeVisible();
  await expect(dialog.getByText('its file is there')).toHaveCount(there);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

const files = (stet: Stet, name: string): string[] => fs.readdirSync(stet.file(name)).sort();

test('a duplicate has the files of its exhibits, and an earlier version looks at those of its case', async ({
  stet,
}) => {
  const page = await openCopy(stet);
  expect(files(stet, 'Case.files')).toHaveLength(COUNT);

  const opened = stet.electron.waitForEvent('window');
  const made = await page.evaluate(() =>
    (globalThis as unknown as { stet: { duplicate: (input: undefined) => Promise<unknown> } }).stet.duplicate(
      undefined,
    ),
  );
  expect(made).toEqual({ ok: true, value: 'opened' });
  await expectAllThere(await opened);
  expect(files(stet, 'Case 2.files')).toEqual(files(stet, 'Case.files'));

  const earlier = stet.electron.waitForEvent('window');
  await page.evaluate(async () => {
    interface Bridge {
      backups: (input: undefined) => Promise<{ name: string }[]>;
      showBackup: (input: { name: string }) => Promise<unknown>;
    }
    const { stet: bridge } = globalThis as unknown as { stet: Bridge };
    const [backup] = await bridge.backups(undefined);
    await bridge.showBackup({ name: backup?.name ?? '' });
  });
  await expectAllThere(await earlier);
});

test('a name that is taken already gets neither the case nor its files', async ({ stet }) => {
  const page = await openCopy(stet);
  fs.writeFileSync(stet.file('Taken.stet'), 'mine');
  await stet.answerDialogs({ save: stet.file('Taken.stet') });
  await page.keyboard.press('Control+Shift+s');
  await expect(page.getByRole('alert')).toContainText('already there');
  expect(fs.readFileSync(stet.file('Taken.stet'), 'utf8')).toBe('mine');
  expect(fs.readdirSync(stet.folder).sort()).not.toContain('Taken.files');
  await expect(page.locator('h1')).toHaveAttribute('title', stet.file('Case.stet'));
});

test('keeping both versions keeps the files with both', async ({ stet }) => {
  const page = await openCopy(stet);
  const text = fs.readFileSync(stet.file('Case.stet'), 'utf8');
  fs.writeFileSync(stet.file('Case.stet'), text.replace('"title": "', '"title": "Changed elsewhere: '));
  const dialog = page.getByRole('dialog', { name: 'The file was changed by something else' });
  await expect(dialog.getByRole('radio', { name: 'Keep both' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('h1')).toHaveAttribute('title', /\(from Stet, /u);
  const kept = (await page.locator('h1').getAttribute('title')) ?? '';
  expect(files(stet, path.basename(kept).replace(/\.stet$/u, '.files'))).toEqual(files(stet, 'Case.files'));
  await expectAllThere(page);
});

test('the window that shows an exhibit asks for its page and its file, and gets nothing else', async ({
  stet,
}) => {
  const page = await stet.start();
  await openWorkedExample(page);
  fs.writeFileSync(
    stet.file('page.html'),
    '<link rel="stylesheet" href="https://example.org/x.css"><img src="https://example.org/x.png">',
  );
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  fs.writeFileSync(stet.file('seen.png'), picture);
  // Listens before the page of the window is asked for.
  await stet.electron.evaluate(({ app }) => {
    const asked: string[] = [];
    const sessions: Session[] = [];
    Object.assign(globalThis, { asked, sessions });
    app.on('web-contents-created', (_event, { session }) => {
      sessions.push(session);
      session.webRequest.onSendHeaders(({ url }) => void asked.push(url));
    });
  });
  const open = async (name: string): Promise<[string[], Page]> => {
    const window = stet.electron.waitForEvent('window');
    await page.evaluate(async (dropped) => {
      interface Bridge {
        addExhibitFiles: (input: { paths: string[] }) => Promise<{ value: { ids: string[] } }>;
        openExhibit: (input: { id: string }) => Promise<unknown>;
      }
      const { stet: bridge } = globalThis as unknown as { stet: Bridge };
      const taken = await bridge.addExhibitFiles({ paths: [dropped] });
      await bridge.openExhibit({ id: taken.value.ids[0] ?? '' });
    }, stet.file(name));
    const shown = await window;
    await expect(shown).toHaveTitle(new RegExp(` · ${name}$`, 'u'));
    await shown.waitForLoadState('load');
    const asked = () =>
      stet.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.splice(0));
    return [await asked(), shown];
  };

  const [forText, text] = await open('page.html');
  expect(forText).toEqual(['stet://exhibit/page']);
  await expect(text.locator('.lines')).toContainText('https://example.org/x.css');
  expect(await text.locator('img, link').count()).toBe(0);
  const [forPicture, shownPicture] = await open('seen.png');
  expect(forPicture).toEqual(['stet://exhibit/page', 'stet://exhibit/file']);

  // Five million characters in one line would take the window half a minute to lay out.
  fs.writeFileSync(stet.file('endless.txt'), 'x'.repeat(5_000_000));
  const [, endless] = await open('endless.txt');
  await expect(endless.getByText('Very long lines are broken')).toBeVisible();

  // What answered for a window that is closed holds its file no more, which may be confidential.
  for (const window of [text, shownPicture, endless]) await window.close();
  const answering = () =>
    stet.electron.evaluate(() =>
      (globalThis as unknown as { sessions: Session[] }).sessions.map(({ protocol }) =>
        protocol.isProtocolHandled('stet'),
      ),
    );
  await expect.poll(answering).toEqual([false, false, false]);
});

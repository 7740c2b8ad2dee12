import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Stet } from './app.ts';

/** Words that stand nowhere else on this machine. */
const WHO = {
  name: 'Zoryana Quill-Nadir',
  contact: 'kestrel-77 at the pier',
  notes: 'brother of bosun-4401',
};
const WORDS = ['Quill-Nadir', 'kestrel-77', 'bosun-4401'];

/** Every file of the app and of the person that holds any of the words, as UTF-8 or as UTF-16. */
function filesWith(stet: Stet): string[] {
  return [stet.dataFolder, stet.folder].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => {
        const bytes = readIfThere(file);
        return WORDS.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
      }),
  );
}

/** Files of Chromium come and go while it runs. */
function readIfThere(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Asks main as the window does. */
function ask<T>(page: Page, method: string, input?: unknown): Promise<T> {
  return page.evaluate(
    ([method, input]) => {
      const { stet } = window as unknown as { stet: Record<string, (input: unknown) => Promise<never>> };
      return stet[method as string]?.(input);
    },
    [method, input] as const,
  ) as Promise<T>;
}

const titles = (stet: Stet): Promise<string> =>
  stet.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => window.getTitle())
      .join('\n'),
  );

test('who a confidential source is stands in the vault only, and when it is erased nowhere', async ({
  stet,
}) => {
  fs.writeFileSync(stet.file('article.txt'), 'The mayor says that the bridge is safe.\n');
  expect((await stet.verb('new', 'Case.stet', '--title', 'Bridge', '--document', 'article.txt')).code).toBe(
    0,
  );
  const file = stet.file('Case.stet');
  let page = await stet.start([file]);
  await expect(page.locator('[data-reader]')).toBeVisible();

  const source = { name: 'A clerk of the town', kind: 'person', party: null, confidential: true };
  const added = await ask<{ value: { created: { id: string }[] } }>(page, 'run', {
    type: 'add-source',
    ...source,
  });
  const sourceId = added.value.created[0]?.id ?? '';
  expect(await ask(page, 'keepIdentity', { sourceId, identity: WHO })).toMatchObject({ ok: true });
  const vault = path.join(stet.dataFolder, 'vault');
  const [name = ''] = fs.readdirSync(vault);
  const onlyTheVault = [path.join(vault, name)];
  expect(filesWith(stet)).toEqual(onlyTheVault);
  expect(await titles(stet)).not.toContain(WHO.name);
  expect(await page.locator('html').innerHTML()).not.toContain(WHO.name);
  await stet.close();
  expect(filesWith(stet)).toEqual(onlyTheVault);
  expect(fs.readFileSync(file, 'utf8')).toContain('"commitment"');

  // A duplicate of the case is the same case: it finds the same vault.
  page = await stet.start([file]);
  await expect(page.locator('[data-reader]')).toBeVisible();
  expect(await ask(page, 'identity', { sourceId })).toEqual({ ok: true, value: WHO });
  const { recent } = await ask<{ recent: unknown[] }>(page, 'appInfo');
  expect(recent).toHaveLength(1);
  expect(JSON.stringify(recent)).not.toContain(WHO.name);
  const second = stet.electron.waitForEvent('window');
  await ask(page, 'duplicate');
  const copy = await second;
  await expect(copy.locator('[data-reader]')).toBeVisible();
  expect(await ask(copy, 'identity', { sourceId })).toEqual({ ok: true, value: WHO });
  expect(filesWith(stet)).toEqual(onlyTheVault);
  await copy.close();

  expect(await ask(page, 'eraseIdentity', { sourceId })).toMatchObject({ ok: true });
  expect(filesWith(stet)).toEqual([]);
  expect(await ask(page, 'identity', { sourceId })).toEqual({ ok: true, value: null });
  await stet.close();
  expect(filesWith(stet)).toEqual([]);
  expect(await stet.verb('verify', 'Case.stet')).toMatchObject({ code: 0 });

  // It cannot be taken back.
  page = await stet.start([file]);
  await expect(page.locator('[data-reader]')).toBeVisible();
  await ask(page, 'run', { type: 'undo' });
  expect(await ask(page, 'identity', { sourceId })).toEqual({ ok: true, value: null });
  await stet.close();
  expect(filesWith(stet)).toEqual([]);
});

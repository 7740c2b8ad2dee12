import fs from 'node:fs';
import path from 'node:path';
import { expect, openSample, test, type Stet } from './app.ts';

/** A small case in the person's folder. */
async function newCase(stet: Stet): Promise<string> {
  fs.writeFileSync(stet.file('article.txt'), 'The mayor says that the bridge is safe.\n');
  const made = await stet.verb('new', 'Case.stet', '--title', 'Bridge', '--document', 'article.txt');
  expect(made.code).toBe(0);
  return stet.file('Case.stet');
}

const inFolder = (stet: Stet): string[] => fs.readdirSync(stet.folder).sort();

/** Carries out an action by its name in the palette. */
async function act(page: Awaited<ReturnType<Stet['start']>>, name: string): Promise<void> {
  // A window that has no case yet may not hear keys yet either.
  await expect(page.locator('h1[title]')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

async function rename(page: Awaited<ReturnType<Stet['start']>>, title: string): Promise<void> {
  await act(page, 'Rename the case');
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('an earlier version can be looked at and restored, and nothing is lost on the way', async ({ stet }) => {
  const file = await newCase(stet);
  let page = await stet.start([file]);
  await rename(page, 'Second bridge');

  await act(page, 'Earlier versions');
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);

  const second = stet.electron.waitForEvent('window');
  await dialog.getByRole('button', { name: 'Look at the version of' }).click();
  const look = await second;
  await expect(look.getByRole('heading', { level: 1, name: 'Bridge', exact: true })).toBeVisible();
  await expect(look.getByText('This is the case as it was on')).toBeVisible();
  await look.close();

  await dialog.getByRole('button', { name: 'Restore the version of' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bridge', exact: true })).toBeVisible();
  await expect(page.getByText('The case as it was before is beside it').first()).toBeVisible();
  const [aside = ''] = inFolder(stet).filter((name) => name.includes('before restoring'));
  expect(fs.readFileSync(stet.file(aside), 'utf8')).toContain('"Second bridge"');

  // It goes on from there.
  await rename(page, 'Third bridge');
  await stet.close();
  expect(fs.readFileSync(file, 'utf8')).toContain('"Third bridge"');
  page = await stet.start([stet.file(aside)]);
  await expect(page.getByRole('heading', { level: 1, name: 'Second bridge' })).toBeVisible();
});

test('a damaged file is kept, and its backup opens in its place', async ({ stet }) => {
  const file = await newCase(stet);
  let page = await stet.start([file]);
  await expect(page.locator('[data-reader]')).toBeVisible();
  await rename(page, 'Second bridge');
  await stet.close();

  const damaged = fs.readFileSync(file, 'utf8').slice(0, 300);
  fs.writeFileSync(file, damaged);
  page = await stet.start([file]);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Case.stet: This is not JSON');
  await page.getByRole('button', { name: 'Open the backup of' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bridge', exact: true })).toBeVisible();
  await expect(alert).toBeHidden();
  const [aside = ''] = inFolder(stet).filter((name) => name.includes('(damaged, '));
  expect(fs.readFileSync(stet.file(aside), 'utf8')).toBe(damaged);
  await expect(page.getByText(`which is beside it: ${aside}`).first()).toBeVisible();
});

test('a case is saved under another name and goes on there; a duplicate opens beside it', async ({
  stet,
}) => {
  const file = await newCase(stet);
  const page = await stet.start([file]);
  await rename(page, 'Second bridge');

  // What is there already is never overwritten.
  await stet.answerDialogs({ save: stet.file('article.txt') });
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await expect(page.getByRole('alert')).toContainText('already there');
  expect(fs.readFileSync(stet.file('article.txt'), 'utf8')).toContain('the bridge is safe');

  await stet.answerDialogs({ save: stet.file('Other') });
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await expect.poll(() => fs.existsSync(stet.file('Other.stet'))).toBe(true);
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.locator('h1')).toHaveAttribute('title', stet.file('Other.stet'));
  await rename(page, 'Other bridge');

  const second = stet.electron.waitForEvent('window');
  await act(page, 'Duplicate');
  const copy = await second;
  await expect(copy.locator('h1')).toHaveAttribute('title', stet.file('Other 2.stet'));
  await rename(copy, 'A copy');
  await expect(page.getByRole('heading', { level: 1, name: 'Other bridge' })).toBeVisible();
  await stet.close();
  const titleOf = (name: string) => /"title": "(.*)"/u.exec(fs.readFileSync(stet.file(name), 'utf8'))?.[1];
  expect(titleOf('Case.stet')).toBe('Second bridge');
  expect(titleOf('Other.stet')).toBe('Other bridge');
  expect(titleOf('Other 2.stet')).toBe('A copy');
});

test('a change from outside and a conflicted copy are noticed while the window is open', async ({ stet }) => {
  const file = await newCase(stet);
  const page = await stet.start([file]);
  await expect(page.locator('[data-reader]')).toBeVisible();
  const copy = stet.file("Case (Ann's conflicted copy 2026-01-02).stet");
  fs.copyFileSync(file, copy);
  await expect(page.getByText(path.basename(copy))).toBeVisible();
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('"Bridge"', '"Their bridge"'));
  const dialog = page.getByRole('dialog', { name: 'The file was changed by something else' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: /Open the one on the disk/u }).check({ force: true });
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Their bridge' })).toBeVisible();
});

test('the history is verified behind the scenes, and a fault is told at once', async ({ stet }) => {
  const page = await stet.start();
  await openSample(page);
  await expect(page.getByText('history holds')).toBeVisible();
  await stet.close();
  const sample = path.join(stet.dataFolder, 'samples', 'Foreign fighters.stet');
  fs.writeFileSync(
    stet.file('Altered.stet'),
    fs.readFileSync(sample, 'utf8').replace(/"by":"[^"]*"/u, '"by":"Somebody else"'),
  );
  const again = await stet.start([stet.file('Altered.stet')]);
  await expect(again.locator('[data-holds="false"]')).toBeVisible();
  await expect(again.getByRole('alert')).toContainText(
    'the allegation CHN-001 is not what the history says it is',
  );
});

test('work called saved is safe beside a changed file whatever is decided, or nothing', async ({ stet }) => {
  const file = await newCase(stet);
  const page = await stet.start([file]);
  await rename(page, 'Mine');
  const theirs = fs.readFileSync(file, 'utf8').replaceAll('"Bridge"', '"Theirs"');
  fs.writeFileSync(file, theirs);
  const dialog = page.getByRole('dialog', { name: 'The file was changed by something else' });
  await expect(dialog).toContainText('(from Stet, ');
  await dialog.getByRole('button', { name: 'Decide later' }).click();
  // Nothing new is called saved before that, and the question comes back.
  await act(page, 'Rename the case');
  await page.getByLabel('Title').fill('Later');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(dialog).toBeVisible();
  await stet.kill();
  const [aside = ''] = inFolder(stet).filter((name) => /\(from Stet, .*\.stet$/u.test(name));
  // Its exhibits stay with the case until a person goes on with it; its history and records are whole.
  const verified = await stet.verb('verify', aside, '--json');
  expect(JSON.parse(verified.out)).toMatchObject({ fault: null });
  expect(fs.readFileSync(stet.file(aside), 'utf8')).toContain('"Mine"');
  expect(fs.readFileSync(file, 'utf8')).toBe(theirs);
});

test('a file that is gone can be written again', async ({ stet }) => {
  const file = await newCase(stet);
  const page = await stet.start([file]);
  await rename(page, 'Mine');
  fs.rmSync(file);
  const dialog = page.getByRole('dialog', { name: 'The file is gone' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('The file was written again.').first()).toBeVisible();
  expect(fs.readFileSync(file, 'utf8')).toContain('"Mine"');
  expect(inFolder(stet)).not.toContainEqual(expect.stringContaining('from'));
});

test('words in a field are saved when another case is opened from the menu', async ({ stet }) => {
  await newCase(stet);
  let page = await stet.start();
  await openSample(page);
  await page.locator('mark').first().click();
  await page.getByLabel('Notes').fill('Asked the ministry.');
  await expect(page.getByText('what you are writing is not saved yet')).toBeVisible();
  await stet.electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    items?.find(({ label }) => label === 'Close case')?.click();
  });
  await expect(page.getByRole('button', { name: 'Open the sample case' })).toBeVisible();
  await stet.close();
  page = await stet.start([path.join(stet.dataFolder, 'samples', 'Foreign fighters.stet')]);
  await page.locator('mark').first().click();
  await expect(page.getByLabel('Notes')).toHaveValue('Asked the ministry.');
});

test('a case that is opened from outside by its whole path opens in the Stet that runs', async ({ stet }) => {
  const file = await newCase(stet);
  const page = await stet.start();
  await stet.electron.evaluate(({ app }, asked) => {
    app.emit('second-instance', {}, [], '/', { own: [asked], folder: '/' });
  }, file);
  await expect(page.getByRole('heading', { level: 1, name: 'Bridge' })).toBeVisible();
});

test('what goes wrong before the window can hear is told when it can', async ({ stet }) => {
  fs.writeFileSync(stet.file('broken.stet'), '{');
  for (let round = 0; round < 3; round++) {
    const page = await stet.start([stet.file('broken.stet')]);
    await expect(page.getByRole('alert')).toContainText('broken.stet: This is not JSON');
    await stet.close();
  }
});

import fs from 'node:fs';
import path from 'node:path';
import { expect, openSample, selectWords, show, test, type Stet } from './app.ts';

function sampleFile(stet: Stet): string {
  return path.join(stet.dataFolder, 'samples', 'Foreign fighters.stet');
}

test('killed at any moment, every acknowledged change is there', async ({ stet }) => {
  test.slow();
  const wanted: string[] = [];
  let page = await stet.start();
  await openSample(page);
  for (let round = 1; round <= 4; round++) {
    await page.locator('mark').nth(round).click();
    const notes = page.getByLabel('Notes');
    await expect(notes).toBeVisible();
    const text = `Round ${round}: asked the ministry.`;
    await notes.fill(text);
    // Left, and acknowledged: the title bar says so.
    await page.keyboard.press('Tab');
    await expect(page.locator('[data-kind="saved"]')).toBeVisible();
    await expect(page.getByText(/Edited CHN-\d+ \(notes\)/).first()).toBeVisible();
    wanted.push(text);
    await stet.kill();

    page = await stet.start([sampleFile(stet)]);
    await expect(page.getByText(/made before the crash (was|were) brought back/)).toBeVisible();
    for (const [index, each] of wanted.entries()) {
      await page
        .locator('mark')
        .nth(index + 1)
        .click();
      await expect(page.getByLabel('Notes')).toHaveValue(each);
    }
  }
  await show(page, 'History');
  await page.getByRole('button', { name: 'Verify the history' }).click();
  await expect(page.getByText('Everything holds')).toBeVisible();
});

test('a change that cannot be saved stays in its field, and is told', async ({ stet }) => {
  let page = await stet.start();
  await openSample(page);
  await stet.close();
  const folder = stet.file('drive');
  fs.mkdirSync(folder);
  fs.copyFileSync(sampleFile(stet), path.join(folder, 'Case.stet'));
  page = await stet.start([path.join(folder, 'Case.stet')]);
  await page.locator('mark').first().click();
  await expect(page.getByLabel('Notes')).toBeVisible();
  // As if the drive had been unplugged.
  fs.renameSync(folder, `${folder} gone`);
  await page.getByLabel('Where').fill('Kyiv, at a press conference');
  await page.keyboard.press('Enter');
  await expect(page.getByText('the last change was not saved')).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'Case.stet' })).toBeVisible();
  await expect(page.getByLabel('Where')).toHaveValue('Kyiv, at a press conference');
  // Plugged in again, the same words can be saved.
  fs.renameSync(`${folder} gone`, folder);
  await page.getByLabel('Where').press('Enter');
  await expect(page.locator('[data-kind="saved"]')).toBeVisible();
  await stet.kill();
  page = await stet.start([path.join(folder, 'Case.stet')]);
  await page.locator('mark').first().click();
  await expect(page.getByLabel('Where')).toHaveValue('Kyiv, at a press conference');
});

test('a case that is open elsewhere opens for reading, and can be taken over when nobody can tell', async ({
  stet,
}) => {
  const file = stet.file('Case.stet');
  fs.writeFileSync(stet.file('article.txt'), 'The mayor says that the bridge is safe.\n');
  expect((await stet.verb('new', 'Case.stet', '--title', 'Bridge', '--document', 'article.txt')).code).toBe(
    0,
  );

  // By this app: the command line may read it and not change it.
  let page = await stet.start([file]);
  await expect(page.locator('[data-reader]')).toBeVisible();
  expect((await stet.verb('list', 'Case.stet', '--json')).out.trim()).toBe('[]');
  fs.writeFileSync(stet.file('more.txt'), 'More.\n');
  const refused = await stet.verb('import', 'Case.stet', 'more.txt');
  expect(refused.code).toBe(4);
  expect(refused.err).toMatch(/^stet: Case\.stet: It is open in another Stet/u);
  await stet.close();

  // By a computer that cannot be asked whether it still runs.
  const owner = {
    host: 'elsewhere',
    pid: 4,
    started: null,
    boot: null,
    nonce: 'n',
    at: '2026-11-23T09:00:00.000Z',
  };
  fs.writeFileSync(`${file}.lock`, JSON.stringify(owner));
  page = await stet.start([file]);
  await expect(page.getByText('Another Stet on elsewhere has had it open')).toBeVisible();
  await expect(page.locator('[data-kind="read-only"]')).toBeVisible();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await expect(page.getByText('Another Stet on elsewhere')).toBeHidden();
  await expect(page.locator('[data-kind="saved"]')).toBeVisible();
});

const BROKEN: [name: string, content: string | Buffer, sentence: RegExp][] = [
  ['not-json.stet', '{ "format": ', /not JSON/],
  ['list.stet', '[1, 2, 3]', /not a Stet case/],
  ['future.stet', JSON.stringify({ format: 'stet-case', formatVersion: 99 }), /newer Stet/],
  ['binary.stet', Buffer.from([0xff, 0xfe, 0x00, 0x01]), /not text/],
  [
    'deep.stet',
    `{"format":"stet-case","formatVersion":1,"x":${'['.repeat(5000)}${']'.repeat(5000)}}`,
    /deep/,
  ],
  ['twice.stet', '{"format":"stet-case","formatVersion":1,"a":1,"a":2}', /twice/],
  ['proto.stet', '{"format":"stet-case","formatVersion":1,"__proto__":{"x":1}}', /no place in a case/],
];

test('a broken or hostile case file gets a sentence, and the app goes on', async ({ stet }) => {
  const page = await stet.start();
  for (const [name, content, sentence] of BROKEN) {
    fs.writeFileSync(stet.file(name), content);
    await stet.answerDialogs({ open: [stet.file(name)] });
    await page.getByRole('button', { name: 'Open…' }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(name);
    await expect(alert).toContainText(sentence);
    expect(fs.readFileSync(stet.file(name))).toEqual(Buffer.from(content));
  }
  await openSample(page);
});

test('a file that something else changed is never overwritten: the person decides, both versions stay', async ({
  stet,
}) => {
  const file = stet.file('Case.stet');
  fs.writeFileSync(stet.file('article.txt'), 'The mayor says that the bridge is safe.\n');
  expect((await stet.verb('new', 'Case.stet', '--title', 'Bridge', '--document', 'article.txt')).code).toBe(
    0,
  );
  const page = await stet.start([file]);
  await selectWords(page, 'the bridge is safe');
  await page.getByRole('button', { name: 'Record an allegation' }).click();
  await expect(page.locator('mark')).toHaveCount(1);
  const theirs = fs.readFileSync(file, 'utf8').replaceAll('"Bridge"', '"Their bridge"');
  fs.writeFileSync(file, theirs);

  // Coming back to the window is when it looks.
  await stet.electron.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('focus'));
  const dialog = page.getByRole('dialog', { name: 'The file was changed by something else' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('mark')).toHaveCount(1);
  expect(fs.readFileSync(file, 'utf8')).toBe(theirs);
  await stet.close();
  const mine = fs.readdirSync(stet.folder).filter((name) => /from Stet.*\.stet$/u.test(name));
  expect(mine).toHaveLength(1);
  const listed = await stet.verb('list', mine[0] ?? '', '--json');
  expect(JSON.parse(listed.out)).toMatchObject([{ statement: 'the bridge is safe' }]);
});

import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Stet } from '../app.ts';
import { count } from './counts.ts';

/** What machines and other programs do to a case, for real: full and read-only disks, a second Stet, changed files. */

const root = process.platform === 'linux' && process.getuid?.() === 0;
const NEEDS_ROOT = 'mounting a small disk needs root on Linux';

interface Answer {
  ok: boolean;
  error?: { save?: { code: string } };
}

/** Records an allegation by the page's own bridge. */
async function record(page: Page, statement: string, padding = 0): Promise<Answer> {
  return page.evaluate(
    ({ words, length }) => {
      const { stet } = window as unknown as { stet: { run: (command: unknown) => Promise<Answer> } };
      return stet.run({
        type: 'record-allegation',
        statement: words,
        notes: '.'.repeat(length),
        passage: null,
      });
    },
    { words: statement, length: padding },
  );
}

const closeCase = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    (window as unknown as { stet: { closeCase: () => Promise<unknown> } }).stet.closeCase(),
  );

async function newCase(stet: Stet, file: string): Promise<string> {
  const made = await stet.verb('new', file, '--title', 'Case');
  expect(made.code, made.err).toBe(0);
  return file;
}

async function opened(stet: Stet, file: string): Promise<Page> {
  const page = await stet.start([file]);
  await expect(page.getByRole('navigation')).toBeVisible();
  return page;
}

async function statementsIn(stet: Stet, file: string): Promise<string[]> {
  const { code, out, err } = await stet.verb('list', file, '--json');
  expect(code, err).toBe(0);
  return (JSON.parse(out) as { statement: string }[]).map(({ statement }) => statement);
}

/** A disk of 8 MB for one test, which can be filled and made read-only. */
function smallDisk(stet: Stet) {
  const folder = stet.file('small');
  fs.mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'stet-test', folder]);
  const filler = path.join(folder, 'filler');
  return {
    folder,
    /** Takes all room but so many bytes. */
    fill(left: number) {
      const { bavail, bsize } = fs.statfsSync(folder);
      fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    makeRoom: () => fs.rmSync(filler),
    remount: (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, folder]),
    unmount: () => execFileSync('umount', ['-l', folder]),
  };
}

test('a full disk refuses an edit with a sentence, loses nothing, and saving goes on when there is room', async ({
  stet,
}) => {
  test.skip(!root, NEEDS_ROOT);
  test.slow();
  const disk = smallDisk(stet);
  try {
    const file = await newCase(stet, path.join(disk.folder, 'Case.stet'));
    let page = await opened(stet, file);
    const saved: string[] = [];
    for (let round = 0; round < 5; round++) {
      expect(await record(page, `Saved ${round}`, 10_000)).toMatchObject({ ok: true });
      saved.push(`Saved ${round}`);
      // Less than the edit needs: the disk takes a part of it and no more.
      disk.fill(8192);
      const refused = await record(page, `Refused ${round}`, 45_000);
      expect(refused).toMatchObject({ ok: false, error: { save: { code: 'disk-full' } } });
      // A window that asks again is refused again, and memory is as the disk is.
      expect(await record(page, `Refused ${round}`, 45_000)).toMatchObject({ ok: false });
      expect(await statementsIn(stet, file)).toEqual(saved);
      disk.makeRoom();
      count('disk full at an edit', { cases: 1 });
    }
    disk.fill(0);
    // The same by hand, to see the sentence.
    await page.getByRole('navigation').getByRole('button', { name: 'Board' }).click();
    await page.locator('[data-card]').first().click();
    await page.getByLabel('Notes').fill('Asked the ministry.');
    await page.keyboard.press('Tab');
    await expect(page.getByText('The disk is full. Nothing was lost').first()).toBeVisible();
    disk.makeRoom();
    await stet.kill();
    expect(await statementsIn(stet, file)).toEqual(saved);
    page = await opened(stet, file);
    expect(await record(page, 'Last')).toMatchObject({ ok: true });
    await stet.close();
    expect(await statementsIn(stet, file)).toEqual([...saved, 'Last']);
    expect(fs.readdirSync(disk.folder)).toEqual(['Case.stet']);
  } finally {
    await stet.kill();
    disk.unmount();
  }
});

test('a disk too full for a snapshot keeps every edit in the journal until there is room', async ({
  stet,
}) => {
  test.skip(!root, NEEDS_ROOT);
  test.slow();
  const disk = smallDisk(stet);
  try {
    const file = await newCase(stet, path.join(disk.folder, 'Case.stet'));
    const saved: string[] = [];
    for (let round = 0; round < 3; round++) {
      let page = await opened(stet, file);
      for (let edit = 0; edit < 12; edit++) {
        const statement = `Saved ${round}.${edit}`;
        expect(await record(page, statement, 20_000)).toMatchObject({ ok: true });
        saved.push(statement);
      }
      const before = fs.readFileSync(file);
      disk.fill(100_000);
      await closeCase(page);
      await expect.poll(() => fs.existsSync(`${file}.lock`)).toBe(false);
      expect(fs.readFileSync(file).equals(before), 'the case file is as it was').toBe(true);
      expect(await statementsIn(stet, file)).toEqual(saved);
      await stet.kill();
      disk.makeRoom();
      page = await opened(stet, file);
      expect(await record(page, `With room ${round}`)).toMatchObject({ ok: true });
      saved.push(`With room ${round}`);
      await stet.close();
      expect(await statementsIn(stet, file)).toEqual(saved);
      expect(fs.readdirSync(disk.folder)).toEqual(['Case.stet']);
      count('disk full at a snapshot', { cases: 1 });
    }
  } finally {
    await stet.kill();
    disk.unmount();
  }
});

test('a disk that becomes read-only refuses edits and keeps what was saved', async ({ stet }) => {
  test.skip(!root, NEEDS_ROOT);
  test.slow();
  const disk = smallDisk(stet);
  try {
    const file = await newCase(stet, path.join(disk.folder, 'Case.stet'));
    const page = await opened(stet, file);
    expect(await record(page, 'Saved')).toMatchObject({ ok: true });
    await stet.kill();
    disk.remount('ro');
    const reader = await opened(stet, file);
    await expect(reader.locator('[data-kind="read-only"]')).toBeVisible();
    await expect(reader.getByText('This account may not write in the folder').first()).toBeVisible();
    expect(await record(reader, 'Refused')).toMatchObject({ error: { save: { code: 'opened-read-only' } } });
    expect(await statementsIn(stet, file)).toEqual(['Saved']);
    await stet.close();
    disk.remount('rw');
    const writer = await opened(stet, file);
    expect(await record(writer, 'Again')).toMatchObject({ ok: true });
    await stet.close();
    expect(await statementsIn(stet, file)).toEqual(['Saved', 'Again']);
    count('read-only disk', { cases: 1 });
  } finally {
    await stet.kill();
    disk.unmount();
  }
});

test('of many processes that change one case at once, none loses what it was told is saved', async ({
  stet,
}) => {
  test.setTimeout(300_000);
  const file = await newCase(stet, stet.file('Case.stet'));
  let imported = 0;
  for (let round = 0; round < 5; round++) {
    // Left by a Stet that is no more: all of them see that at once and want to take over.
    const owner = { host: fs.readFileSync('/proc/sys/kernel/hostname', 'utf8').trim(), pid: 999_999_999 };
    const rest = { started: '1', boot: null, nonce: `gone-${round}`, at: '2026-11-23T09:00:00.000Z' };
    if (process.platform === 'linux') fs.writeFileSync(`${file}.lock`, JSON.stringify({ ...owner, ...rest }));
    const texts = Array.from({ length: 6 }, (_, index) => stet.file(`text ${round}.${index}.txt`));
    for (const text of texts) fs.writeFileSync(text, `The text of ${path.basename(text)}.\n`);
    const answers = await Promise.all(texts.map((text) => stet.verb('import', file, text)));
    const codes = answers.map(({ code }) => code);
    expect(
      codes.every((code) => code === 0 || code === 4),
      codes.join(),
    ).toBe(true);
    expect(codes).toContain(0);
    const held = fs.readFileSync(file, 'utf8');
    texts.forEach((text, index) => {
      expect(held.includes(`The text of ${path.basename(text)}.`), codes.join()).toBe(codes[index] === 0);
    });
    imported += codes.filter((code) => code === 0).length;
  }
  expect((await stet.verb('verify', file)).code).toBe(0);
  expect(fs.readdirSync(stet.folder).filter((name) => !name.endsWith('.txt'))).toEqual(['Case.stet']);
  count('processes at once', { rounds: 5, processes: 30, saved: imported });
});

const MEDDLING: [name: string, meddle: (file: string, other: string) => void][] = [
  ['edited in place', (file, other) => fs.writeFileSync(file, other)],
  [
    'replaced by another file',
    (file, other) => {
      fs.writeFileSync(`${file}.other`, other);
      fs.renameSync(`${file}.other`, file);
    },
  ],
  ['deleted', (file) => fs.rmSync(file)],
];

for (const [name, meddle] of MEDDLING) {
  test(`a file that is ${name} while it is open: both versions are kept`, async ({ stet }) => {
    test.setTimeout(120_000);
    for (const ending of ['closed', 'killed'] as const) {
      const folder = stet.file(ending);
      fs.mkdirSync(folder);
      const file = await newCase(stet, path.join(folder, 'Case.stet'));
      const other = fs.readFileSync(file, 'utf8').replaceAll('"Case"', '"Their case"');
      const page = await opened(stet, file);
      expect(await record(page, 'Before')).toMatchObject({ ok: true });
      meddle(file, other);
      expect(await record(page, 'After')).toMatchObject({ ok: true });
      if (ending === 'closed') {
        await closeCase(page);
        await expect.poll(() => fs.existsSync(`${file}.lock`)).toBe(false);
      }
      await stet.kill();
      if (name === 'deleted') expect(fs.existsSync(file)).toBe(false);
      else expect(fs.readFileSync(file, 'utf8')).toBe(other);
      const files = fs.readdirSync(folder).map((each) => fs.readFileSync(path.join(folder, each), 'utf8'));
      for (const statement of ['Before', 'After'])
        expect(files.some((text) => text.includes(`"${statement}"`))).toBe(true);
      count('changed from outside', { cases: 1 });
    }
  });
}

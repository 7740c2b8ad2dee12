import { chromium, expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const out = path.resolve(import.meta.dirname, '../../out');

/** Where electron-builder's target `dir` puts the program. */
function packagedProgram(): string {
  const places: Partial<Record<NodeJS.Platform, string>> = {
    linux: 'linux-unpacked/stet',
    win32: 'win-unpacked/Stet.exe',
    darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/Stet.app/Contents/MacOS/Stet`,
  };
  return path.join(out, places[process.platform] ?? 'linux-unpacked/stet');
}

/** Chromium refuses to sandbox for root; nobody runs a released Stet as root. */
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

let home: string;
test.beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-packaged-'));
});
test.afterEach(() => {
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function run(args: string[]): { app: ChildProcess; ended: Promise<Ended>; said: () => string } {
  const app = spawn(packagedProgram(), [`--user-data-dir=${home}`, ...asRoot, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: home,
  });
  let out = '';
  let err = '';
  app.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  app.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    app.once('error', reject);
    app.once('close', (code) => resolve({ code, out, err }));
  });
  return { app, ended, said: () => err };
}

test('the packaged app opens its window and does the work', async () => {
  // With its fuses closed the app takes no inspector; Chromium's own port remains, in packages made for tests.
  const { app, ended, said } = run(['--remote-debugging-port=0']);
  const address = () => /DevTools listening on (ws:\S+)/.exec(said())?.[1];
  await expect.poll(address).toBeDefined();
  const browser = await chromium.connectOverCDP(address() ?? '');
  try {
    const [context] = browser.contexts();
    if (!context) throw new Error('The app has no window.');
    const window = context.pages()[0] ?? (await context.waitForEvent('page'));
    await expect(window).toHaveTitle(/Stet/);
    await window.getByRole('button', { name: 'Open the sample case' }).click();
    await window.locator('mark').first().click();
    await window.getByLabel('Notes').fill('Seen in the package.');
    await window.keyboard.press('Tab');
    await expect(window.getByText('Edited CHN-001 (notes)')).toBeVisible();
  } finally {
    await browser.close();
    app.kill();
    await ended;
  }
});

test('the packaged app understands the verbs, and prints', async () => {
  fs.writeFileSync(path.join(home, 'article.txt'), 'The mayor says that the bridge is safe.\n');
  const made = await run(['new', 'Case.stet', '--title', 'Bridge', '--document', 'article.txt']).ended;
  expect(made).toMatchObject({ code: 0, out: 'Created Case.stet\n' });
  const printed = await run(['export', 'Case.stet', '--to', 'report.pdf']).ended;
  expect(printed).toMatchObject({ code: 0, out: 'Wrote report.pdf\nRecorded in the case as R1\n' });
  // The library that writes it is in a file of its own, inside of the package.
  const word = await run(['export', 'Case.stet', '--to', 'report.docx']).ended;
  expect(word).toMatchObject({ code: 0, out: 'Wrote report.docx\nRecorded in the case as R2\n' });
  expect(fs.readFileSync(path.join(home, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const listed = await run(['list', 'None.stet', '--json']).ended;
  expect(listed.code).toBe(3);
  expect(listed.err).toContain('stet: None.stet: There is no file of that name');
});

test('the packaged app does not start with a debugging switch', async () => {
  for (const name of ['--remote-debugging-pipe', '--js-flags=--expose-gc']) {
    const { code, err } = await run([name]).ended;
    expect(code).toBe(2);
    expect(err).toContain('a released Stet does not start with');
  }
});

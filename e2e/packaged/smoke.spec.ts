import { chromium, expect, test, type Browser } from '@playwright/test';
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

let app: ChildProcess;
let browser: Browser;
let home: string;

test.beforeEach(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-packaged-'));
  // With its fuses closed the app takes no inspector; Chromium's own port remains, in packages made for tests.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = ['--remote-debugging-port=0', `--user-data-dir=${home}`, ...(asRoot ? ['--no-sandbox'] : [])];
  app = spawn(packagedProgram(), args, { stdio: ['ignore', 'inherit', 'pipe'] });
  browser = await chromium.connectOverCDP(await debuggerAddress(app));
});

test.afterEach(async () => {
  await browser.close();
  const ended = new Promise((resolve) => app.once('exit', resolve));
  app.kill();
  await ended;
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

function debuggerAddress(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    process.once('error', reject);
    process.once('exit', (code) => reject(new Error(`The app ended with code ${code}:\n${said}`)));
  });
}

test('the packaged app opens its window', async () => {
  const [context] = browser.contexts();
  if (!context) throw new Error('The app has no window.');
  const window = context.pages()[0] ?? (await context.waitForEvent('page'));
  await expect(window).toHaveTitle(/Stet/);
  await expect(window.locator('#root > *').first()).toBeVisible();
});

import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { appEnvironment, playwrightOptions } from '../scripts/launch.mjs';

export { expect };

export const root = path.resolve(import.meta.dirname, '..');

/** The app as a person has it: a data folder of its own, started, looked at, closed or killed, started again. */
export class Stet {
  /** Where preferences and the like go; new for every test. */
  readonly dataFolder: string;
  /** Where the person of this test keeps their files. */
  readonly folder: string;
  /** What the pages complained about. */
  readonly complaints: string[] = [];
  private app: ElectronApplication | null = null;

  constructor() {
    const place = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-e2e-'));
    this.dataFolder = path.join(place, 'data');
    this.folder = path.join(place, 'files');
    fs.mkdirSync(this.dataFolder);
    fs.mkdirSync(this.folder);
  }

  /** Starts the app with what a person would type after `stet`, and answers its first window. */
  async start(args: string[] = [], switches: string[] = []): Promise<Page> {
    const options = playwrightOptions(args, [`--user-data-dir=${this.dataFolder}`, ...switches]);
    this.app = await _electron.launch({
      ...options,
      // The app's own choice of light or dark is what is looked at, not Playwright's.
      colorScheme: null,
      env: appEnvironment() as Record<string, string>,
    });
    const page = await this.app.firstWindow();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    await expect(page.locator('h1')).toBeVisible();
    return page;
  }

  get electron(): ElectronApplication {
    if (!this.app) throw new Error('the app is not running');
    return this.app;
  }

  /** Closes the app as a person does, and waits until everything is written. */
  async close(): Promise<void> {
    // Kept until it is closed: one that hangs is ended when the test is over.
    await this.app?.close();
    this.app = null;
  }

  /** Ends every process of the app at once, as a crash or a power cut would. */
  async kill(): Promise<void> {
    const app = this.app;
    this.app = null;
    if (!app) return;
    const main = app.process();
    const ended = new Promise((resolve) => main.once('exit', resolve));
    // Its helpers outlive it for a moment otherwise, and go on writing into the data folder.
    const helpers = await app
      .evaluate((electron) => electron.app.getAppMetrics().map(({ pid }) => pid))
      .catch(() => []);
    main.kill('SIGKILL');
    for (const pid of helpers) killIfThere(pid);
    await ended;
    await app.close().catch(() => undefined);
  }

  /** Answers the system's next dialogs: "save as" with `save`, "open" with `open`, questions with button `button`. */
  async answerDialogs(answers: { save?: string; open?: string[]; button?: number }): Promise<void> {
    await this.electron.evaluate(({ dialog }, { save, open, button }) => {
      if (save !== undefined) dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
      if (open) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: open });
      if (button !== undefined) {
        dialog.showMessageBox = async () => ({ response: button, checkboxChecked: false });
        dialog.showMessageBoxSync = () => button;
      }
    }, answers);
  }

  /** A path in the person's folder. */
  file(name: string): string {
    return path.join(this.folder, name);
  }

  /** Runs a verb of the command line from source, as `npm run --silent stet -- …` does. */
  async verb(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, [path.join(root, 'scripts/stet.mjs'), ...args], {
      cwd: this.folder,
      env: { ...process.env, INIT_CWD: this.folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, out, err };
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already, as it should be.
  }
}

export const test = base.extend<{ stet: Stet }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern.
  stet: async ({}, use) => {
    const stet = new Stet();
    await use(stet);
    // Not closed: a form with words in it would ask before it goes.
    await stet.kill();
    // Helper processes of a killed app still write for a moment.
    fs.rmSync(path.dirname(stet.folder), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    expect(stet.complaints, 'what the pages complained about').toEqual([]);
  },
});

/** Opens the sample case from the welcome view. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  await expect(page.locator('[data-reader]')).toBeVisible();
}

/** Selects words in the reading column, as dragging over them with the mouse does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator('[data-reader]').evaluate((column, wanted) => {
    const at = (column.textContent ?? '').indexOf(wanted);
    if (at < 0) throw new Error(`not in the text: ${wanted}`);
    const point = (offset: number): [Node, number] => {
      const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (offset <= seen + length) return [node, offset - seen];
        seen += length;
      }
      return [column, column.childNodes.length];
    };
    const range = document.createRange();
    range.setStart(...point(at));
    range.setEnd(...point(at + wanted.length));
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    (column as HTMLElement).focus();
  }, words);
  await expect(page.getByRole('toolbar', { name: 'The selected words' })).toBeVisible();
}

/** A view of the rail. */
export async function show(
  page: Page,
  view: 'Document' | 'Board' | 'Sources' | 'Open points' | 'History' | 'Report',
): Promise<void> {
  const button = page.getByRole('navigation').getByRole('button', { name: view, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'page');
}

export const column = (page: Page, state: string) => page.locator(`[data-column="${state}"]`);

export const card = (page: Page, ref: string) => page.locator('[data-card]').filter({ hasText: ref });

/** Opens the worked example from the welcome view. */
export async function openWorkedExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the worked example' }).click();
  await expect(page.locator('[data-reader]')).toBeVisible();
}

/** Chooses one of a closed set, in the form or dialog that is open. */
export async function choose(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}

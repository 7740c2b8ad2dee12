import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expect, show, test, type Stet } from '../app.ts';
import { count } from './counts.ts';

/**
 * Reports of a large case leave while somebody works on it: nothing that a person sees or asks for waits noticeably long.
 * Run by scripts/large-report.mjs, which makes the case, on a machine that has nothing else to do: what others take from it
 * counts here, too. What is measured goes into its last lines.
 */

const CASE = process.env['STET_LARGE_CASE'] ?? '';
/** So long may a frame, an answer of main or main itself take meanwhile, in milliseconds. */
const LIMIT = 250;
/** So many allegations fit on paper: Chromium lays all pages out at once, and its memory ends at a few thousand pages. */
const ON_PAPER = Array.from({ length: 2_000 }, (_, at) => `LRG-${String(at + 1).padStart(3, '0')}`);
const EXPORTS = [
  ['json', 'json', null],
  ['csv', 'csv', null],
  ['md', 'md', null],
  ['html', 'html', null],
  ['docx', 'docx', null],
  ['pdf', 'pdf', ON_PAPER],
  ['pdf of all', 'pdf', null],
] as const;

interface Waits {
  /** Between two frames of the window. */
  frame: number;
  /** Until main answers the window. */
  answer: number;
  /** Between two turns of main's event loop that were to be 5 ms apart. */
  main: number;
}

/** Begins to measure, in the window and in main. */
async function watch(stet: Stet, page: Page): Promise<void> {
  await stet.electron.evaluate(() => {
    const world = globalThis as unknown as { stetMain: { longest: number; timer: NodeJS.Timeout } };
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      world.stetMain.longest = Math.max(world.stetMain.longest, now - last);
      last = now;
    }, 5);
    world.stetMain = { longest: 0, timer };
  });
  await page.evaluate(() => {
    const world = window as unknown as {
      stet: { trash: () => Promise<unknown> };
      stetWaits: { frame: number; answer: number; isOver: boolean };
    };
    const waits = { frame: 0, answer: 0, isOver: false };
    world.stetWaits = waits;
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      waits.frame = Math.max(waits.frame, now - last);
      last = now;
      if (!waits.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const ask = async (): Promise<void> => {
      const asked = performance.now();
      await world.stet.trash();
      waits.answer = Math.max(waits.answer, performance.now() - asked);
      if (!waits.isOver) setTimeout(() => void ask(), 10);
    };
    void ask();
  });
}

async function waited(stet: Stet, page: Page): Promise<Waits> {
  const { frame, answer } = await page.evaluate(() => {
    const { stetWaits } = window as unknown as {
      stetWaits: { frame: number; answer: number; isOver: boolean };
    };
    stetWaits.isOver = true;
    return stetWaits;
  });
  const main = await stet.electron.evaluate(() => {
    const { stetMain } = globalThis as unknown as { stetMain: { longest: number; timer: NodeJS.Timeout } };
    clearInterval(stetMain.timer);
    return stetMain.longest;
  });
  return { frame: Math.round(frame), answer: Math.round(answer), main: Math.round(main) };
}

interface Exported {
  ok: boolean;
  error?: { problem: { code: string } };
}

/** Exports as the button does, into the folder that the dialog was told to answer. */
function exported(page: Page, format: string, refs: readonly string[] | null): Promise<Exported> {
  return page.evaluate(
    (given) => {
      const { stet } = window as unknown as { stet: { exportReport: (input: object) => Promise<Exported> } };
      const scope = { refs: given.refs, words: '' };
      const wanted = { edition: 'checking', language: 'en', scope, exhibits: 'listed' };
      return stet.exportReport({ ...wanted, formats: [given.format] });
    },
    { format, refs },
  );
}

test('a large report leaves in every form, and the window does not freeze', async ({ stet }) => {
  test.setTimeout(40 * 60_000);
  const file = stet.file('Large.stet');
  fs.copyFileSync(CASE, file);
  const page = await stet.start([file]);
  await show(page, 'Board');
  await expect(page.locator('[data-card]').first()).toBeVisible({ timeout: 60_000 });
  // What goes on behind the opening is over: nothing of it is measured.
  await page.waitForTimeout(15_000);
  const found: Record<string, Waits> = {};
  await watch(stet, page);
  await page.waitForTimeout(5_000);
  found['nothing'] = await waited(stet, page);
  for (const [what, format, refs] of EXPORTS) {
    const folder = stet.file(what);
    fs.mkdirSync(folder);
    await stet.answerDialogs({ save: path.join(folder, `Large.${format}`) });
    const started = Date.now();
    await watch(stet, page);
    const done = await exported(page, format, refs);
    const waits = await waited(stet, page);
    const ms = Date.now() - started;
    found[what] = waits;
    const bytes = fs.readdirSync(folder).map((name) => fs.statSync(path.join(folder, name)).size);
    if (what === 'pdf of all') {
      // Chromium gives up on so many thousand pages. That is said, and leaves nothing.
      if (done.ok) expect(bytes).toHaveLength(1);
      else expect([done.error?.problem.code, bytes]).toEqual(['print-failed', []]);
    } else {
      expect(done, what).toMatchObject({ ok: true });
      expect(bytes).toHaveLength(1);
    }
    count(what, { ms, bytes: bytes[0] ?? 0, ...waits });
  }
  const late = Object.entries(found).filter(([, waits]) => Math.max(...Object.values(waits)) > LIMIT);
  expect(Object.fromEntries(late)).toEqual({});
});

import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Stet } from '../app.ts';
import { count } from './counts.ts';

/**
 * The app is killed with all its processes (kill -9) while edits are made as fast as it takes them, at a random moment
 * or in the middle of a snapshot. Every edit that was acknowledged to the page before is there afterwards.
 */

const TRIALS = Number(process.env['STET_KILLS'] ?? 200);
const ROUNDS = 10;
/** Edits asked for at the same time, so that they wait for each other and are grouped. */
const LANES = 3;

/** What the page was told is saved, by lane; the test hears of each before the next one is asked for. */
type Acknowledged = number[];

/** Makes edits in the page until it dies. `padding` is the length of the notes, in UTF-16 units. */
async function keepEditing(page: Page, trial: string, padding: number): Promise<Acknowledged> {
  const acknowledged: Acknowledged = Array.from({ length: LANES }, () => 0);
  await page.exposeFunction('stetSaved', (lane: number, edits: number) => void (acknowledged[lane] = edits));
  await page.evaluate(
    ({ name, lanes, length }) => {
      interface Page {
        stet: { run: (command: unknown) => Promise<{ ok: boolean; error?: unknown }> };
        stetSaved: (lane: number, edits: number) => Promise<void>;
      }
      const { stet, stetSaved } = window as unknown as Page;
      const edit = async (lane: number, number: number): Promise<void> => {
        const statement = `${name} ${lane}.${number}`;
        const done = await stet.run({
          type: 'record-allegation',
          statement,
          notes: '.'.repeat(length),
          passage: null,
        });
        if (!done.ok) throw new Error(`${statement} was refused: ${JSON.stringify(done.error)}`);
        await stetSaved(lane, number);
        await edit(lane, number + 1);
      };
      for (let lane = 0; lane < lanes; lane++) void edit(lane, 1);
    },
    { name: trial, lanes: LANES, length: padding },
  );
  return acknowledged;
}

/** Ends all processes of the app in this very moment. */
async function killNow(stet: Stet): Promise<void> {
  const { pid } = stet.electron.process();
  const ended = stet.kill();
  if (pid) process.kill(-pid, 'SIGKILL');
  await ended;
}

async function statementsIn(stet: Stet, file: string): Promise<string[]> {
  const { code, out, err } = await stet.verb('list', file, '--json');
  expect(code, err).toBe(0);
  return (JSON.parse(out) as { statement: string }[]).map(({ statement }) => statement);
}

/** All that was acknowledged is there, once; beyond it at most the one edit of each lane that was not answered yet. */
function hold(found: readonly string[], trial: string, acknowledged: Acknowledged): number {
  const ours = found.filter((statement) => statement.startsWith(`${trial} `));
  const owed = acknowledged.flatMap((edits, lane) =>
    Array.from({ length: edits }, (_, index) => `${trial} ${lane}.${index + 1}`),
  );
  const mayBe = acknowledged.map((edits, lane) => `${trial} ${lane}.${edits + 1}`);
  expect(
    owed.filter((statement) => !ours.includes(statement)),
    'acknowledged edits that are lost',
  ).toEqual([]);
  expect(ours.filter((statement) => !owed.includes(statement) && !mayBe.includes(statement))).toEqual([]);
  expect(new Set(ours).size, 'each edit is there once').toBe(ours.length);
  return owed.length;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

for (let round = 0; round < ROUNDS; round++) {
  const trials = Math.round(((round + 1) * TRIALS) / 2 / ROUNDS) - Math.round((round * TRIALS) / 2 / ROUNDS);

  test(`killed at any moment, ${trials} times (${round + 1})`, async ({ stet }) => {
    test.setTimeout(60_000 + trials * 30_000);
    const file = stet.file('Case.stet');
    expect((await stet.verb('new', file, '--title', 'Case')).code).toBe(0);
    let before: string[] = [];
    for (let trial = 0; trial < trials; trial++) {
      const page = await stet.start([file]);
      await expect(page.getByRole('navigation')).toBeVisible();
      const name = `T${trial}`;
      const acknowledged = await keepEditing(page, name, 200);
      await expect.poll(() => Math.min(...acknowledged)).toBeGreaterThan(0);
      await wait(Math.random() * 1000);
      await killNow(stet);
      const found = await statementsIn(stet, file);
      expect(found.slice(0, before.length), 'what was there before this trial').toEqual(before);
      count('kill', { trials: 1, edits: hold(found, name, acknowledged) });
      before = found;
    }
    const verified = await stet.verb('verify', file);
    expect(verified.code, verified.err).toBe(0);
  });

  test(`killed in the middle of a snapshot, ${trials} times (${round + 1})`, async ({ stet }) => {
    const large = process.env['STET_LARGE_CASE'] ?? '';
    test.skip(!large, 'needs the large case that scripts/durability.mjs makes');
    test.setTimeout(60_000 + trials * 60_000);
    const file = stet.file('Large.stet');
    for (let trial = 0; trial < trials;) {
      fs.copyFileSync(large, file);
      const page = await stet.start([file]);
      await expect(page.getByRole('navigation')).toBeVisible();
      const name = `T${trial}`;
      // Long notes: the journal grows until it has to be written into the case file, while edits go on.
      const acknowledged = await keepEditing(page, name, 45_000);
      await expect.poll(() => snapshots(stet), { intervals: [1], timeout: 60_000 }).toBe(1);
      await wait(Math.random() * 150);
      await killNow(stet);
      const halfway = snapshots(stet) === 1;
      const edits = hold(await statementsIn(stet, file), name, acknowledged);
      if (halfway) {
        count('snapshot', { trials: 1, edits });
        trial++;
      }
      for (const left of fs.readdirSync(stet.folder)) fs.rmSync(path.join(stet.folder, left));
    }
  });
}

/** How many snapshots are being written, or were when the app died. */
function snapshots(stet: Stet): number {
  return fs.readdirSync(stet.folder).filter((name) => /^\.Large\.stet\.[^.]+\.tmp$/u.test(name)).length;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Benchmark, Result, Target } from './benchmark.ts';
import { copyDurably } from './copy.ts';
import { canLook, usageOf, wasCalledWith, type Usage } from './processes.ts';
import { median, summary } from './statistics.ts';

const ROUNDS = 3;
const TARGET: Target = { sign: '≤', limit: 5 };
/** Settled is what used less than a twentieth of a processor for so long, and did not grow or shrink by a hundredth. */
const STILL_MS = 4_000;
const PATIENCE_MS = 180_000;

/** Memory of the app with a large case in its window, above that of an empty window, for each byte of the case. */
export const memory: Benchmark = {
  names: ['memory.100k'],
  async measure(bench) {
    const common = {
      unit: '×' as const,
      target: TARGET,
      runtime: `${bench.runtimes.electron}, with a window`,
    };
    if (!canLook) {
      const note = 'this system does not tell the memory of processes in /proc';
      return { 'memory.100k': { ...common, value: null, baseline: null, note } };
    }
    const folder = bench.newFolder();
    const caseFile = path.join(folder, 'case.stet');
    copyDurably(await bench.caseFile(100_000), caseFile);
    const bytes = fs.statSync(caseFile).size;
    const empty: Usage[] = [];
    const full: Usage[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      empty.push(await usageOfWindow(bench, path.join(bench.app.root, 'bench', 'empty-window')));
      full.push(await usageOfWindow(bench, bench.app.root, caseFile));
    }
    const counted = [...new Set([...empty, ...full].map((each) => each.counted))];
    const window = median(empty.map((each) => each.bytes));
    const values = full.map((each) => (each.bytes - window) / bytes);
    const app = median(full.map((each) => each.bytes));
    const result: Result = {
      ...common,
      value: median(values),
      baseline: { what: 'size of the case file' },
      ...summary(values),
      note: `${megabytes(app)} MB in all, less ${megabytes(window)} MB of an empty window, for a file of ${megabytes(bytes)} MB; counted as ${counted.join(' and ')}`,
      secondsOfProcessor: median(full.map((each) => each.seconds)),
    };
    return { 'memory.100k': result };
  },
};

/** Opens a window, waits until all is still, and ends it. */
async function usageOfWindow(bench: Bench, project: string, caseFile?: string): Promise<Usage> {
  const { app } = bench;
  const dataFolder = bench.newFolder();
  const own = caseFile === undefined ? [] : ['--', caseFile];
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...env } = process.env;
  const args = [...app.switches, `--user-data-dir=${dataFolder}`, project, ...own];
  const child = spawn(app.electron, args, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const stop = () => child.kill();
  process.once('exit', stop);
  const pid = child.pid ?? 0;
  try {
    const hasOpened = (): boolean =>
      wasCalledWith(pid, '--type=renderer') && (caseFile === undefined || remembers(dataFolder, caseFile));
    return await settledUsage(pid, hasOpened);
  } finally {
    stop();
    await ended;
    process.off('exit', stop);
  }
}

/** The app adds a case to its list of recent ones once it is open. */
function remembers(dataFolder: string, caseFile: string): boolean {
  try {
    const text = fs.readFileSync(path.join(dataFolder, 'preferences.json'), 'utf8');
    return text.includes(JSON.stringify(caseFile));
  } catch {
    return false;
  }
}

async function settledUsage(pid: number, hasOpened: () => boolean): Promise<Usage> {
  const patience = performance.now() + PATIENCE_MS;
  let before: Usage | null = null;
  while (performance.now() < patience) {
    await wait(STILL_MS);
    const now = usageOf(pid);
    if (now.processes === 0) throw new Error('the app ended before it could be measured');
    const isStill =
      before !== null &&
      now.seconds - before.seconds < (STILL_MS / 1000) * 0.05 &&
      Math.abs(now.bytes - before.bytes) < before.bytes * 0.01;
    if (isStill && hasOpened()) return now;
    before = now;
  }
  throw new Error('the app did not settle');
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

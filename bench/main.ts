import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { AppToMeasure, Result } from './benchmark.ts';
import { BENCHMARKS, chosen, isAsked } from './benchmarks.ts';
import { describeMachine } from './machine.ts';
import { resultsPage, tables } from './results-page.ts';
import { Run, writeCase } from './run.ts';
import { isMet } from './table.ts';
import { serveWorker, type Runtime } from './worker.ts';

/** What scripts/bench.mjs has found out about this checkout, as JSON in STET_BENCH. */
interface Given extends AppToMeasure {
  runtimes: Record<Runtime, string>;
  /** Where the person stood who called: paths are meant from there. */
  callerFolder: string;
}

const { values: asked } = parseArgs({
  options: {
    worker: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    results: { type: 'boolean', default: false },
    make: { type: 'string' },
    allegations: { type: 'string', default: '1000' },
  },
});

if (asked.worker !== undefined) {
  const benchmark = BENCHMARKS.find(({ job }) => job?.name === asked.worker);
  if (!benchmark?.job) throw new Error(`no job is called ${asked.worker}`);
  serveWorker(benchmark.job);
} else {
  const given = JSON.parse(process.env['STET_BENCH'] ?? '') as Given;
  process.exitCode = asked.make === undefined ? await runAll(given) : await make(asked.make, given);
}

async function make(name: string, { callerFolder }: Given): Promise<number> {
  const allegations = Number(asked.allegations);
  if (!Number.isInteger(allegations) || allegations < 1) {
    say('--allegations takes a whole number from 1 on');
    return 2;
  }
  const file = path.resolve(callerFolder, name);
  const written = await writeCase(file, allegations);
  if (!written.ok) {
    say(`${name} was not written: ${written.error.code}`);
    return 1;
  }
  const { size } = fs.statSync(file);
  say(`${name}: ${allegations} allegations, ${size} bytes, ${Math.round(size / allegations)} bytes each`);
  return 0;
}

async function runAll({ runtimes, callerFolder: _callerFolder, ...app }: Given): Promise<number> {
  const only = asked.only ?? null;
  if (asked.results && only !== null) {
    say('--results is a page about everything: it does not go with --only');
    return 2;
  }
  const benchmarks = chosen(only);
  if (benchmarks.length === 0) {
    const names = BENCHMARKS.flatMap((each) => each.names).join(', ');
    say(`Nothing is called ${only}. There are: ${names}`);
    return 2;
  }
  const run = new Run(app, runtimes, say);
  const results: Record<string, Result> = {};
  let failed = false;
  for (const benchmark of benchmarks) {
    const started = performance.now();
    let found: Record<string, Result>;
    try {
      found = await run.measure(benchmark);
    } catch (error) {
      // What took many minutes to measure is not lost with what could not be measured.
      failed = true;
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      found = Object.fromEntries(benchmark.names.map((name) => [name, failure]));
    }
    for (const [name, result] of Object.entries(found)) if (isAsked(name, only)) results[name] = result;
    say(`${benchmark.names[0]} … ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  if (asked.json) process.stdout.write(`${JSON.stringify(asJson(results), null, 2)}\n`);
  else process.stdout.write(`\n${tables(results)}\n`);
  if (asked.results) {
    const page = resultsPage(results, {
      machine: describeMachine(run.folder),
      runtimes: Object.values(runtimes),
      cases: run.made,
      on: new Date().toISOString().slice(0, 10),
    });
    fs.writeFileSync(path.join(app.root, 'bench', 'RESULTS.md'), page);
  }
  return failed ? 1 : 0;
}

/** In the place of a result where measuring failed. */
const failure: Result = {
  value: null,
  unit: 'ms',
  target: null,
  baseline: null,
  runtime: '',
  note: 'measuring failed',
};

/** Targets as people write them, and whether they are met. */
function asJson(results: Record<string, Result>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(results).map(([name, result]) => {
      const target = result.target && `${result.target.sign} ${result.target.limit}`;
      return [name, { ...result, target, met: isMet(result) }];
    }),
  );
}

/** On standard error: with --json, standard output holds one object and nothing else. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

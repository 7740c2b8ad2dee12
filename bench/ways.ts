import type { Bench, Benchmark, Result } from './benchmark.ts';
import { median, summary } from './statistics.ts';
import { savingJob, WAYS } from './ways/job.ts';

const ROUNDS = 7;
/** Those that rewrite everything are measured once a round, the others often, in turn among themselves. */
const TURNS = [
  [WAYS.filter(({ whole }) => !whole), 30],
  [WAYS.filter(({ whole }) => whole), 1],
] as const;

/** Every way of saving an edit beside the others, in one run and one runtime: what the table of the design says. */
export const comparisons: readonly Benchmark[] = [comparison('1k', 1_000), comparison('100k', 100_000)];

function comparison(size: string, allegations: number): Benchmark {
  const nameOf = (way: string): string => `ways.${way}.${size}`;
  return {
    names: WAYS.map(({ name }) => nameOf(name)),
    job: savingJob,
    async measure(bench) {
      const found = await compare(bench, allegations);
      return Object.fromEntries(Object.entries(found).map(([way, result]) => [nameOf(way), result]));
    },
  };
}

async function compare(bench: Bench, allegations: number): Promise<Record<string, Result>> {
  const worker = await bench.start(savingJob, 'node', {
    ways: WAYS.map(({ name }) => name),
    caseFile: await bench.caseFile(allegations),
    folder: bench.newFolder(),
    root: bench.app.root,
  });
  const durations = new Map<string, number[]>();
  const blocks = new Map<string, number[]>();
  let missing: Record<string, string> = {};
  for (let round = -1; round < ROUNDS; round++) {
    for (const [which, turns] of TURNS) {
      for (const [look, found] of [
        ['duration', durations],
        ['block', blocks],
      ] as const) {
        const answer = await worker.ask({ ways: which.map(({ name }) => name), turns, look });
        ({ missing } = answer);
        // The first round warms up.
        if (round < 0) continue;
        for (const [way, values] of Object.entries(answer.values))
          found.set(way, [...(found.get(way) ?? []), ...values]);
      }
    }
  }
  await worker.end();
  const limit = durations.get('append') ?? [];
  const results: Record<string, Result> = {};
  for (const { name, title, durable } of WAYS) {
    const common = { unit: 'ms' as const, target: null, runtime: bench.runtimes.node, title };
    const note = missing[name];
    if (note !== undefined) {
      results[name] = { ...common, value: null, baseline: null, note };
      continue;
    }
    const cost = summary(durations.get(name) ?? []);
    const block = summary(blocks.get(name) ?? []);
    results[name] = {
      ...common,
      value: cost.p50,
      baseline: { what: 'raw append + fsync', ...summary(limit) },
      ...cost,
      timesTheLimit: cost.p50 / median(limit),
      blockP50: block.p50,
      blockWorst: block.worst,
      durable,
    };
  }
  return results;
}

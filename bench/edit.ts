import { median } from './statistics.ts';
import { ratio, type Bench, type Benchmark, type Result, type Target } from './benchmark.ts';
import { number } from './table.ts';
import { savingJob } from './ways/job.ts';

const AT_MOST: Target = { sign: '≤', limit: 2.5 };
/** The first edits of a process wait for code to be compiled. */
const WARM_UP = 60;
const ROUNDS = 40;
const EDITS = 10;

/** What a durable edit costs, held against the least that it can cost on this disk; small case and large in turn. */
export const edit: Benchmark = {
  names: ['edit.1k', 'edit.100k', 'edit.growth'],
  job: savingJob,
  async measure(bench) {
    const small = await sized(bench, 1_000);
    const large = await sized(bench, 100_000);
    for (let round = 0; round < ROUNDS; round++) {
      await small.round();
      await large.round();
    }
    await small.end();
    await large.end();
    const grown: Result = ratio(
      large.commits,
      ['commit at 1,000', small.commits],
      { sign: '≤', limit: 1.3 },
      bench.runtimes.electron,
    );
    return { 'edit.1k': small.result(), 'edit.100k': large.result(), 'edit.growth': grown };
  },
};

async function sized(bench: Bench, allegations: number) {
  const ways = ['append', 'append-async', 'stet'];
  const worker = await bench.start(savingJob, 'electron', {
    ways,
    caseFile: await bench.caseFile(allegations),
    folder: bench.newFolder(),
    root: bench.app.root,
  });
  const look = async (turns: number): Promise<Record<string, number[]>> =>
    (await worker.ask({ ways, turns, look: 'duration' })).values;
  await look(WARM_UP);
  const appends: number[] = [];
  const notBlocking: number[] = [];
  const commits: number[] = [];
  return {
    commits,
    async round() {
      const { append: limit = [], 'append-async': other = [], stet = [] } = await look(EDITS);
      appends.push(...limit);
      notBlocking.push(...other);
      commits.push(...stet);
    },
    end: () => worker.end(),
    result: (): Result => ({
      ...ratio(commits, ['raw append + fsync', appends], AT_MOST, bench.runtimes.electron),
      note: `${number(median(commits) / median(notBlocking))} × against an append that does not hold up the event loop either`,
    }),
  };
}

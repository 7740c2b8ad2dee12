import { ratio, type Benchmark } from './benchmark.ts';
import { savingJob } from './ways/job.ts';

const ROUNDS = 7;
const COMMITS = 20;

/** How many commits of Stet one write of lowdb takes as long as. */
export const vsLowdb: Benchmark = {
  names: ['edit.vs-lowdb.100k'],
  job: savingJob,
  async measure(bench) {
    const worker = await bench.start(savingJob, 'electron', {
      ways: ['lowdb', 'stet'],
      caseFile: await bench.caseFile(100_000),
      folder: bench.newFolder(),
      root: bench.app.root,
    });
    const look = async (way: string, turns: number): Promise<number[]> =>
      (await worker.ask({ ways: [way], turns, look: 'duration' })).values[way] ?? [];
    await look('stet', COMMITS);
    await look('lowdb', 1);
    const writes: number[] = [];
    const commits: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      writes.push(...(await look('lowdb', 1)));
      commits.push(...(await look('stet', COMMITS)));
    }
    await worker.end();
    return {
      'edit.vs-lowdb.100k': ratio(
        writes,
        ['commit', commits],
        { sign: '≥', limit: 3_000 },
        bench.runtimes.electron,
      ),
    };
  },
};

import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Benchmark, Result } from './benchmark.ts';
import { copyDurably } from './copy.ts';
import { longestBlock } from './event-loop.ts';
import { summary } from './statistics.ts';
import { openStet } from './ways/stet.ts';
import type { Job } from './worker.ts';

const WARM_UP = 60;
const COMMITS = 300;
const SNAPSHOTS = 20;

/** `nothing` waits for as long as a commit takes: what it finds is the machine's own doing. */
type Operation = 'commit' | 'snapshot' | 'nothing';

/** Works on an open case, and tells for how long each operation held the event loop at most. */
const stallingJob: Job<{ caseFile: string; folder: string }, Operation, number> = {
  name: 'stalling',
  async begin({ caseFile, folder }) {
    const file = path.join(folder, 'case.stet');
    copyDurably(caseFile, file);
    const stet = await openStet(file);
    return {
      async answer(operation) {
        if (operation === 'nothing') return longestBlock(() => wait(2));
        if (operation === 'commit') return longestBlock(() => stet.edit());
        // Without an edit there would be nothing to write.
        await stet.edit();
        return longestBlock(() => stet.snapshot());
      },
      end: () => stet.end(),
    };
  },
};

/** How long main's event loop is held while a large case is saved: what a person feels as a window that sticks. */
export const stall: Benchmark = {
  names: ['stall.commit', 'stall.snapshot'],
  job: stallingJob,
  async measure(bench) {
    const worker = await bench.start(stallingJob, 'electron', {
      caseFile: await bench.caseFile(100_000),
      folder: bench.newFolder(),
    });
    const look = (operation: Operation): Promise<number> => worker.ask(operation);
    for (let count = 0; count < WARM_UP; count++) await look('commit');
    await look('snapshot');
    const commits: number[] = [];
    const snapshots: number[] = [];
    const idle: number[] = [];
    for (let count = 0; count < COMMITS; count++) {
      idle.push(await look('nothing'));
      commits.push(await look('commit'));
    }
    for (let count = 0; count < SNAPSHOTS; count++) snapshots.push(await look('snapshot'));
    await worker.end();
    const result = (blocks: number[], limit: number): Result => {
      const found = summary(blocks);
      const target = { sign: '≤' as const, limit };
      const baseline = { what: 'an event loop that waits for 2 ms', ...summary(idle) };
      return { value: found.p95, unit: 'ms', target, baseline, runtime: bench.runtimes.electron, ...found };
    };
    return { 'stall.commit': result(commits, 5), 'stall.snapshot': result(snapshots, 16) };
  },
};

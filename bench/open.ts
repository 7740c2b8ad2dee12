import fs from 'node:fs';
import path from 'node:path';
import { CaseStore } from '../electron/case-store/case-store.ts';
import { ratio, type Benchmark, type Target } from './benchmark.ts';
import { copyDurably } from './copy.ts';
import { collectGarbage, duration } from './event-loop.ts';
import type { Job } from './worker.ts';

interface Opening {
  read: number;
  open: number;
}

/** Opens a case file again and again, and reads and parses it in turn with that. */
const openingJob: Job<{ caseFile: string; folder: string }, 'open', Opening> = {
  name: 'opening',
  async begin({ caseFile, folder }) {
    const file = path.join(folder, 'case.stet');
    copyDurably(caseFile, file);
    return {
      async answer() {
        collectGarbage();
        const read = await duration(async () => JSON.parse(fs.readFileSync(file, 'utf8')) as unknown);
        collectGarbage();
        let store: CaseStore | undefined;
        const open = await duration(async () => {
          const opened = await CaseStore.open(file);
          if (!opened.ok) throw new Error(`the case does not open: ${opened.error.code}`);
          store = opened.value;
        });
        await store?.close();
        return { read, open };
      },
      end: async () => undefined,
    };
  },
};

/** From the file on the disk to a case that is checked and ready to answer. What is promised is the large case. */
export const openings: readonly Benchmark[] = [
  opening('open.1k', 1_000, 45, null),
  opening('open.10k', 10_000, 25, null),
  opening('open.100k', 100_000, 9, { sign: '≤', limit: 1.6 }),
];

function opening(name: string, allegations: number, samples: number, target: Target | null): Benchmark {
  return {
    names: [name],
    job: openingJob,
    async measure(bench) {
      const input = { caseFile: await bench.caseFile(allegations), folder: bench.newFolder() };
      const worker = await bench.start(openingJob, 'electron', input);
      await worker.ask('open');
      const found: Opening[] = [];
      for (let sample = 0; sample < samples; sample++) found.push(await worker.ask('open'));
      await worker.end();
      const opens = found.map((each) => each.open);
      const reads = found.map((each) => each.read);
      return { [name]: ratio(opens, ['readFile + JSON.parse', reads], target, bench.runtimes.electron) };
    },
  };
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CaseStore } from '../electron/case-store/case-store.ts';
import type { AppToMeasure, Bench, Benchmark, Result } from './benchmark.ts';
import { makeCase } from './make-case.ts';
import { startWorker, type Runtime, type Worker } from './worker.ts';

/** A case file that was made for a run, as the results tell of it. */
export interface MadeCase {
  allegations: number;
  bytes: number;
}

/** One run: its folder on the disk that is measured, the case files in it, and the processes that measure. */
export class Run implements Bench {
  /** On the same disk as the system's temporary files. */
  readonly folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'stet-bench-'));
  readonly made: MadeCase[] = [];
  private folders = 0;
  private files = new Map<number, string>();
  private workers: Worker<unknown, unknown>[] = [];

  constructor(
    readonly app: AppToMeasure,
    readonly runtimes: Bench['runtimes'],
    readonly say: (line: string) => void,
  ) {
    process.once('exit', () => fs.rmSync(this.folder, { recursive: true, force: true }));
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const) {
      process.once(signal, () => process.exit(code));
    }
  }

  newFolder = (): string => {
    const folder = path.join(this.folder, String(++this.folders));
    fs.mkdirSync(folder);
    return folder;
  };

  async caseFile(allegations: number): Promise<string> {
    const known = this.files.get(allegations);
    if (known !== undefined) return known;
    this.say(`Making a case of ${allegations.toLocaleString('en')} allegations …`);
    const file = path.join(this.newFolder(), 'case.stet');
    const written = await writeCase(file, allegations);
    if (!written.ok) throw new Error(`the case could not be written: ${written.error.code}`);
    this.made.push({ allegations, bytes: fs.statSync(file).size });
    this.files.set(allegations, file);
    return file;
  }

  start: Bench['start'] = async (job, runtime, input) => {
    const executable: Record<Runtime, string> = { electron: this.app.electron, node: process.execPath };
    const worker = await startWorker(job, runtime, executable[runtime], input);
    this.workers.push(worker as Worker<unknown, unknown>);
    return worker;
  };

  /** Measures, and leaves neither processes nor files of it behind, except the case files. */
  async measure(benchmark: Benchmark): Promise<Record<string, Result>> {
    try {
      return await benchmark.measure(this);
    } finally {
      for (const worker of this.workers.splice(0)) worker.kill();
      const kept = new Set([...this.files.values()].map((file) => path.basename(path.dirname(file))));
      for (const name of fs.readdirSync(this.folder)) {
        if (!kept.has(name)) fs.rmSync(path.join(this.folder, name), { recursive: true, force: true });
      }
    }
  }
}

/** Makes a case of so many allegations and writes it into a new file, as Stet would. */
export function writeCase(file: string, allegations: number): ReturnType<typeof CaseStore.create> {
  return CaseStore.create(file, makeCase(allegations));
}

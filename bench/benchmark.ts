import type { Job, Runtime, Worker } from './worker.ts';
import { summary, type Summary } from './statistics.ts';

/** What a number is held against. */
export interface Target {
  sign: '≤' | '≥';
  limit: number;
}

/** What the benchmark of one name found. Times are in milliseconds. */
export interface Result extends Partial<Summary> {
  /** What is held against the target; null when it could not be measured here, and `note` says why not. */
  value: number | null;
  /** `×` for a ratio to the baseline. */
  unit: '×' | 'ms';
  target: Target | null;
  /** What else was measured in the same run, in turn with it, to divide by. */
  baseline: ({ what: string } & Partial<Summary>) | null;
  runtime: string;
  note?: string;
  /** Whatever else is worth knowing, by name. */
  [detail: string]: unknown;
}

/** What a benchmark has to work with. */
export interface Bench {
  /** A case file of so many allegations, for looking at only; the same one for all benchmarks of a run. */
  caseFile(allegations: number): Promise<string>;
  /** A folder of its own for files, on the disk that is measured. Gone when the run ends. */
  newFolder(): string;
  /** Starts a process that carries out the benchmark's `job`. It is ended with the benchmark. */
  start<I, Q, A>(job: Job<I, Q, A>, runtime: Runtime, input: I): Promise<Worker<Q, A>>;
  readonly runtimes: Readonly<Record<Runtime, string>>;
  readonly app: AppToMeasure;
  /** Tells the person what goes on. */
  say(line: string): void;
}

/** How the app is started. */
export interface AppToMeasure {
  electron: string;
  /** The checkout. */
  root: string;
  /** Switches that Electron needs for this user. */
  switches: string[];
}

export interface Benchmark {
  /** The names it answers; `--only` takes one of them, or the first words of some. */
  readonly names: readonly string[];
  /** What its own processes do, if it has any. */
  readonly job?: Job<never, never, unknown>;
  /** Answers a result for every name. */
  readonly measure: (bench: Bench) => Promise<Record<string, Result>>;
}

/** The result of holding `values` against `baseline`, median against median. */
export function ratio(
  values: readonly number[],
  [what, baseline]: [string, readonly number[]],
  target: Target | null,
  runtime: string,
): Result {
  const measured = summary(values);
  const against = summary(baseline);
  return {
    value: measured.p50 / against.p50,
    unit: '×',
    target,
    baseline: { what, ...against },
    runtime,
    ...measured,
  };
}

import type { Benchmark } from './benchmark.ts';
import { edit } from './edit.ts';
import { memory } from './memory.ts';
import { openings } from './open.ts';
import { reports } from './report.ts';
import { stall } from './stall.ts';
import { vsLowdb } from './vs-lowdb.ts';
import { comparisons } from './ways.ts';

/** Everything that is measured: the list. A new benchmark is one file and one line here. */
export const BENCHMARKS: readonly Benchmark[] = [
  ...openings,
  edit,
  vsLowdb,
  stall,
  ...reports,
  memory,
  ...comparisons,
];

/** The benchmarks that answer `only`, a name or how some names begin; all of them without it. */
export function chosen(only: string | null): Benchmark[] {
  return BENCHMARKS.filter(({ names }) => names.some((name) => isAsked(name, only)));
}

/** Whether `only` asks for this name: `edit` for `edit.1k`, but `edit.1` for nothing. */
export function isAsked(name: string, only: string | null): boolean {
  return only === null || name === only || name.startsWith(`${only}.`);
}

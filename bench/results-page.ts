import type { Result } from './benchmark.ts';
import type { Machine } from './machine.ts';
import type { MadeCase } from './run.ts';
import { isMet, number, table } from './table.ts';
import { WAYS } from './ways/job.ts';

export type Results = Readonly<Record<string, Result>>;

/** The tables for people: what has a target, then the ways of saving side by side. Times in milliseconds. */
export function tables(results: Results): string {
  return [promised(results), compared(results)].filter((each) => each !== '').join('\n\n');
}

function promised(results: Results): string {
  const rows = Object.entries(results).filter(([name]) => !name.startsWith('ways.'));
  if (rows.length === 0) return '';
  const told = table(
    ['name', 'value', 'target', 'met', 'p50', 'p95', 'worst', 'baseline p50', 'samples'],
    rows.map(([name, result]) => [
      name,
      result.value === null ? '–' : `${number(result.value)} ${result.unit}`,
      result.target ? `${result.target.sign} ${result.target.limit.toLocaleString('en')}` : '–',
      { true: 'yes', false: 'no', null: '–' }[`${isMet(result)}`],
      number(result.p50),
      number(result.p95),
      number(result.worst),
      number(result.baseline?.p50),
      String(result.samples ?? '–'),
    ]),
  );
  const against = rows.flatMap(([name, { baseline }]) => (baseline ? [`${name}: ${baseline.what}`] : []));
  const notes = rows.flatMap(([name, { note }]) => (note === undefined ? [] : [`${name}: ${note}`]));
  const baselines = against.length > 0 ? [`Baselines: ${against.join(' · ')}.`] : [];
  return [told, ...baselines, ...notes].join('\n\n');
}

function compared(results: Results): string {
  const rows = WAYS.flatMap((way) => {
    const small = results[`ways.${way.name}.1k`];
    const large = results[`ways.${way.name}.100k`];
    if (!small && !large) return [];
    const missing = small?.note ?? large?.note;
    if (missing !== undefined) return [[way.title, `not to be had here: ${missing}`]];
    const cell = (result: Result | undefined, name: string): string =>
      number(result?.[name] as number | undefined);
    return [
      [
        way.title,
        way.durable ? 'yes' : 'no',
        cell(small, 'p50'),
        cell(small, 'timesTheLimit'),
        cell(large, 'p50'),
        cell(large, 'p95'),
        cell(large, 'timesTheLimit'),
        cell(small, 'blockP50'),
        cell(large, 'blockP50'),
        cell(large, 'blockWorst'),
      ],
    ];
  });
  if (rows.length === 0) return '';
  const head = [
    'one edit, saved by',
    'durable',
    'p50 at 1k',
    '× limit',
    'p50 at 100k',
    'p95 at 100k',
    '× limit',
    'block p50 at 1k',
    'block p50 at 100k',
    'worst block at 100k',
  ];
  return table(head, rows);
}

/** The page of results that is kept: machine, date, tables, how to repeat it. Nothing on it is written by hand. */
export function resultsPage(
  results: Results,
  about: { machine: Machine; runtimes: readonly string[]; cases: readonly MadeCase[]; on: string },
): string {
  const { machine, runtimes, cases, on } = about;
  const sizes = cases
    .toSorted((a, b) => a.allegations - b.allegations)
    .map(({ allegations, bytes }) => {
      const each = (bytes / allegations / 1000).toFixed(2);
      return `${allegations.toLocaleString('en')} allegations (${(bytes / 1e6).toFixed(1)} MB, ${each} kB each, evidence and history included)`;
    });
  return `# Results

Written by \`npm run bench -- --results\` on ${on}; not edited by hand. To repeat it, run that command on a machine that does nothing else. Every ratio is of medians measured in turn within one run; times are milliseconds.

- Processor: ${machine.processor}, ${machine.cores} cores; ${machine.memoryGigabytes} GB of memory
- System: ${machine.system}; files on ${machine.fileSystem}
- Runtimes: ${runtimes.join('; ')}
- Cases: ${sizes.join('; ')}

## Targets

Measured in ${results['open.100k']?.runtime ?? runtimes[0]}.

${promised(results)}

## Ways of saving one edit

Each in turn in one process of ${runtimes.at(-1)}; "limit" is the raw append. "Durable" is whether it is made so that an acknowledged edit survives a loss of power; that is not measured here. A block is the longest time that the edit holds the event loop.

${compared(results)}
`;
}

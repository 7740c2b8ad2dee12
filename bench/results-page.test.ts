import { expect, test } from 'vitest';
import { format } from 'prettier';
import type { Result } from './benchmark.ts';
import { resultsPage, tables } from './results-page.ts';

const RESULTS: Record<string, Result> = {
  'open.100k': {
    value: 1.5,
    unit: '×',
    target: { sign: '≤', limit: 1.6 },
    baseline: { what: 'readFile + JSON.parse', samples: 9, p50: 2000, p95: 2100, worst: 2100 },
    runtime: 'Electron 1.2.3',
    samples: 9,
    p50: 3000,
    p95: 3100,
    worst: 3100,
  },
  'memory.100k': {
    value: null,
    unit: '×',
    target: { sign: '≤', limit: 5 },
    baseline: null,
    runtime: '',
    note: 'no /proc',
  },
  'ways.append.1k': { ...way(0.2), timesTheLimit: 1 },
  'ways.append.100k': { ...way(0.3), timesTheLimit: 1 },
  'ways.sqlite-full.1k': { ...way(1), value: null, note: 'Cannot find module' },
};

function way(p50: number): Result {
  return {
    value: p50,
    unit: 'ms',
    target: null,
    baseline: null,
    runtime: '',
    p50,
    p95: 1,
    worst: 2,
    blockP50: 3,
    blockWorst: 4,
  };
}

const ABOUT = {
  machine: {
    processor: 'A processor',
    cores: 2,
    memoryGigabytes: 24,
    system: 'Linux 6 x64',
    fileSystem: 'ext4',
  },
  runtimes: ['Electron 1.2.3', 'Node.js 20'],
  cases: [
    { allegations: 100_000, bytes: 243_200_000 },
    { allegations: 1_000, bytes: 2_600_000 },
  ],
  on: '2026-11-24',
};

test('the page tells of machine, cases, what is met, what could not be measured and what is not to be had', () => {
  const page = resultsPage(RESULTS, ABOUT);
  expect(page).toContain('Processor: A processor, 2 cores; 24 GB of memory');
  expect(page).toContain('files on ext4');
  expect(page).toMatch(
    /1,000 allegations \(2\.6 MB, 2\.60 kB each.*; 100,000 allegations \(243\.2 MB, 2\.43 kB each/,
  );
  expect(page).toMatch(/open\.100k +\| +1\.50 × \| +≤ 1\.6 \| yes \| 3,000 \|/);
  expect(page).toMatch(/memory\.100k \| +– \| +≤ 5 \| +– \|/);
  expect(page).toContain('memory.100k: no /proc');
  expect(page).toMatch(/raw append \+ fsync +\| +yes \| +0\.200 \| +1\.00 \| +0\.300 \|/);
  expect(page).toContain('not to be had here: Cannot find module');
});

test('the page is formatted as all pages of the project are', async () => {
  const page = resultsPage(RESULTS, ABOUT);
  expect(await format(page, { parser: 'markdown', printWidth: 110, singleQuote: true })).toBe(page);
});

test('tables of what was not asked for are left out', () => {
  expect(tables({})).toBe('');
  expect(tables({ 'open.100k': RESULTS['open.100k'] as Result })).not.toContain('one edit');
});

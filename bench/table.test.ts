import { expect, test } from 'vitest';
import type { Result } from './benchmark.ts';
import { chosen, isAsked } from './benchmarks.ts';
import { isMet, number, table } from './table.ts';

test('a table has columns as wide as their widest cell, counted in characters', () => {
  expect(
    table(
      ['way', 'ms'],
      [
        ['снимок', '1.5'],
        ['a', '1,024'],
      ],
    ),
  ).toBe(['| way    |    ms |', '| ------ | ----: |', '| снимок |   1.5 |', '| a      | 1,024 |'].join('\n'));
});

test('numbers have three digits that count, and no more than four places', () => {
  expect([0, 0.12345, 0.00012, 1.6, 25.04, 1413.2, 10_800].map(number)).toEqual([
    '0',
    '0.123',
    '0.0001',
    '1.60',
    '25.0',
    '1,413',
    '10,800',
  ]);
  expect(number(undefined)).toBe('–');
});

test('a target is met at its limit, on its own side, and not by what was not measured', () => {
  const result = (value: number | null, sign: '≤' | '≥'): Result => ({
    value,
    unit: '×',
    target: { sign, limit: 2 },
    baseline: null,
    runtime: '',
  });
  expect([1, 2, 3].map((value) => isMet(result(value, '≤')))).toEqual([true, true, false]);
  expect([1, 2, 3].map((value) => isMet(result(value, '≥')))).toEqual([false, true, true]);
  expect(isMet(result(null, '≤'))).toBeNull();
  expect(isMet({ ...result(1, '≤'), target: null })).toBeNull();
});

test('a benchmark is asked for by its name, by the beginning of names, or with all others', () => {
  expect(isAsked('edit.100k', 'edit')).toBe(true);
  expect(isAsked('edit.100k', 'edit.100k')).toBe(true);
  expect(isAsked('edit.100k', 'edit.1')).toBe(false);
  expect(isAsked('edit.100k', 'stall')).toBe(false);
  expect(isAsked('edit.100k', null)).toBe(true);
  expect(chosen('edit').flatMap(({ names }) => names)).toEqual([
    'edit.1k',
    'edit.100k',
    'edit.growth',
    'edit.vs-lowdb.100k',
  ]);
  expect(chosen('nothing-of-that-name')).toEqual([]);
});

test('no two benchmarks answer the same name', () => {
  const names = chosen(null).flatMap((each) => each.names);
  expect(new Set(names).size).toBe(names.length);
});

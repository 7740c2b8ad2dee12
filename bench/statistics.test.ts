import { expect, test } from 'vitest';
import { median, quantile, summary } from './statistics.ts';

test('the quantile is a value that was measured, by nearest rank and whatever the order', () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect([0, 0.05, 0.06, 0.5, 0.95, 0.96, 1].map((share) => quantile(values, share))).toEqual([
    1, 1, 2, 10, 19, 20, 20,
  ]);
  expect(values[0]).toBe(20);
});

test('numbers are ordered as numbers', () => {
  expect(median([9, 10, 100])).toBe(10);
});

test('a summary tells how many there were and the worst of them', () => {
  expect(summary([3, 1, 2])).toEqual({ samples: 3, p50: 2, p95: 3, worst: 3 });
});

test('nothing measured is a mistake of the benchmark, not a zero', () => {
  expect(() => median([])).toThrow('nothing was measured');
});

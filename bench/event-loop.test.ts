import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { duration, longestBlock } from './event-loop.ts';

/** Holds the event loop up; answers for how long it really did, in milliseconds. */
function hold(milliseconds: number): number {
  const start = performance.now();
  while (performance.now() < start + milliseconds);
  return performance.now() - start;
}

test('a block at the beginning, in the middle or at the end of an operation is seen', async () => {
  const beginning = async () => {
    hold(40);
    await setTimeout(5);
  };
  const middle = async () => {
    await setTimeout(5);
    hold(40);
    await setTimeout(5);
  };
  const end = async () => {
    await setTimeout(5);
    hold(40);
  };
  for (const operation of [beginning, middle, end]) {
    expect(await longestBlock(operation)).toBeGreaterThanOrEqual(39.9);
  }
});

test('two blocks with a turn of the loop between them are not one', async () => {
  let held = 0;
  const block = await longestBlock(async () => {
    held += hold(60);
    await setTimeout(20);
    held += hold(60);
  });
  expect(block).toBeGreaterThanOrEqual(59.9);
  expect(block).toBeLessThan(held);
});

test('a duration counts waiting as well', async () => {
  expect(await duration(() => setTimeout(20))).toBeGreaterThanOrEqual(19);
});

test('an operation that fails is not measured', async () => {
  await expect(longestBlock(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

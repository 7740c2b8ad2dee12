import { expect, it } from 'vitest';
import { atOneGo } from './steps.ts';

it('takes every step and answers what the last one gives', () => {
  const taken: number[] = [];
  const answer = atOneGo(
    (function* () {
      for (const share of [0.5, 1]) {
        taken.push(share);
        yield share;
      }
      return 'done';
    })(),
  );
  expect(answer).toBe('done');
  expect(taken).toEqual([0.5, 1]);
});

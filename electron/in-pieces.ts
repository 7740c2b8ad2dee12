import { setImmediate, setTimeout } from 'node:timers/promises';

export interface Pieces {
  /** How long it may hold the event loop at a stretch, in milliseconds. */
  stretch: number;
  /** So many steps it takes without looking at the clock, which costs as much as a small one; 1 unless told. */
  atOnce?: number;
  /** How long it then leaves it to others, in milliseconds; without it they have one turn. */
  rest?: number;
  /** Told after each stretch how much is done, from 0 to 1. */
  onShare?: (share: number) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Carries out work that comes in small steps, and lets go of the event loop again and again. Answers what the steps
 * answer in the end; null when `signal` ended it.
 */
export async function inPieces<T>(
  steps: Generator<number, T>,
  { stretch, atOnce = 1, rest, onShare, signal }: Pieces,
): Promise<{ value: T } | null> {
  for (;;) {
    const until = performance.now() + stretch;
    let share = 0;
    for (let count = 0; count % atOnce !== 0 || performance.now() < until; count++) {
      const step = steps.next();
      if (step.done) return { value: step.value };
      share = step.value;
    }
    onShare?.(share);
    await (rest === undefined ? setImmediate() : setTimeout(rest));
    if (signal?.aborted) return null;
  }
}

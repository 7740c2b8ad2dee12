import { setImmediate as immediate } from 'node:timers/promises';

/**
 * How long the event loop was held at a stretch while `operation` ran, in milliseconds, at most. Between any two turns
 * of the loop a callback looks at the clock; perf_hooks' own monitor sees nothing below a millisecond.
 */
export async function longestBlock(operation: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let over = false;
  let last = 0;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setImmediate(look);
  };
  await immediate();
  last = performance.now();
  setImmediate(look);
  try {
    await operation();
  } finally {
    over = true;
  }
  // The turn in which the operation ended is looked at as well.
  await immediate();
  return longest;
}

/** How long `operation` took, in milliseconds. */
export async function duration(operation: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await operation();
  return performance.now() - started;
}

/** Leaves no rubbish of others behind for whoever is measured next, where the runtime can be told so. */
export function collectGarbage(): void {
  globalThis.gc?.();
}

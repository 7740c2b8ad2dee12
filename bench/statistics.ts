/** What is told of many measurements of one thing. */
export interface Summary {
  samples: number;
  p50: number;
  p95: number;
  worst: number;
}

/** The smallest of `values` that is not below `share` (0 to 1) of them: nearest rank, so always one that was measured. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function summary(values: readonly number[]): Summary {
  return {
    samples: values.length,
    p50: median(values),
    p95: quantile(values, 0.95),
    worst: quantile(values, 1),
  };
}

import { useEffect, useState } from 'react';
import { compareTexts } from '../../../shared/text/compare.ts';
import { rowsOf, type Row } from './comparison.ts';

/** Two texts compared, as rows; undefined until they are. */
export function useComparison(before: string, after: string): Row[] | undefined {
  const [rows, setRows] = useState<Row[]>();
  useEffect(() => {
    const here = (): void => setRows(rowsOf(before, after, compareTexts(before, after)));
    // jsdom, where components are tested, has no workers.
    if (typeof Worker === 'undefined') return here();
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Row[]>) => setRows(data));
    // Late is better than never.
    worker.addEventListener('error', here);
    worker.postMessage({ before, after });
    return () => worker.terminate();
  }, [before, after]);
  return rows;
}

import type { AllegationRow } from '../shared/queries/rows.ts';
import { api } from './api.ts';

/** What is over by then needs no word about its progress; in milliseconds. */
const PATIENCE = 300;

/**
 * Fetches the rows of the case that was just opened, piece by piece. When that takes long, `onProgress` is
 * told how many there are so far and answers whether to go on. Null when it was ended.
 */
export async function loadRows(onProgress: (done: number) => boolean): Promise<AllegationRow[] | null> {
  const rows: AllegationRow[] = [];
  const decoder = new TextDecoder();
  const began = performance.now();
  for (;;) {
    const piece = JSON.parse(decoder.decode(await api.moreRows(undefined))) as AllegationRow[];
    if (piece.length === 0) return rows;
    rows.push(...piece);
    if (performance.now() - began > PATIENCE && !onProgress(rows.length)) return null;
  }
}

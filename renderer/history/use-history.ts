import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryLine } from '../../shared/queries/history.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';

const PAGE = 200;

interface ReadHistory {
  lines: readonly HistoryLine[];
  /** Reads on, if there is more. */
  more: () => void;
}

/** The history of an allegation, or of the whole case a page at a time; kept up with what happens meanwhile. */
export function useHistory(allegationId: string | null): ReadHistory {
  const revision = useWindow((state) => state.revision);
  const [lines, setLines] = useState<readonly HistoryLine[]>([]);
  const reading = useRef(false);
  const ended = useRef(false);

  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const newest = allegationId
        ? ((await api.details({ id: allegationId }))?.history ?? [])
        : await api.history({ limit: PAGE });
      if (!current) return;
      ended.current = allegationId !== null;
      setLines((before) => {
        if (allegationId !== null) return newest;
        const fresh = new Set(newest.map(({ id }) => id));
        // What was read on before stays, if it joins.
        const joins = before.findIndex(({ id }) => id === newest.at(-1)?.id);
        return joins < 0 ? newest : [...newest, ...before.slice(joins).filter(({ id }) => !fresh.has(id))];
      });
    };
    void read();
    return () => {
      current = false;
    };
  }, [allegationId, revision]);

  const last = lines.at(-1)?.id;
  const more = useCallback(() => {
    if (allegationId !== null || last === undefined || reading.current || ended.current) return;
    reading.current = true;
    void api.history({ before: last, limit: PAGE }).then((older) => {
      reading.current = false;
      ended.current = older.length === 0;
      if (older.length > 0)
        setLines((before) => (before.at(-1)?.id === last ? [...before, ...older] : before));
    });
  }, [allegationId, last]);
  return { lines, more };
}

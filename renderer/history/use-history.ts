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

/** What was read so far: of one allegation, all of it; of the case (null), from the newest down. */
interface Read {
  of: string | null;
  lines: readonly HistoryLine[];
  ended: boolean;
}

/** The history of an allegation, or of the whole case a page at a time; kept up with what happens meanwhile. */
export function useHistory(allegationId: string | null): ReadHistory {
  const revision = useWindow((state) => state.revision);
  const [read, setRead] = useState<Read>({ of: allegationId, lines: [], ended: false });
  const reading = useRef(false);

  useEffect(() => {
    let current = true;
    const readNewest = async (): Promise<void> => {
      const newest =
        allegationId === null
          ? await api.history({ limit: PAGE })
          : ((await api.details({ id: allegationId }))?.history ?? []);
      if (current) setRead((before) => joined(before, allegationId, newest));
    };
    void readNewest();
    return () => {
      current = false;
    };
  }, [allegationId, revision]);

  const { of, lines, ended } = read;
  const last = lines.at(-1)?.id;
  const more = useCallback(() => {
    if (allegationId !== null || of !== null || last === undefined || ended || reading.current) return;
    reading.current = true;
    void api.history({ before: last, limit: PAGE }).then((older) => {
      reading.current = false;
      setRead((before) => {
        if (before.of !== null || before.lines.at(-1)?.id !== last) return before;
        return { of: null, lines: [...before.lines, ...older], ended: older.length === 0 };
      });
    });
  }, [allegationId, of, last, ended]);
  return { lines: of === allegationId ? lines : [], more };
}

/** The newest lines, with what was read on of the same history before, where the two join. */
function joined(before: Read, of: string | null, newest: readonly HistoryLine[]): Read {
  if (of !== null) return { of, lines: newest, ended: true };
  const joint = before.of === null ? before.lines.findIndex(({ id }) => id === newest.at(-1)?.id) : -1;
  if (joint < 0) return { of, lines: newest, ended: newest.length < PAGE };
  return { of, lines: [...newest, ...before.lines.slice(joint + 1)], ended: before.ended };
}

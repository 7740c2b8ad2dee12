import { useEffect, useRef, useState } from 'react';
import type { OpenPoints } from '../../shared/queries/open-points.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';

const MINUTE = 60_000;
/** Main is asked again only after this many times as long as its last answer took: in a case of 100,000 it is work. */
const PATIENCE = 4;
const MOST_PATIENCE = 5_000;

/** What waits for somebody; asked again after every change and, since deadlines pass by themselves, every minute. */
export function useOpenPoints(): OpenPoints | undefined {
  const revision = useWindow((state) => state.revision);
  const [minute, setMinute] = useState(0);
  const [points, setPoints] = useState<OpenPoints>();
  const pause = useRef(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((count) => count + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const began = performance.now();
      const answer = await api.openPoints(undefined);
      pause.current = Math.min(MOST_PATIENCE, PATIENCE * (performance.now() - began));
      if (current) setPoints(answer);
    };
    const timer = setTimeout(() => void ask(), pause.current);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [revision, minute]);
  return points;
}

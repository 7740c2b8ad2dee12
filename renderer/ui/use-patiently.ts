import { useEffect, useRef, useState } from 'react';

/** Main is asked again only after this many times as long as its last answer took: in a large case it is work. */
const PATIENCE = 4;
/** The longest wait, in milliseconds. */
const MOST_PATIENCE = 5_000;

/**
 * As `useAsked`, for what takes main long: of questions that come in quick succession only the last one is asked, the
 * later the longer the last answer took. Until the answer is there the last one to the same `key` stays.
 */
export function usePatiently<T>(key: string, ask: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const [answer, setAnswer] = useState<{ key: string; value: T }>();
  const pause = useRef({ key, time: 0 });
  useEffect(() => {
    let current = true;
    const now = async (): Promise<void> => {
      const began = performance.now();
      const value = await ask();
      pause.current = { key, time: Math.min(MOST_PATIENCE, PATIENCE * (performance.now() - began)) };
      if (current) setAnswer({ key, value });
    };
    const timer = setTimeout(() => void now(), pause.current.key === key ? pause.current.time : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // What is asked follows from `key` and `deps`; the function itself is new with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, ...deps]);
  return answer?.key === key ? answer.value : undefined;
}

import { useEffect, useState } from 'react';

/**
 * What main answers to a question, asked again when `deps` change. Until the answer is there the last one stays, unless
 * `key` changed: then it was the answer to something else. `undefined` while nothing is known.
 */
export function useAsked<T>(
  key: string,
  ask: () => Promise<T>,
  deps: readonly unknown[] = [],
): T | undefined {
  const [answer, setAnswer] = useState<{ key: string; value: T }>();
  useEffect(() => {
    let current = true;
    ask().then(
      (value) => current && setAnswer({ key, value }),
      (error: unknown) => {
        throw error;
      },
    );
    return () => {
      current = false;
    };
    // What is asked follows from `key` and `deps`; the function itself is new with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, ...deps]);
  return answer?.key === key ? answer.value : undefined;
}

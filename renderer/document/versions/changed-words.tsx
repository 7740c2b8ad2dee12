import { useMemo } from 'react';
import { compareWords } from '../../../shared/text/compare-words.ts';
import type { Run } from './comparison.ts';
import { MarkedRun } from './marked-run.tsx';

/** Words and what became of them, in one line of text: what went out and what came in stand beside one another. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  const runs = useMemo((): Run[] => {
    const parts = compareWords(before, after);
    if (!parts)
      return [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
    return parts.map(({ kind, before: was, after: is }) => ({
      kind,
      text: kind === 'removed' ? before.slice(was?.start, was?.end) : after.slice(is?.start, is?.end),
    }));
  }, [before, after]);
  return runs.map((run, index) => <MarkedRun key={index} run={run} />);
}

import { startTransition, useEffect, useMemo, useState } from 'react';
import { coverageOf, type Coverage } from '../../../shared/reading/coverage.ts';
import { accountedFor, type DocumentView } from '../../../shared/queries/document-view.ts';
import { countSentences, type Countable, type Counted, type Hint } from './counting.ts';
import type { Reading } from './reading.ts';
import type { SentencePlace } from './sentence-places.ts';

/** How far a sentence is accounted for; null for what nobody has to check. */
export type Cover = Coverage['sentences'][number];

/** What of a document is accounted for, and what is worth checking next. */
export interface Account {
  sentences: readonly SentencePlace[];
  coverage: Coverage;
  /** In the order of the text: untouched, and not turned down. */
  hints: readonly Hint[];
}

/** A text longer than this, in UTF-16 units, is shown first and counted in a worker meanwhile. */
const AT_ONCE = 200_000;

/** The account of a document; null until a long one is counted. */
export function useAccount(reading: Reading, view: DocumentView): Account | null {
  const short = reading.text.length <= AT_ONCE;
  const now = useMemo(() => (short ? countSentences(reading) : null), [reading, short]);
  const [later, setLater] = useState<{ of: Reading; counted: Counted } | null>(null);
  useEffect(() => {
    if (short) return;
    const worker = new Worker(new URL('./count-sentences.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
      worker.terminate();
      const counted = JSON.parse(data) as Counted;
      startTransition(() => setLater({ of: reading, counted }));
    });
    const { text, blocks, language } = reading;
    worker.postMessage({ text, blocks, language } satisfies Countable);
    return () => worker.terminate();
  }, [reading, short]);
  const counted = now ?? (later?.of === reading ? later.counted : null);
  const { passages, marks } = view;
  return useMemo(() => {
    if (!counted) return null;
    const { sentences, hints } = counted;
    const coverage = coverageOf(reading.text, sentences, accountedFor({ passages, marks }));
    return { sentences, coverage, hints: openHints(hints, coverage, marks) };
  }, [counted, reading, passages, marks]);
}

function openHints(hints: readonly Hint[], coverage: Coverage, marks: DocumentView['marks']): Hint[] {
  const dismissed = marks.filter(({ kind }) => kind === 'dismissed');
  return hints.filter(
    ({ sentence, start, end }) =>
      coverage.sentences[sentence] === 'untouched' &&
      !dismissed.some((mark) => mark.start < end && mark.end > start),
  );
}

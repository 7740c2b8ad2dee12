import type { Sentence } from '../../../shared/text/sentences.ts';
import { lastFrom } from './reading.ts';

/** A sentence of the document; `start` and `end` count code points as everywhere, `from` and `to` UTF-16 units. */
export interface SentencePlace extends Sentence {
  from: number;
  to: number;
}

/** The number of the sentence at a place of the text, or else of the one before it; null when there is none. */
export function sentenceAt(sentences: readonly SentencePlace[], unit: number): number | null {
  if (sentences.length === 0) return null;
  return Math.max(
    0,
    lastFrom(sentences.length, (at) => (sentences[at]?.from ?? 0) <= unit),
  );
}

/** The numbers of the sentences that lie in a stretch at least in part, as the first one and the one after the last. */
export function sentencesWithin(
  sentences: readonly SentencePlace[],
  from: number,
  to: number,
): [number, number] {
  const first = lastFrom(sentences.length, (at) => (sentences[at]?.to ?? 0) <= from) + 1;
  const last = lastFrom(sentences.length, (at) => (sentences[at]?.from ?? 0) < to) + 1;
  return [first, Math.max(first, last)];
}

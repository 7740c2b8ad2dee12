import type { Block } from '../../../shared/case/document.ts';
import { positionsOf } from '../../../shared/reading/positions.ts';
import { suggestionsFor, type Suggestion } from '../../../shared/reading/suggestions.ts';
import { sentencesOf } from '../../../shared/text/sentences.ts';
import type { SentencePlace } from './sentence-places.ts';

/** What a text is counted by. */
export interface Countable {
  text: string;
  blocks: readonly Block[];
  language: string | null;
}

/** The sentences of a text, and which of them are worth checking. */
export interface Counted {
  sentences: readonly SentencePlace[];
  suggestions: readonly Suggestion[];
}

/** Counts a text. Takes seconds for a thousand pages. */
export function countSentences({ text, blocks, language }: Countable): Counted {
  const positions = positionsOf(text);
  const sentences = sentencesOf(text, blocks, language);
  return {
    sentences: sentences.map((sentence) => ({
      ...sentence,
      from: positions.toUnits(sentence.start),
      to: positions.toUnits(sentence.end),
    })),
    suggestions: suggestionsFor(text, sentences, language),
  };
}

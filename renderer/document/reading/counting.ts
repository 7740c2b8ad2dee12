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

/** A sentence that is worth checking, by its number. */
export interface Hint extends Suggestion {
  sentence: number;
}

/** The sentences of a text, and which of them are worth checking, both in the order of the text. */
export interface Counted {
  sentences: readonly SentencePlace[];
  hints: readonly Hint[];
}

/** Counts a text. Takes seconds for a thousand pages. */
export function countSentences({ text, blocks, language }: Countable): Counted {
  const positions = positionsOf(text);
  const sentences = sentencesOf(text, blocks, language);
  const byStart = new Map(sentences.map(({ start }, index) => [start, index]));
  const hints = suggestionsFor(text, sentences, language).flatMap((suggestion): Hint[] => {
    const sentence = byStart.get(suggestion.start);
    return sentence === undefined ? [] : [{ ...suggestion, sentence }];
  });
  return {
    sentences: sentences.map((sentence) => ({
      ...sentence,
      from: positions.toUnits(sentence.start),
      to: positions.toUnits(sentence.end),
    })),
    hints: hints.sort((a, b) => a.sentence - b.sentence),
  };
}

import { positionsOf } from '../reading/positions.ts';
import { apartFrom } from '../reading/span.ts';
import { languageOf } from '../text/language.ts';
import { answeredIn, quotedIn } from './quoted.ts';
import { isMild, type WordingReason } from './reasons.ts';
import { spacedFinder, type Finder } from './spaced.ts';
import { termList } from './term-list.ts';
import { unspacedFinder } from './unspaced.ts';

/** A word that says more than is known, in code points of the text, `end` exclusive. */
export interface Flag {
  start: number;
  end: number;
  /** As it is written. */
  term: string;
  reason: WordingReason;
  /** What could stand there instead, in the language of the text; none where leaving it out is best. */
  suggestions: readonly string[];
  /** Whether it is a matter of tone only. */
  mild: boolean;
}

/** Made once for each language: what a language has no list for is null. */
const finders = new Map<string, Finder | null>();

function finderFor(language: string): Finder | null {
  const known = finders.get(language);
  if (known !== undefined) return known;
  const list = termList(language);
  const finder = list && (list.spaced ? spacedFinder(list) : unspacedFinder(list));
  finders.set(language, finder);
  return finder;
}

/**
 * The words of a text that say more than a report knows, in order and apart. It is advice: a word can be right where it
 * stands. What is in quotation marks somebody said, and is left alone.
 *
 * `language` is a BCP 47 tag; where it is null, or the text is not in its script, the language is told by the text
 * (text/language.ts). Nothing is found in a language without a list, nor where the language cannot be told.
 */
export function checkWording(text: string, language: string | null): Flag[] {
  const told = languageOf(language, text);
  const found = (told === null ? null : finderFor(told))?.(text) ?? [];
  if (found.length === 0) return [];
  const unquoted = apartFrom(answeredIn(text), apartFrom(quotedIn(text), found));
  const { toPoints } = positionsOf(text);
  return unquoted.map(({ start, end, term: { reason, suggestions } }) => ({
    start: toPoints(start),
    end: toPoints(end),
    term: text.slice(start, end),
    reason,
    suggestions,
    mild: isMild(reason),
  }));
}

import type { Span } from '../reading/span.ts';
import type { Term, TermList } from './term-list.ts';
import { isJoined, phraseOf, standsAt, tokensOf, type Phrase, type Tokens } from './tokens.ts';

/** A word of a list in a text, in UTF-16 units. */
export interface Found extends Span {
  term: Term;
}

/** Finds the words of a list in a text; in order and apart. */
export type Finder = (text: string) => Found[];

/** So many words before a term, and after it, are looked at for one that shows that nobody asserts it. */
const BEFORE = 4;
const AFTER = 3;
/** So many letters lead to the forms that go on with any ending. */
const LEAD = 3;
/** What ends a sentence, or parts one from a heading; only the signs of a question say that nothing is asserted. */
const SENTENCE_END = /[.!?…。！？؟\n]/g;
const QUESTION = '?？؟';

interface Compiled {
  term: Term;
  phrase: Phrase;
  unless: readonly Phrase[];
}

const NONE: readonly Compiled[] = [];

/** The finder of a language whose words stand apart. */
export function spacedFinder(list: TermList): Finder {
  const whole = new Map<string, Compiled[]>();
  const open = new Map<string, Compiled[]>();
  for (const term of list.terms) {
    const unless = term.unless.map(phraseOf);
    for (const form of term.forms) {
      const phrase = phraseOf(form);
      const [first] = phrase.words;
      if (!first) continue;
      const [index, key] = first.open ? [open, first.word.slice(0, LEAD)] : [whole, first.word];
      index.set(key, [...(index.get(key) ?? []), { term, phrase, unless }]);
    }
  }
  const prefixes = list.prefixes.flatMap((prefix) => phraseOf(prefix).words.map(({ word }) => word));
  const isAsserted = assertedIn(list.unasserted);

  /** The longest form that stands at a word; `first` is the word or, without a prefix, the rest of it. */
  const longestOf = (tokens: Tokens, at: number, first: string): Compiled | null => {
    let longest: Compiled | null = null;
    for (const index of [whole.get(first), open.get(first.slice(0, LEAD))])
      for (const each of index ?? NONE)
        if (
          each.phrase.words.length > (longest?.phrase.words.length ?? 0) &&
          standsAt(tokens, at, each.phrase, first)
        )
          longest = each;
    return longest;
  };
  const longestAt = (tokens: Tokens, at: number): Compiled | null => {
    const word = tokens.words[at] ?? '';
    let longest = longestOf(tokens, at, word);
    for (const prefix of prefixes)
      if (longest === null && word.startsWith(prefix))
        longest = longestOf(tokens, at, word.slice(prefix.length));
    return longest;
  };

  return (text) => {
    const tokens = tokensOf(text);
    const found: Found[] = [];
    for (let at = 0; at < tokens.words.length; at++) {
      const match = longestAt(tokens, at);
      if (!match) continue;
      const last = at + match.phrase.words.length - 1;
      const meant =
        !match.unless.some((phrase) => covers(tokens, phrase, at, last)) &&
        (!match.term.onlyAsserted || isAsserted(tokens, at, last));
      if (meant) found.push({ start: tokens.starts[at] ?? 0, end: tokens.ends[last] ?? 0, term: match.term });
      at = last;
    }
    return found;
  };
}

/** Whether a phrase stands anywhere around the words from `first` to `last`. */
function covers(tokens: Tokens, phrase: Phrase, first: number, last: number): boolean {
  for (let at = Math.max(0, last - phrase.words.length + 1); at <= first; at++)
    if (standsAt(tokens, at, phrase)) return true;
  return false;
}

/** Whether what stands from one word to another is asserted: not asked, not denied, not left open. */
function assertedIn({
  before,
  after,
  ends,
}: TermList['unasserted']): (tokens: Tokens, first: number, last: number) => boolean {
  const [leading, following, ending] = [before.map(phraseOf), after.map(phraseOf), ends.map(phraseOf)];
  const standsOne = (tokens: Tokens, at: number, phrases: readonly Phrase[]): boolean =>
    phrases.some((phrase) => standsAt(tokens, at, phrase));
  return (tokens, first, last) => {
    for (let at = first; at > 0 && first - at < BEFORE && isJoined(tokens, at, false); at--) {
      if (standsOne(tokens, at - 1, leading)) return false;
      if (standsOne(tokens, at - 1, ending)) break;
    }
    for (
      let at = last + 1;
      at - last <= AFTER && at < tokens.words.length && isJoined(tokens, at, false);
      at++
    ) {
      if (standsOne(tokens, at, following)) return false;
      if (standsOne(tokens, at, ending)) break;
    }
    return !isAsked(tokens.text, tokens.ends[last] ?? 0);
  };
}

/** Whether the sentence that goes on at `from` is a question. */
export function isAsked(text: string, from: number): boolean {
  SENTENCE_END.lastIndex = from;
  const end = SENTENCE_END.exec(text)?.[0];
  return end !== undefined && QUESTION.includes(end);
}

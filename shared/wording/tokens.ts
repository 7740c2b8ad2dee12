import { fold } from '../text/fold.ts';

/** The words of a text where words stand apart: where each is, in UTF-16 units, and how it is compared. */
export interface Tokens {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Folded. */
  readonly words: readonly string[];
}

/** Letters with their marks; what is not seen within a word (soft hyphens, joiners) is a part of it. */
const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+/gu;
const UNSEEN = /[\u00ad\u200c\u200d]/g;
const ASCII = /^[ -~\s]*$/;
const ASCII_WORD = /[a-z0-9]+/g;
/** What may stand between the words of a phrase. */
const JOINS = /^[\s\u00a0'’ʼ\u2010\u2011-]*$/;
const JOINS_OR_COMMA = /^[\s\u00a0'’ʼ\u2010\u2011,،-]*$/;

export function tokensOf(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: string[] = [];
  // Folding costs more than all else, and of ASCII it is lower case and nothing more.
  const plain = ASCII.test(text);
  for (const { 0: word, index } of plain ? text.toLowerCase().matchAll(ASCII_WORD) : text.matchAll(WORD)) {
    starts.push(index);
    ends.push(index + word.length);
    words.push(plain ? word : ASCII.test(word) ? word.toLowerCase() : fold(word.replace(UNSEEN, '')));
  }
  return { text, starts, ends, words };
}

/** Whether nothing but white space, a hyphen or an apostrophe parts a word from the one before; a comma if it may. */
export function isJoined({ text, starts, ends }: Tokens, at: number, comma: boolean): boolean {
  const between = text.slice(ends[at - 1] ?? 0, starts[at] ?? 0);
  return between === ' ' || (comma ? JOINS_OR_COMMA : JOINS).test(between);
}

/** A form of a list: its words, folded, each with whether any ending may follow. */
export interface Phrase {
  readonly words: readonly { readonly word: string; readonly open: boolean }[];
  /** Whether it is written with a comma in it. */
  readonly comma: boolean;
}

export function phraseOf(form: string): Phrase {
  const words = Array.from(form.matchAll(/([\p{L}\p{N}\p{M}]+)(\*?)/gu), ([, word = '', star = '']) => ({
    word: fold(word),
    open: star !== '',
  }));
  return { words, comma: form.includes(',') };
}

/** Whether a phrase stands at word number `at`; `first` is that word where something was taken off it. */
export function standsAt(tokens: Tokens, at: number, { words, comma }: Phrase, first?: string): boolean {
  return words.every(({ word, open }, index) => {
    const found = (index === 0 ? first : undefined) ?? tokens.words[at + index];
    if (found === undefined || !(open ? found.startsWith(word) : found === word)) return false;
    return index === 0 || isJoined(tokens, at + index, comma);
  });
}

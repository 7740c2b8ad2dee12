import { squeeze } from './squeeze.ts';

/** A name is told by a part of it only when that has so many letters; shorter words are found everywhere. */
const WORD = 4;
/** Where characters stand for words or syllables two are a whole name. */
const DENSE_WORD = 2;
/** What is shorter than this protects nothing. */
const SHORTEST = 3;

/** Where characters stand for words or syllables, as in Chinese, Japanese and Korean. */
export const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const PARENTHESES = /\([^()]*\)|（[^（）]*）/gu;
const WORDS = /[\p{L}\p{M}\p{N}'’\p{Pd}]+/gu;

/** Whether a string is long enough to be searched for. */
export function searchable(text: string): boolean {
  const letters = Array.from(text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')).length;
  return letters >= (DENSE.test(text) ? DENSE_WORD : SHORTEST);
}

/**
 * The forms in which a name is searched for: as it stands, without what is in parentheses, its last word before the
 * others, its first and last word alone in both orders, and each of its words that has four letters at least and a
 * capital, where the script has such ("Oksana Petrenko of the quay" is told by "Oksana" and "Petrenko", not by "quay").
 * Spelled otherwise, such as in another script, it is not found: that is for the other forms a person enters.
 *
 * `plain` are words that tell nothing, squeezed: those of the description agreed with the source, and those that a
 * person allowed. A word that is the whole name is never among what is left out.
 */
export function nameForms(name: string, plain: ReadonlySet<string> = new Set()): string[] {
  const whole = name.trim();
  const short = whole.replace(PARENTHESES, ' ').replace(/\s+/gu, ' ').trim();
  const words = short.match(WORDS) ?? [];
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const orders =
    words.length < 2
      ? []
      : [
          [last, ...words.slice(0, -1)],
          ...(words.length > 2
            ? [
                [first, last],
                [last, first],
              ]
            : []),
        ].map((order) => order.join(' '));
  const alone = words.length < 2 ? [] : words.filter((word) => tells(word) && !plain.has(squeeze(word).text));
  return [...new Set([whole, short, ...orders, ...alone])].filter(searchable);
}

/** The words of a text as they are compared, for what is plain. */
export function plainWords(text: string): string[] {
  return (text.match(WORDS) ?? []).map((word) => squeeze(word).text);
}

function tells(word: string): boolean {
  if (DENSE.test(word)) return Array.from(word).length >= DENSE_WORD;
  const letters = Array.from(word.replace(/[^\p{L}]/gu, ''));
  const cased = letters[0]?.toLowerCase() !== letters[0]?.toUpperCase();
  return letters.length >= WORD && (!cased || letters[0] !== letters[0]?.toLowerCase());
}

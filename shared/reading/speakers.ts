import { BODIES, DESCRIBING, NO_NAMES, TITLES } from './attribution-words.ts';

/** A word, a sign, or a masked quotation of a sentence, in UTF-16 units. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** Takes the place of every unit of a quotation, whose words say nothing about who speaks. */
export const MASK = '\ufffc';

/** Who says something, as the sentence has it. */
export type Speaker =
  { kind: 'named'; name: string; person: boolean } | { kind: 'pronoun'; word: 'he' | 'she' | 'they' | 'it' };

/** The full names of persons by their last part; null when several have it. */
export type Names = ReadonlyMap<string, string | null>;

export function tokensOf(sentence: string): Token[] {
  const pattern =
    /\ufffc+|\p{L}\.(?:\p{L}\.)+|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}&.’'-]*[\p{L}\p{M}\p{N}])?|\S/gu;
  return Array.from(sentence.matchAll(pattern), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

const TITLE = Array.from(
  TITLES,
  (title) => `[${title.charAt(0)}${title.charAt(0).toUpperCase()}]${title.slice(1)}`,
).join('|');
const NAMED = new RegExp(
  `(?<!\\p{L})(?:${TITLE})\\.? ((?:\\p{Lu}[\\p{L}’'-]+ ){1,2}\\p{Lu}[\\p{L}’'-]+)`,
  'gu',
);

/** The persons that a text introduces with their title and full name: “President Volodymyr Zelensky”. */
export function namesIn(text: string): Names {
  const names = new Map<string, string | null>();
  for (const { 1: words = '' } of text.matchAll(NAMED)) {
    const name = words.replace(/[’']s$/u, '');
    const parts = name.split(' ');
    if (parts.some((part) => NO_NAMES.has(part.toLowerCase()) || BODIES.has(part.toLowerCase()))) continue;
    // “General Secretary Ada Lund”: what is a title once more is no part of the name.
    const own = parts.filter((part) => !TITLES.has(part.toLowerCase()));
    if (own.length < 2) continue;
    const full = own.join(' ');
    const surname = own.at(-1) ?? full;
    const known = names.get(surname);
    names.set(surname, known === undefined || known === full ? full : null);
  }
  return names;
}

/** A speaker with what the sentence calls them, in UTF-16 units. */
export interface Mention {
  speaker: Speaker;
  start: number;
  end: number;
}

/** The speaker whose last word is token number `last`, or null when nobody who can speak stands there. */
export function speakerBefore(tokens: readonly Token[], last: number, names: Names): Mention | null {
  const pronoun = pronounAt(tokens[last]);
  if (pronoun) return pronoun;
  const first = firstOf(tokens, last);
  const mention = mentionOf(tokens.slice(first, last + 1), names);
  const other = tokens[first - 1]?.text === 'and' ? firstOf(tokens, first - 2) : first;
  // Two that speak together, when there is nothing before that the first could belong to.
  if (!mention || other >= first - 1 || !/^(?:[\p{P}\ufffc].*|the)?$/iu.test(tokens[other - 1]?.text ?? ''))
    return mention;
  const name = wordsOf(tokens.slice(other, last + 1));
  return {
    ...mention,
    speaker: { kind: 'named', name, person: false },
    start: tokens[other]?.start ?? mention.start,
  };
}

/** Where what ends with token number `last` and can be a name or an office begins; behind it when there is none. */
function firstOf(tokens: readonly Token[], last: number): number {
  let first = last + 1;
  for (let at = last; at >= 0; at--) {
    if (isNominal(tokens[at])) first = at;
    else if (!(joins(tokens, at) && isNominal(tokens[at - 1]))) break;
  }
  return first;
}

/** The speaker whose first word is token number `first`, as in “said the minister” and “according to Zelensky”. */
export function speakerAfter(tokens: readonly Token[], first: number, names: Names): Mention | null {
  const from = /^(?:the|a|an)$/i.test(tokens[first]?.text ?? '') ? first + 1 : first;
  const pronoun = pronounAt(tokens[from]);
  if (pronoun) return pronoun;
  let last = from - 1;
  for (let at = from; at < tokens.length; at++) {
    if (isNominal(tokens[at])) last = at;
    else if (!(at > from && joins(tokens, at) && isNominal(tokens[at + 1]))) break;
  }
  return mentionOf(tokens.slice(from, last + 1), names);
}

function pronounAt(token: Token | undefined): Mention | null {
  const word = token?.text.toLowerCase();
  if (!token || !(word === 'he' || word === 'she' || word === 'they' || word === 'it')) return null;
  return { speaker: { kind: 'pronoun', word }, start: token.start, end: token.end };
}

/** Whether a word can be a part of what somebody is called. */
function isNominal(token: Token | undefined): boolean {
  if (!token) return false;
  const word = token.text.toLowerCase();
  if (/^\p{Lu}/u.test(token.text)) return !NO_NAMES.has(word);
  return TITLES.has(word) || BODIES.has(word) || DESCRIBING.has(word) || /^\p{Ll}+[’']s$/u.test(word);
}

/** “Ministry of Defence”, “officials in Kyiv”: the word joins a body or an office to what it is for. */
function joins(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  if (word === '.')
    return /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|St)$/u.test(tokens[at - 1]?.text ?? '');
  if (/^(?:de|van|von|der|al|bin|ibn|el|la)$/.test(word)) return true;
  if (!/^(?:of|for|in|from|the)$/.test(word)) return false;
  const before = word === 'the' ? at - 2 : at - 1;
  if (word === 'the')
    return /^(?:of|for|in|from)$/.test(tokens[at - 1]?.text ?? '') && isOffice(tokens[before]);
  return isOffice(tokens[before]);
}

function isOffice(token: Token | undefined): boolean {
  const word = token?.text.toLowerCase() ?? '';
  return TITLES.has(word) || BODIES.has(word);
}

function mentionOf(tokens: readonly Token[], names: Names): Mention | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || !tokens.some((token) => /^\p{Lu}/u.test(token.text) || isOffice(token))) return null;
  const titled = tokens.findLastIndex((token) => TITLES.has(token.text.toLowerCase()));
  let own = tokens.slice(titled + 1);
  if (own[0]?.text === '.') own = own.slice(1);
  const isName =
    own.length > 0 &&
    own.every((token) => /^\p{Lu}/u.test(token.text) || token.text === '.' || token.text.length <= 3);
  const called = titled >= 0 && isName ? own : tokens;
  const name = wordsOf(called).replace(/[’']s?$/u, '');
  const full = called.length === 1 ? names.get(name) : undefined;
  const body = called.some((token) => BODIES.has(token.text.toLowerCase()));
  const person =
    (titled >= 0 && !body) ||
    typeof full === 'string' ||
    (isName && !body && own.length === 2 && !PLACES.has(name));
  return { speaker: { kind: 'named', name: full ?? name, person }, start: first.start, end: last.end };
}

function wordsOf(tokens: readonly Token[]): string {
  let words = '';
  let end = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    words += (token.start > end ? ' ' : '') + token.text;
    end = token.end;
  }
  return words;
}

/** Names of two words that are no person's. */
const PLACES = new Set([
  'White House',
  'Downing Street',
  'Wall Street',
  'European Union',
  'United Nations',
  'New York',
  ...countries(),
]);

/** The countries by their English names, from the platform's own list. */
function countries(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return Array.from(letters, (first) =>
    Array.from(letters, (second) => names.of(first + second) ?? ''),
  ).flat();
}

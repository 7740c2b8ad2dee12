/** What stands before a character of a squeezed text. A wall parts two texts: nothing is found across it. */
export const GAP = { none: 0, soft: 1, hard: 2, wall: 3 } as const;

/**
 * Letters and digits alone, folded, and what stood between them: `gaps[i]` is what stood before the unit `i` of `text`.
 * A gap with white space in it is hard, and any other soft: hyphens, apostrophes, what escapes or emphasises in Markdown,
 * and a hyphen at the end of a line; also between a letter and a digit, and before a capital inside a word, as in names
 * of files.
 */
export interface Squeezed {
  text: string;
  gaps: Uint8Array;
}

/** Stands for what is not seen between two characters, such as the end of a tag inside a line. */
export const SEAM = '\uE001';

/** Letters that fold() leaves as they are, since Unicode does not decompose them, as keyboards without them write them. */
const WITHOUT_PARTS: Record<string, string> = {
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ı: 'i',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'TH',
};
const PARTLESS = new RegExp(`[${Object.keys(WITHOUT_PARTS).join('')}]`, 'gu');
/** Marks, what is not seen (soft hyphen, zero-width characters, marks of direction) and the Arabic stroke that stretches. */
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640]+/gu;
// oxlint-disable-next-line no-control-regex -- a fast way to tell that a text is plain
const PLAIN = /^[\u0000-\u007F\uE001]*$/u;
const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/gu;
const HEX = /[0-9a-f]{32,}/giu;
const DASH = /\p{Pd}/u;

/**
 * Folds a text as shared/text/fold.ts does (NFKD, marks, case) and leaves out all that is neither letter nor digit. Also
 * letters that NFKD does not take apart are written as people without them on the keyboard do (ß as ss, ł as l).
 */
export function squeeze(text: string): Squeezed {
  const cased = PLAIN.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(UNSEEN, '')
        .replace(PARTLESS, (letter) => WITHOUT_PARTS[letter] ?? letter)
        .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
  // At the end of a word a small sigma is another letter.
  const folded = cased.toLowerCase().replaceAll('ς', 'σ');
  // Where lower case is longer there is no telling where the capitals stood.
  const known = folded.length === cased.length ? cased : folded;
  const units = new Uint16Array(folded.length);
  const gaps = new Uint8Array(folded.length);
  const hashes = [...folded.matchAll(HEX)].map(({ index, 0: { length } }) => [index, index + length]);
  let count = 0;
  let gap: number = GAP.soft;
  let before: Kind = KIND.other;
  let dash: 'none' | 'last' | 'broken' = 'none';
  let hash = 0;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    const kind = kindOf(folded, at, unit);
    if (kind === KIND.letter || kind === KIND.digit) {
      while ((hashes[hash]?.[1] ?? Infinity) <= at) hash++;
      const inHash = (hashes[hash]?.[0] ?? Infinity) <= at;
      if (gap === GAP.none && !inHash) {
        const capital =
          known.charCodeAt(at) !== unit && known.charCodeAt(at - 1) === folded.charCodeAt(at - 1);
        if (kind !== before || (capital && kind === KIND.letter)) gap = GAP.soft;
      }
      units[count] = unit;
      gaps[count] = gap;
      count++;
      gap = GAP.none;
      dash = 'none';
    } else if (kind === KIND.space || kind === KIND.line) {
      // A word that is parted at the end of a line goes on in the next one, after the indent.
      if (dash === 'last' && (kind === KIND.line || lineFollows(folded, at))) dash = 'broken';
      if (dash !== 'broken') gap = Math.max(gap, GAP.hard);
    } else {
      dash = DASH.test(folded.charAt(at)) ? 'last' : 'none';
      gap = Math.max(gap, GAP.soft);
    }
    before = kind;
  }
  return { text: textOf(units.subarray(0, count)), gaps: gaps.slice(0, count) };
}

/** Many texts squeezed into one, with walls between them. `starts` says where each begins. */
export function squeezeAll(texts: readonly string[]): Squeezed & { starts: number[] } {
  const squeezed = texts.map(squeeze);
  const starts: number[] = [];
  const gaps = new Uint8Array(squeezed.reduce((length, { text }) => length + text.length, 0));
  let at = 0;
  for (const each of squeezed) {
    starts.push(at);
    gaps.set(each.gaps, at);
    if (each.text !== '') gaps[at] = GAP.wall;
    at += each.text.length;
  }
  return { text: squeezed.map(({ text }) => text).join(''), gaps, starts };
}

const KIND = { unknown: 0, other: 1, letter: 2, digit: 3, space: 4, line: 5 } as const;
type Kind = (typeof KIND)[keyof typeof KIND];

const kinds = new Uint8Array(0x10000);

function kindOf(text: string, at: number, unit: number): Kind {
  const known = kinds[unit] as Kind;
  if (known !== KIND.unknown) return known;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    // Which letter it is half of is another question each time.
    const start = unit >= 0xdc00 ? at - 1 : at;
    return /^[\p{L}\p{N}]/u.test(text.slice(Math.max(0, start), start + 2)) ? KIND.letter : KIND.other;
  }
  const character = String.fromCharCode(unit);
  const kind = /\p{N}/u.test(character)
    ? KIND.digit
    : /\p{L}/u.test(character)
      ? KIND.letter
      : /[\n\r\u2028\u2029]/u.test(character)
        ? KIND.line
        : /\s/u.test(character)
          ? KIND.space
          : KIND.other;
  kinds[unit] = kind;
  return kind;
}

function lineFollows(text: string, from: number): boolean {
  return /^[^\S\n\r]*[\n\r]/u.test(text.slice(from, from + 40));
}

function textOf(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  }
  return pieces.join('');
}

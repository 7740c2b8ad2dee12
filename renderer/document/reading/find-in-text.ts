/** A text as it is searched, with the place in the original of every sign of it. */
export interface FoldedText {
  folded: string;
  /** For each unit of `folded`, and for its end, the unit of the original it came from. */
  places: Uint32Array;
}

/** What is found, in UTF-16 units of the original. */
export interface Hit {
  from: number;
  to: number;
}

/** More hits than this help nobody; a single letter in a long text would have millions. */
export const MOST_HITS = 5_000;

/** Signs that people write in place of one another. */
const ALIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  ـ: '',
  '\u00ad': '',
};

const known = new Map<string, string>();

/** A character as it is searched: without case, marks and compatibility forms; as `fold()` of shared/text does whole texts. */
function foldedSign(sign: string): string {
  let folded = known.get(sign);
  if (folded === undefined) {
    folded =
      ALIKE[sign] ?? (/\s/u.test(sign) ? ' ' : sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
    known.set(sign, folded);
  }
  return folded;
}

/** Words of plain letters and signs with single spaces between them: all of a line of English, as a rule. */
const PLAIN = /[!-~]+(?: [!-~]+)*/y;

/** Folds a text for searching; runs of white space are one space. Linear in its length. */
export function foldedText(text: string): FoldedText {
  const parts: string[] = [];
  // A compatibility form may become several signs: the longest, U+FDFA, eighteen.
  let places = new Uint32Array(text.length + 1024);
  let length = 0;
  let space = false;
  const make = (room: number): void => {
    if (length + room < places.length) return;
    const larger = new Uint32Array(places.length * 2 + room);
    larger.set(places);
    places = larger;
  };
  for (let at = 0; at < text.length;) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text)?.[0];
    if (plain !== undefined) {
      make(plain.length);
      for (let sign = 0; sign < plain.length; sign++) places[length + sign] = at + sign;
      parts.push(plain.toLowerCase());
      length += plain.length;
      at += plain.length;
      space = false;
      continue;
    }
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const folded = foldedSign(sign);
    if (folded !== '' && !(folded === ' ' && space)) {
      make(folded.length);
      places.fill(at, length, length + folded.length);
      parts.push(folded);
      length += folded.length;
      space = folded === ' ';
    }
    at += sign.length;
  }
  make(1);
  places[length] = text.length;
  return { folded: parts.join(''), places };
}

/**
 * Where words stand in a text, whatever their case and marks, in order; none overlaps another. A hit holds whole
 * characters of the original with the marks on them, and the white space at its ends only if the words have it.
 */
export function findInText({ folded, places }: FoldedText, words: string): Hit[] {
  const wanted = foldedText(words).folded;
  if (wanted.trim() === '') return [];
  const hits: Hit[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && hits.length < MOST_HITS;) {
    const from = places[at] ?? 0;
    let end = at + wanted.length;
    // Half of a character that became several is all of it.
    while (end < folded.length && places[end] === places[end - 1]) end++;
    hits.push({ from, to: places[end] ?? 0 });
    at = folded.indexOf(wanted, end);
  }
  return hits;
}

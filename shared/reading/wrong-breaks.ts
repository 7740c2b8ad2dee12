/**
 * Where Unicode's rules for sentences (UAX #29, as `Intl.Segmenter` follows them) break wrongly, told from the words
 * on both sides: the rules look at signs and at the case of letters, and know no abbreviations and no quotations.
 */

/** Before a name, and never at the end of a sentence. English. */
const TITLES = wordsOf(
  'Mr Mrs Ms Mx Dr Prof Gen Col Lt Sgt Maj Capt Cmdr Adm Brig Cpl Pvt Sen Rep Reps Sens Gov Lieut Pres Rev Hon St Messrs ' +
    'Mme Amb Supt Det Insp Mt Ft vs v cf viz approx esp incl',
);
/** Before a number only: elsewhere they may end a sentence. English. */
const BEFORE_NUMBERS = wordsOf(
  'No Nos no nos Art Arts Sec Secs Fig Figs Vol Vols Ch pp p para paras Para ca c Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
);
/** After a name, and now and then at the end of a sentence. English. */
const AFTER_NAMES = wordsOf('Jr Sr Inc Ltd Corp Co Bros Esq al Ave Blvd Ph.D');
/** Words that open a sentence and no name: after one of these an abbreviation has ended a sentence. English. */
const OPENERS = wordsOf(
  'The A An This That These Those It Its He She They We You I His Her Their Our My There Here In On At By For From With As ' +
    'If When While Although Though But And Or So Yet However Meanwhile After Before Since Because What Who Why How Where ' +
    'Which Not No Some Many Most All Both Each Every Then Now Once Also Instead Still',
);
/** What makes the words after a quotation belong to it: `“Never!” Zelensky said.` */
const SAYS = '(?:said|says|asked|asks|added|adds|replied|replies|wrote|told|noted|shouted|tweeted|insisted)';
const SPEAKER_AFTER = new RegExp(
  `^(?:\\p{Lu}[\\p{L}.’'-]*\\s+){1,4}${SAYS}(?:[.,;:]|$|\\s+(?:of|on|in|at|to)\\b)`,
  'u',
);
/** The same in Chinese, which puts no space between: 「……」他说。 */
const CHINESE_SPEAKER_AFTER =
  /^\p{Script=Han}{0,10}(?:说|說|表示|称|稱|道|指出|强调|強調|写道|寫道|问|問|答|认为|認為)/u;

const CLOSERS = `\\p{Pe}\\p{Pf}"'’”`;
/**
 * Closing signs, a reference to a note, or white space between them, at the beginning of what should be the next
 * sentence.
 */
const BELONGS_BEFORE = new RegExp(
  `^(?:[${CLOSERS}]+(?=[\\s\\p{P}]|$)|\\p{Pf}(?=\\s|$)|»(?=\\s|$)|\\[\\d{1,3}(?:[,–-]\\s?\\d{1,3})*\\])+\\s*`,
  'u',
);
const CLOSED = new RegExp(`[${CLOSERS}]\\s*$`, 'u');
/** An ellipsis, a row of stars or a picture says nothing by itself, and goes with what is beside it. */
const WORDLESS = /^[^\p{L}\p{N}]*$/u;
const NUMBER_OF_ITEM = /^\d{1,3}[.)]\s*$/u;
/** What is left of a reference when the break fell into its brackets. */
const REST_OF_REFERENCE = /^\d{1,3}(?:[,–-]\s?\d{1,3})*\](?:\[\d{1,3}\])*\s*/u;

/**
 * Where the sentence really ends when `Intl.Segmenter` broke `paragraph` at `at`, the sentence having begun at
 * `start`: the same place, one near it, or null where there is no end. In UTF-16 units. English abbreviations are
 * known when `english`; initials, quotations and references in every language.
 */
export function breakAt(paragraph: string, start: number, at: number, english: boolean): number | null {
  let end = at;
  const opener = /[\p{Ps}\p{Pi}]$/u.exec(paragraph.slice(Math.max(start, at - 2), at));
  if (opener) {
    const reference = REST_OF_REFERENCE.exec(paragraph.slice(at, at + 40));
    // An opening sign that a word follows belongs to the next sentence, unless it opens a reference to a note.
    end = reference ? at + reference[0].length : at - opener[0].length;
  } else {
    // Of « oui. » and "yes." the closing sign may stand apart from its sentence.
    end += BELONGS_BEFORE.exec(paragraph.slice(at, at + 40))?.[0].length ?? 0;
  }
  if (end >= paragraph.length) return null;
  if (end <= start) return null;
  const before = paragraph.slice(Math.max(start, end - 40), end);
  const after = paragraph.slice(end, end + 80);
  if (start === 0 && NUMBER_OF_ITEM.test(before)) return null;
  return WORDLESS.test(before) || goesOn(before, after, english) ? null : end;
}

/** Whether a sentence that seems to end with `before` goes on with `after`. */
function goesOn(before: string, after: string, english: boolean): boolean {
  if (WORDLESS.test(after)) return true;
  if (CLOSED.test(before)) {
    if (/^[\p{Ps}\p{Pi}"'—–-]*\s*\p{Ll}/u.test(after)) return true;
    // Japanese goes on after a quotation with a particle: 「……。」と語った。
    if (/\S$/u.test(before) && /^\p{Script=Hiragana}/u.test(after)) return true;
    if (/\S$/u.test(before) && CHINESE_SPEAKER_AFTER.test(after)) return true;
    if (english && /[?!…][\p{Pe}\p{Pf}"'’]+\s*$/u.test(before) && SPEAKER_AFTER.test(after)) return true;
    return false;
  }
  if (/(?:…|\.\s?\.\s?\.)\s*$/u.test(before)) return /^\p{Ll}/u.test(after);
  const word = /([\p{L}\p{M}\p{N}.’'-]+)\.\s*$/u.exec(before)?.[1];
  return word !== undefined && isAbbreviation(word, after, english);
}

/** Whether the full stop after `word` marks an abbreviation that the sentence goes on after. */
function isAbbreviation(word: string, after: string, english: boolean): boolean {
  const next = /^[\p{L}\p{M}’']+/u.exec(after)?.[0] ?? '';
  const opens = OPENERS.has(next);
  // Initials: “J. R. Smith”, “В. О. Коваль”. “So do I. The …” is the exception.
  if (/^\p{Lu}$/u.test(word)) return !(english && opens);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return goesOnAfterLetters(word, next, english && opens);
  if (!english) return false;
  if (TITLES.has(word)) return true;
  if (BEFORE_NUMBERS.has(word)) return /^\p{Nd}/u.test(after);
  return AFTER_NAMES.has(word) && !opens;
}

/** Letters with full stops: “U.S. President” goes on, “e.g. Russia” always does, “at 5 p.m. Police …” does not. */
function goesOnAfterLetters(word: string, next: string, opens: boolean): boolean {
  if (/^(?:e\.g|i\.e)$/iu.test(word)) return true;
  if (/^[ap]\.m$/iu.test(word))
    return /^(?:\p{Lu}{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u.test(next) || next === '';
  return !opens;
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

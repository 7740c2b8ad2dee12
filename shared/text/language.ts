import { francAll } from 'franc-min';

/**
 * Shorter than this, in letters, a text in an alphabet is not told: trigrams mislead. Measured over windows of one news
 * text in 16 languages: of 60 letters every tenth Ukrainian window was taken for another language with a clear lead,
 * of 100 still every fiftieth, of 150 and more none in any of them.
 */
const ENOUGH = 200;

/** Chinese, Japanese and Korean are told by their script alone; so few characters may still be a name or a quotation. */
const ENOUGH_OF_A_SCRIPT = 40;
const TOLD_BY_SCRIPT: readonly string[] = ['zh', 'ja', 'ko'];

/**
 * So far ahead of the next one, of 1, the best guess must be, in a piece of that many UTF-16 units: Ukrainian and Russian
 * come closer only in shorter ones. (In longer ones the library's figures draw together, since it divides by the length.)
 */
const LEAD = 0.05;
const PIECE = 300;

/** So many pieces of a text are looked at, evenly spread: a quotation in another language does not decide. */
const PIECES = 11;

/** Scripts that a language is written in when its likely one names several, or one that no character has. */
const SCRIPTS: Readonly<Record<string, string>> = {
  Hans: 'Hani',
  Hant: 'Hani',
  Jpan: 'Hani|Hira|Kana',
  Kore: 'Hang|Hani',
};

/**
 * The language of a text as BCP 47, if it is long enough and most pieces of it are clearly in one; null when it cannot be
 * told. By trigrams (franc-min, 82 languages). What is told is a guess that a person may correct.
 */
export function recognisedLanguage(text: string): string | null {
  const pieces = piecesOf(text);
  const told = pieces.map(languageOfPiece);
  return (
    told.find(
      (language) => language !== null && told.filter((each) => each === language).length * 2 > pieces.length,
    ) ?? null
  );
}

function piecesOf(text: string): string[] {
  const count = Math.min(PIECES, Math.max(1, Math.floor(text.length / PIECE)));
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((text.length / count) * index);
    return text.slice(start, start + PIECE);
  });
}

function languageOfPiece(piece: string): string | null {
  const letters = piece.match(/\p{L}/gu)?.length ?? 0;
  if (letters < ENOUGH_OF_A_SCRIPT) return null;
  const [best, next] = francAll(piece);
  const language = best && canonicalLanguage(best[0]);
  if (!best || !language || language === 'und') return null;
  if (TOLD_BY_SCRIPT.includes(language)) return language;
  const clear = !next || best[1] - next[1] >= LEAD;
  return letters >= ENOUGH && clear ? language : null;
}

/**
 * The language of a text: the declared one, unless it is no BCP 47 tag or is written in a script that the text is not
 * in (templates declare `en` whatever they are filled with); then the recognised one; else null.
 */
export function languageOf(declared: string | null, text: string): string | null {
  const tag = declared === null ? null : canonicalLanguage(declared.trim());
  return tag !== null && tag !== 'und' && isWrittenIn(text, tag) ? tag : recognisedLanguage(text);
}

/** A language's tag as BCP 47 writes it (`UKR` is `uk`, `zh_tw` is `zh-TW`); null when it is none. */
function canonicalLanguage(tag: string): string | null {
  if (tag.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether most letters of a text are of the script that a language is likely written in. A text without letters fits any. */
function isWrittenIn(text: string, tag: string): boolean {
  const letters = lettersOf(tag);
  if (letters === null) return true;
  const sample = text.slice(0, PIECE * PIECES);
  // Nearly every text has letters of one script only, which is told without counting them.
  if (!letters.foreign.test(sample)) return true;
  const all = sample.match(/\p{L}/gu)?.length ?? 0;
  const own = sample.match(letters.own)?.length ?? 0;
  return own * 2 >= all;
}

interface Letters {
  own: RegExp;
  foreign: RegExp;
}
/** Made once for each tag: this is asked for every note of a case. */
const lettersByTag = new Map<string, Letters | null>();

/**
 * The letters that a language is likely written in, and all others, by the names of scripts in ISO 15924; null when that
 * is not known.
 */
function lettersOf(tag: string): Letters | null {
  const known = lettersByTag.get(tag);
  if (known !== undefined) return known;
  const made = makeLetters(new Intl.Locale(tag).maximize().script);
  lettersByTag.set(tag, made);
  return made;
}

function makeLetters(script: string | undefined): Letters | null {
  if (script === undefined) return null;
  const names = (SCRIPTS[script] ?? script).split('|').map((name) => `\\p{Script=${name}}`);
  try {
    return {
      own: new RegExp(`(?=\\p{L})[${names.join('')}]`, 'gu'),
      foreign: new RegExp(`(?=\\p{L})[^${names.join('')}]`, 'u'),
    };
  } catch {
    return null;
  }
}

/** Languages written from right to left, by the first part of their tags. */
const RIGHT_TO_LEFT_LANGUAGES: readonly string[] = [
  'ar',
  'arc',
  'dv',
  'fa',
  'he',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
];

/** The direction a language is written in, by its tag, as HTML's `dir` has it. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT_LANGUAGES.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The scripts in use today that are written from right to left (UAX 31, recommended and limited use). */
export const RIGHT_TO_LEFT_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of a text by its first letter, as HTML's `dir="auto"` finds it (UAX 9, P2); null without letters. */
export function directionOfText(text: string): 'ltr' | 'rtl' | null {
  const first = /\p{L}/u.exec(text)?.[0];
  if (first === undefined) return null;
  return RIGHT_TO_LEFT_SCRIPTS.test(first) ? 'rtl' : 'ltr';
}

/** Words from right to left, with what stands between two of them: spaces, digits, signs. */
const RIGHT_TO_LEFT_WORDS = new RegExp(
  `${RIGHT_TO_LEFT_SCRIPTS.source}+(?:[^\\p{L}]*${RIGHT_TO_LEFT_SCRIPTS.source}+)*`,
  'gu',
);

/** A text cut where its direction changes, for files in which each run says its own; nothing is lost of it. */
export function directionRuns(text: string): { text: string; rtl: boolean }[] {
  const runs: { text: string; rtl: boolean }[] = [];
  let from = 0;
  for (const { 0: words, index } of text.matchAll(RIGHT_TO_LEFT_WORDS)) {
    if (index > from) runs.push({ text: text.slice(from, index), rtl: false });
    runs.push({ text: words, rtl: true });
    from = index + words.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), rtl: false });
  return runs;
}

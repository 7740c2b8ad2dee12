/** Languages written from right to left, by the first part of their tags. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'arc', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** The direction a language is written in, by its tag, as HTML's `dir` has it. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

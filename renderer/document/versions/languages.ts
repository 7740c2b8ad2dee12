import { fold } from '../../../shared/text/fold.ts';

/** Languages that are offered by name; any other can be given by its tag. */
const OFFERED = [
  'ar',
  'bn',
  'cs',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fr',
  'he',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sw',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh-Hans',
  'zh-Hant',
] as const;

const namesIn = (shownIn: string): Intl.DisplayNames =>
  new Intl.DisplayNames(shownIn, { type: 'language', fallback: 'none' });

/** What a language is called in the language `shownIn`; a tag nobody has a name for stays as it is. */
export function languageName(tag: string, shownIn: string): string {
  try {
    return namesIn(shownIn).of(tag) ?? tag;
  } catch {
    // A file may declare what is no tag at all.
    return tag;
  }
}

/** The names that are offered, in the order of the language they are in. */
export function offeredLanguages(shownIn: string): string[] {
  return OFFERED.map((tag) => languageName(tag, shownIn)).toSorted(new Intl.Collator(shownIn).compare);
}

/**
 * The tag (BCP 47) of what was typed: the name of an offered language, or a tag; null when it is neither. Words that only
 * look like a tag, such as `englsh`, are none: languages have two letters or three.
 */
export function languageTag(typed: string, shownIn: string): string | null {
  const wanted = fold(typed.trim());
  const named = OFFERED.find((tag) => fold(languageName(tag, shownIn)) === wanted);
  if (named !== undefined) return named;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(typed.trim());
    return /^[a-z]{2,3}(?:-|$)/u.test(tag) ? tag : null;
  } catch {
    return null;
  }
}

import { createInstance } from 'i18next';
import type { SentenceParams, Word } from '../queries/history.ts';
import { en } from './en/index.ts';

/**
 * The languages of the interface. One is a folder beside `en` with the same files, and a line here. Those a report can be
 * written in are more: report-languages.ts.
 */
export const LANGUAGES = { en } as const;
export type Language = keyof typeof LANGUAGES;

/** Looks a message up and fills it in. A parameter that is a word is translated first. */
export type Translate = (key: string, params?: SentenceParams) => string;

/** The translator of a language of the interface, for everything that speaks: window, menus, command line. */
export function translator(language: Language): Translate {
  return translatorOf(language, LANGUAGES[language]);
}

/**
 * The translator of the messages of one language, whose BCP 47 tag decides on plurals and on how numbers are written. It
 * never falls back to another language.
 */
export function translatorOf(language: string, messages: object): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: messages } },
    // Messages are put into text nodes and escaped there; nesting would let what people wrote call for messages.
    interpolation: { escapeValue: false, skipOnVariables: true },
    initAsync: false,
  });
  /** A word that no file has, as of a field that a newer version added, is called by its own name. */
  const said = ({ word }: Word): string =>
    instance.exists(word) ? translate(word) : word.slice(word.lastIndexOf('.') + 1);
  const translate: Translate = (key, params = {}) => {
    const filled = Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map(said).join(instance.t('words.comma'))
        : isWord(value)
          ? said(value)
          : value,
    ]);
    return instance.t(key, '', Object.fromEntries(filled) as Record<string, string>);
  };
  return translate;
}

/** Whether a parameter is a word of the language files. */
export function isWord(value: SentenceParams[string] | undefined): value is Word {
  return typeof value === 'object' && !Array.isArray(value);
}

import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { directionOf } from '../../shared/text/direction.ts';
import { LANGUAGES, translator, type Language, type Translate } from '../../shared/messages/translate.ts';

interface Words {
  language: Language;
  t: Translate;
}

const Context = createContext<Words>({ language: 'en', t: translator('en') });

/** Gives every component its words, and the page its language and direction. */
export function WordsProvider({ language, children }: { language: string; children: ReactNode }) {
  const known: Language = language in LANGUAGES ? (language as Language) : 'en';
  const words = useMemo(() => ({ language: known, t: translator(known) }), [known]);
  useEffect(() => {
    document.documentElement.lang = known;
    document.documentElement.dir = directionOf(known);
  }, [known]);
  return (
    <I18nProvider locale={known}>
      <Context value={words}>{children}</Context>
    </I18nProvider>
  );
}

/** Looks messages up in the person's language. */
export const useT = (): Translate => useContext(Context).t;

export const useLanguage = (): Language => useContext(Context).language;

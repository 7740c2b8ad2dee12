import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import type { ReportLanguage } from './report-languages.ts';
import { ru } from './ru/index.ts';
import { translatorOf, type Translate } from './translate.ts';
import { uk } from './uk/index.ts';
import { zhHans } from './zh-Hans/index.ts';

/** The parts of `words.json` that reports say. */
export const REPORT_WORDS = [
  'states',
  'whys',
  'bases',
  'stances',
  'levels',
  'sources',
  'denials',
  'priorities',
  'origins',
  'markKinds',
  'doubts',
  'or',
  'comma',
  'arrow',
  'semicolon',
  'named',
  'afterOneAnother',
  'itNeeds',
  'inTheWay',
  'missing',
  'notCounted',
  'countsAs',
  'denialOf',
  'reliabilities',
  'credibilities',
  'exhibits',
  'queryKinds',
  'decisions',
  'relations',
  'sameOrigin',
  'questions',
  'standardRules',
  'day',
  'moment',
  'clock',
] as const;

/** The messages of a language as those of English are, of whose plurals only the form that every language has is asked. */
type LikeEnglish<M> = {
  readonly [K in keyof M as K extends `${infer Stem}_one` ? `${Stem}_other` : K]: M[K] extends string
    ? string
    : LikeEnglish<M[K]>;
};

/** What a language needs for reports: `report.json` and `annotated.json`, and of `words.json` the parts that reports say. */
export type ReportMessages = LikeEnglish<{
  annotated: (typeof en)['annotated'];
  report: (typeof en)['report'];
  words: Pick<(typeof en)['words'], (typeof REPORT_WORDS)[number]>;
}>;

/** A language is a folder, its tag in report-languages.ts, and a line here. */
export const REPORT_MESSAGES: Readonly<Record<ReportLanguage, ReportMessages>> = {
  en,
  ar,
  de,
  es,
  fr,
  ru,
  uk,
  'zh-Hans': zhHans,
};

/** The translator of a language of reports. It says nothing but reports, and never a word of another language. */
export function reportTranslator(language: ReportLanguage): Translate {
  return translatorOf(language, REPORT_MESSAGES[language]);
}

import { create } from 'zustand';
import type { Edition } from '../../shared/case/words.ts';
import type { ReportLanguage } from '../../shared/messages/report-languages.ts';
import type { ReportFormat } from '../../shared/report/formats.ts';
import type { ExhibitsGo, ReportWanted } from '../../shared/report/report-wanted.ts';

/** Which report a person wants: kept while they look at other views, and let go with the case. */
interface Choices {
  /** The opening of the case that this was chosen in. */
  key: string;
  edition: Edition;
  language: ReportLanguage;
  /** The references of the chosen allegations; null for all. */
  refs: readonly string[] | null;
  /** How they were chosen, as the report will say. */
  words: string;
  formats: readonly ReportFormat[];
  exhibits: ExhibitsGo;
}

const USUAL: Omit<Choices, 'key'> = {
  edition: 'checking',
  language: 'en',
  refs: null,
  words: '',
  formats: ['pdf'],
  exhibits: 'listed',
};

const useStored = create<Choices>(() => ({ key: '', ...USUAL }));

/** The choices in the case that was opened under `key`, and how to change them. */
export function useChoices(
  key: string,
): [choices: Omit<Choices, 'key'>, choose: (part: Partial<Omit<Choices, 'key'>>) => void] {
  const stored = useStored();
  const choices = stored.key === key ? stored : { key, ...USUAL };
  return [choices, (part) => useStored.setState({ ...choices, ...part })];
}

/** What main is asked for. */
export function wantedOf({ edition, language, refs, words }: Omit<Choices, 'key'>): ReportWanted {
  return { edition, language, scope: { refs: refs && [...refs], words: refs === null ? '' : words } };
}

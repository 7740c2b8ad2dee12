import { REPORT_LANGUAGES, type ReportLanguage } from '../../shared/messages/report-languages.ts';
import { languageName } from '../document/versions/languages.ts';
import { SelectField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

/** What a language is called in itself, as a list of languages writes it: so that who reads it finds it. */
function ownName(tag: ReportLanguage): string {
  const name = languageName(tag, tag);
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
}

const CHOICES = REPORT_LANGUAGES.map((value) => ({ value, text: ownName(value) }));

/** The language the report says its own words in. What people wrote stays as they wrote it. */
export function LanguageChoice({
  language,
  onChange,
}: {
  language: ReportLanguage;
  onChange: (language: ReportLanguage) => void;
}) {
  const t = useT();
  return (
    <SelectField
      label={t('reportView.language')}
      hint={t('reportView.languageMeans')}
      value={language}
      choices={CHOICES}
      onChange={onChange}
    />
  );
}

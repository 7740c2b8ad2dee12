import { useMemo } from 'react';
import type { Document } from '../../../shared/case/document.ts';
import { useCommitted } from '../../inspector/use-committed.ts';
import { ComboField } from '../../ui/fields.tsx';
import { useLanguage, useT } from '../../ui/words.tsx';
import { languageName, languageTag, offeredLanguages } from './languages.ts';
import css from './versions.module.css';

/** The language a document is in, declared or recognised, which a person corrects; saved when the field is left. */
export function LanguageField({
  document: { id, language },
}: {
  document: Pick<Document, 'id' | 'language'>;
}) {
  const t = useT();
  const shownIn = useLanguage();
  const offered = useMemo(() => offeredLanguages(shownIn), [shownIn]);
  const stored = language === null ? '' : languageName(language, shownIn);
  const { value, change, leave, reset, wrong } = useCommitted(`edit:${id}:language`, stored, (typed) => {
    const tag = typed.trim() === '' ? null : languageTag(typed, shownIn);
    return tag === null && typed.trim() !== ''
      ? { wrong: t('versions.facts.notALanguage') }
      : { type: 'edit-document', id, language: tag };
  });
  return (
    <div className={css['language']}>
      <ComboField
        label={t('versions.facts.language')}
        hint={t('versions.facts.languageHint')}
        value={value}
        choices={offered}
        onChange={change}
        onLeave={leave}
        onEnter={leave}
        onEscape={reset}
        wrong={wrong}
      />
    </div>
  );
}

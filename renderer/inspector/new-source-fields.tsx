import { RELIABILITIES, SOURCE_KINDS } from '../../shared/case/words.ts';
import { CheckField, ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';
import css from './inspector.module.css';
import type { EntryFields } from './use-entry.ts';
import { useNames } from './use-names.ts';

/** What is asked about a source that is not in the case yet. */
export function NewSourceFields({ at }: { at: EntryFields<EvidenceDraft> }) {
  const t = useT();
  const { parties } = useNames();
  return (
    <>
      <div className={css['pair']}>
        <SelectField
          label={t('inspector.sourceKind')}
          {...at.sourceKind}
          choices={SOURCE_KINDS.map((value) => ({ value, text: t(`words.sources.${value}`) }))}
        />
        <ComboField label={t('inspector.sourceParty')} {...at.party} choices={parties} />
      </div>
      <SelectField
        label={t('inspector.reliability')}
        hint={t('inspector.reliabilityHint')}
        {...at.reliability}
        choices={RELIABILITIES.map((value) => ({ value, text: t(`words.reliabilities.${value}`) }))}
      />
      <TextField label={t('inspector.interests')} hint={t('inspector.interestsHint')} {...at.interests} />
      <CheckField
        label={t('inspector.confidentialSource')}
        hint={t('inspector.confidentialHint')}
        {...at.confidential}
      />
    </>
  );
}

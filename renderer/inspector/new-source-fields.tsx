import { RELIABILITIES, SOURCE_KINDS } from '../../shared/case/words.ts';
import { CheckField, ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';
import css from './inspector.module.css';
import { useNames } from './use-names.ts';

/** What is asked about a source that is not in the case yet. */
export function NewSourceFields({
  draft,
  set,
}: {
  draft: EvidenceDraft;
  set: (part: Partial<EvidenceDraft>) => void;
}) {
  const t = useT();
  const { parties } = useNames();
  return (
    <>
      <div className={css['pair']}>
        <SelectField
          label={t('inspector.sourceKind')}
          value={draft.sourceKind}
          choices={SOURCE_KINDS.map((value) => ({ value, text: t(`words.sources.${value}`) }))}
          onChange={(sourceKind) => set({ sourceKind })}
        />
        <ComboField
          label={t('inspector.sourceParty')}
          value={draft.party}
          choices={parties}
          onChange={(party) => set({ party })}
        />
      </div>
      <SelectField
        label={t('inspector.reliability')}
        hint={t('inspector.reliabilityHint')}
        value={draft.reliability}
        choices={RELIABILITIES.map((value) => ({ value, text: t(`words.reliabilities.${value}`) }))}
        onChange={(reliability) => set({ reliability })}
      />
      <TextField
        label={t('inspector.interests')}
        hint={t('inspector.interestsHint')}
        value={draft.interests}
        onChange={(interests) => set({ interests })}
      />
      <CheckField
        label={t('inspector.confidentialSource')}
        hint={t('inspector.confidentialHint')}
        value={draft.confidential}
        onChange={(confidential) => set({ confidential })}
      />
    </>
  );
}

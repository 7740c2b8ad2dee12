import { EXTENTS, type Extent } from '../../shared/case/words.ts';
import { ComboField, RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { useNames } from './use-names.ts';

/** A denial as it is being written down: who, what words, when, and what it denies. */
export interface DenialDraft {
  party: string;
  words: string;
  on: string;
  extent: Extent | null;
}

export const NO_DENIAL: DenialDraft = { party: '', words: '', on: '', extent: null };

interface DenialFieldsProps {
  denial: DenialDraft;
  onChange: (denial: DenialDraft) => void;
}

export function DenialFields({ denial, onChange }: DenialFieldsProps) {
  const t = useT();
  const names = useNames();
  const set = (part: Partial<DenialDraft>): void => onChange({ ...denial, ...part });
  return (
    <>
      <ComboField
        label={t('inspector.whoDenied')}
        value={denial.party}
        choices={names.parties}
        onChange={(party) => set({ party })}
        isRequired
      />
      <TextField
        label={t('inspector.words')}
        hint={t('inspector.wordsHint')}
        value={denial.words}
        onChange={(words) => set({ words })}
        long
        isRequired
      />
      <TextField
        label={t('inspector.deniedOn')}
        value={denial.on}
        onChange={(on) => set({ on })}
        placeholder={t('inspector.datePlaceholder')}
        isRequired
      />
      <ExtentField value={denial.extent} onChange={(extent) => set({ extent })} />
    </>
  );
}

/** What a denial denies: all of the statement, a part, or something that it does not say. */
export function ExtentField({
  value,
  onChange,
}: {
  value: Extent | null;
  onChange: (extent: Extent) => void;
}) {
  const t = useT();
  return (
    <RadioField
      label={t('inspector.extent')}
      value={value}
      choices={EXTENTS.map((extent) => ({
        value: extent,
        text: t(`words.extents.${extent}`),
        detail: t(`inspector.extentMeans.${extent}`),
      }))}
      onChange={onChange}
    />
  );
}

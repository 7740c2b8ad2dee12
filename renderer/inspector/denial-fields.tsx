import { EXTENTS, type Extent } from '../../shared/case/words.ts';
import { ComboField, RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { TimeField } from './time-field.tsx';
import { useNames } from './use-names.ts';

/** A denial as it is being written down: who, what words, when, and what it denies. */
export interface DenialDraft {
  party: string;
  words: string;
  on: string;
  extent: Extent | null;
  denies: string;
}

export const NO_DENIAL: DenialDraft = { party: '', words: '', on: '', extent: null, denies: '' };

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
      <TimeField
        label={t('inspector.deniedOn')}
        value={denial.on}
        onChange={(on) => set({ on })}
        isRequired
      />
      <ExtentField value={denial.extent} onChange={(extent) => set({ extent })} />
      <DeniesField value={denial.denies} onChange={(denies) => set({ denies })} />
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

/** What exactly a denial denies, in the few words that its badge says. */
export function DeniesField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  return (
    <TextField
      label={t('inspector.denies')}
      hint={t('inspector.deniesHint')}
      value={value}
      onChange={onChange}
    />
  );
}

import { EXTENTS, type Extent } from '../../shared/case/words.ts';
import { ComboField, RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { TimeField } from './time-field.tsx';
import type { EntryField, EntryFields } from './use-entry.ts';
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
  at: EntryFields<DenialDraft>;
  extent: Extent | null;
}

/** All that is asked about a denial that is written down with a move. */
export function DenialFields({ at, extent }: DenialFieldsProps) {
  const t = useT();
  const names = useNames();
  return (
    <>
      <ComboField label={t('inspector.whoDenied')} {...at.party} choices={names.parties} isRequired />
      <TextField label={t('inspector.words')} hint={t('inspector.wordsHint')} {...at.words} long isRequired />
      <TimeField label={t('inspector.deniedOn')} {...at.on} isRequired />
      <ExtentField {...at.extent} />
      <DeniesField {...at.denies} extent={extent} />
    </>
  );
}

/** What a denial denies: all of the statement, a part, or something that it does not say. */
export function ExtentField(field: EntryField<Extent | null>) {
  const t = useT();
  return (
    <RadioField
      label={t('inspector.extent')}
      choices={EXTENTS.map((extent) => ({
        value: extent,
        text: t(`words.extents.${extent}`),
        detail: t(`inspector.extentMeans.${extent}`),
      }))}
      {...field}
    />
  );
}

/** What exactly a denial denies, in the few words that its badge says; needed unless it denies all of the statement. */
export function DeniesField({ extent, ...field }: EntryField<string> & { extent: Extent | null }) {
  const t = useT();
  return (
    <TextField
      label={t('inspector.denies')}
      hint={t('inspector.deniesHint')}
      {...field}
      isRequired={extent === 'part' || extent === 'else'}
    />
  );
}

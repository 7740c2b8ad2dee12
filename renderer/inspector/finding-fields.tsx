import { BASES, STATES, type Basis, type State, type Why } from '../../shared/case/words.ts';
import { RadioField, SelectField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

/** What a field of a finding is handed: `useEntry` makes it. */
interface FindingField<V> {
  value: V | null;
  onChange: (value: V) => void;
  wrong: string | undefined;
}

/** Which of the three states; each says what it means. */
export function StateField({ label, ...field }: FindingField<State> & { label: string }) {
  const t = useT();
  return (
    <RadioField
      label={label}
      choices={STATES.map((value) => ({
        value,
        text: t(`words.states.${value}`),
        detail: t(`inspector.stateMeans.${value}`),
      }))}
      {...field}
    />
  );
}

/** Why it is unverified. */
export function WhyField({ whys, ...field }: FindingField<Why> & { whys: readonly Why[] }) {
  const t = useT();
  return (
    <SelectField
      label={t('inspector.why')}
      choices={whys.map((value) => ({ value, text: t(`words.whys.${value}`) }))}
      {...field}
    />
  );
}

/** What `denied` rests on. */
export function BasisField(field: FindingField<Basis>) {
  const t = useT();
  return (
    <RadioField
      label={t('inspector.basis')}
      choices={BASES.map((value) => ({
        value,
        text: t(`words.bases.${value}`),
        detail: t(`inspector.basisMeans.${value}`),
      }))}
      {...field}
    />
  );
}

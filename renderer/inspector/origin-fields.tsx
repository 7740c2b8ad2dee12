import type { AllegationDetails } from '../../shared/queries/details.ts';
import { ComboField, SelectField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';
import type { EntryFields } from './use-entry.ts';
import { useNames } from './use-names.ts';

interface OriginFieldsProps {
  draft: EvidenceDraft;
  at: EntryFields<EvidenceDraft>;
  details: AllegationDetails;
  /** The item that is being changed; it is not its own origin. */
  ownId: string | null;
}

/** So many items can be chosen as an origin: the latest, which are the likely ones. */
const OFFERED = 100;

/** Where the source has it from: first-hand, from another item or source, or not known. */
export function OriginFields({ draft, at, details, ownId }: OriginFieldsProps) {
  const t = useT();
  const { sources } = useNames();
  const others = details.evidence.filter(({ id }) => id !== ownId);
  const here = new Set(others.map(({ sourceId }) => sourceId));
  const offered = others.slice(-OFFERED);
  const chosen = others.find(({ id }) => id === draft.origin);
  if (chosen && !offered.includes(chosen)) offered.unshift(chosen);
  const plain = (value: 'first-hand' | 'unknown') => ({
    value,
    text: t(`words.origins.${value}`),
    detail: t(`inspector.originMeans.${value}`),
  });
  return (
    <>
      <SelectField
        label={t('inspector.originLabel')}
        {...at.origin}
        choices={[
          plain('first-hand'),
          plain('unknown'),
          ...offered.map(({ id, number, source }) => ({
            value: id,
            text: t('inspector.derivedFrom', { number }),
            detail: source.name,
          })),
          {
            value: 'derived-source',
            text: t('words.origins.derived-source', { source: '…' }),
            detail: t('inspector.originMeans.derived-source'),
          },
        ]}
      />
      {draft.origin === 'derived-source' && (
        <ComboField
          label={t('inspector.originSource')}
          {...at.originSource}
          choices={sources.filter(({ id }) => !here.has(id)).map(({ name }) => name)}
          isRequired
        />
      )}
    </>
  );
}

import { CREDIBILITIES, LEVELS, STANCES } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField, RadioField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { draftOf, fieldsOf, type EvidenceDraft } from './evidence-draft.ts';
import { OriginFields } from './origin-fields.tsx';
import { NewSourceFields } from './new-source-fields.tsx';
import { TimePair } from './time-field.tsx';
import { useEntry } from './use-entry.ts';
import { useNames } from './use-names.ts';

type Item = AllegationDetails['evidence'][number];

/** A new evidence item, or a change to one. */
export function EvidenceForm({ details, item }: { details: AllegationDetails; item: Item | null }) {
  const t = useT();
  const { allegation, row } = details;
  const exhibitName = ({ number, title }: { number: number; title: string }): string =>
    t('inspector.exhibit', { number, title });
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry<EvidenceDraft>(
    `evidence:${item?.id ?? allegation.id}`,
    draftOf(item, exhibitName),
  );
  const { sources, sourceNames, exhibits } = useNames();
  const known = sources.find(({ name }) => name === draft.source.trim());

  const submit = (): void => {
    const fields = fieldsOf(draft, { sources, exhibits });
    if ('wrong' in fields) return setProblem(t(`inspector.${fields.wrong}`), fields.at);
    void carryOut(
      item
        ? { type: 'edit-evidence', id: item.id, ...fields }
        : { type: 'add-evidence', allegationId: allegation.id, ...fields },
      t(item ? 'inspector.evidenceSaved' : 'inspector.evidenceAdded', { ref: row.ref }),
    );
  };

  return (
    <EntryForm
      label={t('inspector.evidenceForm', { ref: row.ref })}
      verb={t(item ? 'inspector.save' : 'inspector.add')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <ComboField
        label={t('inspector.source')}
        hint={t('inspector.sourceHint')}
        {...at.source}
        choices={sourceNames}
        isRequired
      />
      {!known && draft.source.trim() !== '' && <NewSourceFields at={at} />}
      <RadioField
        label={t('inspector.stance')}
        {...at.stance}
        choices={STANCES.map((value) => ({ value, text: t(`words.stances.${value}`) }))}
        inRow
      />
      <TextField label={t('inspector.excerpt')} {...at.excerpt} long />
      <TextField label={t('inspector.locator')} hint={t('inspector.locatorHint')} {...at.locator} />
      <SelectField
        label={t('inspector.level')}
        {...at.level}
        choices={LEVELS.map((value) => ({
          value,
          text: t(`words.levels.${value}`),
          detail: t(`inspector.levelMeans.${value}`),
        }))}
      />
      {draft.level === 'primary' && (
        <TextField
          label={t('inspector.authentication')}
          hint={t('inspector.authenticationHint')}
          {...at.authentication}
          long
        />
      )}
      <OriginFields draft={draft} at={at} details={details} ownId={item?.id ?? null} />
      <SelectField
        label={t('inspector.credibility')}
        hint={t('inspector.credibilityHint')}
        {...at.credibility}
        choices={CREDIBILITIES.map((value) => ({ value, text: t(`words.credibilities.${value}`) }))}
      />
      {(exhibits.length > 0 || draft.exhibit !== '') && (
        <ComboField
          label={t('inspector.exhibitField')}
          hint={t('inspector.exhibitHint')}
          {...at.exhibit}
          choices={exhibits.map(exhibitName)}
        />
      )}
      <TimePair
        times={[
          { label: t('inspector.publishedOn'), ...at.publishedOn },
          { label: t('inspector.accessedOn'), ...at.accessedOn },
        ]}
      />
      <TextField label={t('inspector.address')} {...at.address} />
    </EntryForm>
  );
}

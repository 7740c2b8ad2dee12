import { CREDIBILITIES, LEVELS, STANCES } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField, RadioField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { draftOf, fieldsOf, type EvidenceDraft } from './evidence-draft.ts';
import css from './inspector.module.css';
import { OriginFields } from './origin-fields.tsx';
import { NewSourceFields } from './new-source-fields.tsx';
import { TimeField } from './time-field.tsx';
import { useEntry } from './use-entry.ts';
import { useNames } from './use-names.ts';

type Item = AllegationDetails['evidence'][number];

/** A new evidence item, or a change to one. */
export function EvidenceForm({ details, item }: { details: AllegationDetails; item: Item | null }) {
  const t = useT();
  const { allegation, row } = details;
  const exhibitName = ({ number, title }: { number: number; title: string }): string =>
    t('inspector.exhibit', { number, title });
  const { draft, set, problem, setProblem, cancel, carryOut } = useEntry<EvidenceDraft>(
    `evidence:${item?.id ?? allegation.id}`,
    draftOf(item, exhibitName),
  );
  const { sources, exhibits } = useNames();
  const known = sources.find(({ name }) => name === draft.source.trim());

  const submit = (): void => {
    const fields = fieldsOf(draft, { sources, exhibits });
    if ('wrong' in fields) return setProblem(t(`inspector.${fields.wrong}`));
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
        value={draft.source}
        choices={sources.map(({ name }) => name)}
        onChange={(source) => set({ source })}
        isRequired
      />
      {!known && draft.source.trim() !== '' && <NewSourceFields draft={draft} set={set} />}
      <RadioField
        label={t('inspector.stance')}
        value={draft.stance}
        choices={STANCES.map((value) => ({ value, text: t(`words.stances.${value}`) }))}
        onChange={(stance) => set({ stance })}
        inRow
      />
      <TextField
        label={t('inspector.excerpt')}
        value={draft.excerpt}
        onChange={(excerpt) => set({ excerpt })}
        long
      />
      <TextField
        label={t('inspector.locator')}
        hint={t('inspector.locatorHint')}
        value={draft.locator}
        onChange={(locator) => set({ locator })}
      />
      <SelectField
        label={t('inspector.level')}
        value={draft.level}
        choices={LEVELS.map((value) => ({
          value,
          text: t(`words.levels.${value}`),
          detail: t(`inspector.levelMeans.${value}`),
        }))}
        onChange={(level) => set({ level })}
      />
      {draft.level === 'primary' && (
        <TextField
          label={t('inspector.authentication')}
          hint={t('inspector.authenticationHint')}
          value={draft.authentication}
          onChange={(authentication) => set({ authentication })}
          long
        />
      )}
      <OriginFields draft={draft} set={set} details={details} ownId={item?.id ?? null} />
      <SelectField
        label={t('inspector.credibility')}
        hint={t('inspector.credibilityHint')}
        value={draft.credibility}
        choices={CREDIBILITIES.map((value) => ({ value, text: t(`words.credibilities.${value}`) }))}
        onChange={(credibility) => set({ credibility })}
      />
      {exhibits.length > 0 && (
        <ComboField
          label={t('inspector.exhibitField')}
          hint={t('inspector.exhibitHint')}
          value={draft.exhibit}
          choices={exhibits.map(exhibitName)}
          onChange={(exhibit) => set({ exhibit })}
        />
      )}
      <div className={css['pair']}>
        <TimeField
          label={t('inspector.publishedOn')}
          value={draft.publishedOn}
          onChange={(publishedOn) => set({ publishedOn })}
          explained
        />
        <TimeField
          label={t('inspector.accessedOn')}
          value={draft.accessedOn}
          onChange={(accessedOn) => set({ accessedOn })}
        />
      </div>
      <TextField
        label={t('inspector.address')}
        value={draft.address}
        onChange={(address) => set({ address })}
      />
    </EntryForm>
  );
}

import {
  LEVELS,
  SOURCE_KINDS,
  STANCES,
  type Level,
  type SourceKind,
  type Stance,
} from '../../shared/case/words.ts';
import type { Origin } from '../../shared/case/records.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { isPartialDate } from '../../shared/text/partial-date.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField, RadioField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import css from './inspector.module.css';
import { useEntry } from './use-entry.ts';
import { useNames } from './use-names.ts';

type Item = AllegationDetails['evidence'][number];

interface Draft {
  source: string;
  sourceKind: SourceKind;
  party: string;
  stance: Stance;
  excerpt: string;
  locator: string;
  level: Level;
  /** `first-hand`, `unknown`, or the id of the item it is derived from. */
  origin: string;
  publishedOn: string;
  accessedOn: string;
  address: string;
}

const EMPTY: Draft = {
  source: '',
  sourceKind: 'outlet',
  party: '',
  stance: 'supports',
  excerpt: '',
  locator: '',
  level: 'secondary',
  origin: 'unknown',
  publishedOn: '',
  accessedOn: '',
  address: '',
};

function draftOf(item: Item | null): Draft {
  if (!item) return EMPTY;
  const { source, stance, excerpt, level, origin } = item;
  return {
    source: source.name,
    sourceKind: source.kind,
    party: '',
    stance,
    excerpt,
    locator: item.locator ?? '',
    level,
    origin: origin.type === 'derived' ? origin.evidenceId : origin.type,
    publishedOn: item.publishedOn ?? '',
    accessedOn: item.accessedOn ?? '',
    address: item.address ?? '',
  };
}

function originOf(origin: string): Origin {
  if (origin === 'first-hand' || origin === 'unknown') return { type: origin };
  return { type: 'derived', evidenceId: origin };
}

/** A new evidence item, or a change to one. */
export function EvidenceForm({ details, item }: { details: AllegationDetails; item: Item | null }) {
  const t = useT();
  const { allegation, evidence, row } = details;
  const { draft, set, problem, setProblem, cancel, carryOut } = useEntry<Draft>(
    `evidence:${item?.id ?? allegation.id}`,
    draftOf(item),
  );
  const { sources, parties } = useNames();
  const known = sources.find(({ name }) => name === draft.source.trim());

  const submit = (): void => {
    const { source, sourceKind, party, stance, excerpt, locator, level, origin, address } = draft;
    const publishedOn = draft.publishedOn.trim() || null;
    const accessedOn = draft.accessedOn.trim() || null;
    if ([publishedOn, accessedOn].some((date) => date !== null && !isPartialDate(date))) {
      return setProblem(t('inspector.notADate'));
    }
    const fields = {
      source: known ? { id: known.id } : { name: source, kind: sourceKind, party },
      stance,
      excerpt,
      locator,
      level,
      origin: originOf(origin),
      publishedOn,
      accessedOn,
      address,
    };
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
      {!known && draft.source.trim() !== '' && (
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
      )}
      <RadioField
        label={t('inspector.stance')}
        value={draft.stance}
        choices={STANCES.map((value) => ({ value, text: t(`words.stances.${value}`) }))}
        onChange={(stance) => set({ stance })}
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
      <div className={css['pair']}>
        <SelectField
          label={t('inspector.level')}
          value={draft.level}
          choices={LEVELS.map((value) => ({ value, text: t(`words.levels.${value}`) }))}
          onChange={(level) => set({ level })}
        />
        <SelectField
          label={t('inspector.originLabel')}
          value={draft.origin}
          choices={[
            { value: 'first-hand', text: t('words.origins.first-hand') },
            { value: 'unknown', text: t('words.origins.unknown') },
            ...evidence
              .filter(({ id }) => id !== item?.id)
              .map(({ id, number, source }) => ({
                value: id,
                text: t('inspector.derivedFrom', { number }),
                detail: source.name,
              })),
          ]}
          onChange={(origin) => set({ origin })}
        />
      </div>
      <div className={css['pair']}>
        <TextField
          label={t('inspector.publishedOn')}
          value={draft.publishedOn}
          onChange={(publishedOn) => set({ publishedOn })}
          placeholder={t('inspector.datePlaceholder')}
        />
        <TextField
          label={t('inspector.accessedOn')}
          value={draft.accessedOn}
          onChange={(accessedOn) => set({ accessedOn })}
          placeholder={t('inspector.datePlaceholder')}
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

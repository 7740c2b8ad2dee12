import { RESPONSE_KINDS, type Extent, type ResponseKind } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { isPartialDate } from '../../shared/text/partial-date.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { ExtentField } from './denial-fields.tsx';
import css from './inspector.module.css';
import { useEntry } from './use-entry.ts';
import { useNames } from './use-names.ts';

type Item = AllegationDetails['responses'][number];

interface Draft {
  party: string;
  kind: ResponseKind;
  extent: Extent | null;
  words: string;
  on: string;
  channel: string;
  address: string;
}

const EMPTY: Draft = {
  party: '',
  kind: 'denied',
  extent: null,
  words: '',
  on: '',
  channel: '',
  address: '',
};

/** What a party answered, or a change to it. */
export function ResponseForm({ details, item }: { details: AllegationDetails; item: Item | null }) {
  const t = useT();
  const { allegation, row } = details;
  const initial: Draft = item
    ? { ...item, on: item.on ?? '', channel: item.channel ?? '', address: item.address ?? '' }
    : EMPTY;
  const { draft, set, problem, setProblem, cancel, carryOut } = useEntry<Draft>(
    `response:${item?.id ?? allegation.id}`,
    initial,
  );
  const names = useNames();

  const submit = (): void => {
    const { party, kind, extent, words, channel, address } = draft;
    const on = draft.on.trim() || null;
    if (on !== null && !isPartialDate(on)) return setProblem(t('inspector.notADate'));
    const fields = { party, kind, extent, words, on, channel, address };
    void carryOut(
      item
        ? { type: 'edit-response', id: item.id, ...fields }
        : { type: 'add-response', allegationId: allegation.id, ...fields },
      t(item ? 'inspector.responseSaved' : 'inspector.responseAdded', { ref: row.ref }),
    );
  };

  return (
    <EntryForm
      label={t('inspector.responseForm', { ref: row.ref })}
      verb={t(item ? 'inspector.save' : 'inspector.add')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <ComboField
        label={t('inspector.party')}
        value={draft.party}
        choices={names.parties}
        onChange={(party) => set({ party })}
        isRequired
      />
      <SelectField
        label={t('inspector.responseKind')}
        value={draft.kind}
        choices={RESPONSE_KINDS.map((value) => ({ value, text: t(`words.responses.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      {draft.kind === 'denied' && <ExtentField value={draft.extent} onChange={(extent) => set({ extent })} />}
      <TextField
        label={t('inspector.words')}
        hint={t('inspector.wordsHint')}
        value={draft.words}
        onChange={(words) => set({ words })}
        long
      />
      <div className={css['pair']}>
        <TextField
          label={t('inspector.on')}
          value={draft.on}
          onChange={(on) => set({ on })}
          placeholder={t('inspector.datePlaceholder')}
        />
        <TextField
          label={t('inspector.channel')}
          value={draft.channel}
          onChange={(channel) => set({ channel })}
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

import { RESPONSE_KINDS, type Extent, type ResponseKind } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { DeniesField, ExtentField } from './denial-fields.tsx';
import css from './inspector.module.css';
import { TimeField } from './time-field.tsx';
import { timeToType, typedTimes } from './times.ts';
import { useEntry } from './use-entry.ts';
import { useNames } from './use-names.ts';

type Item = AllegationDetails['responses'][number];

interface Draft {
  party: string;
  contact: string;
  askedOn: string;
  deadline: string;
  kind: ResponseKind;
  extent: Extent | null;
  denies: string;
  words: string;
  on: string;
  channel: string;
  address: string;
}

const EMPTY: Draft = {
  party: '',
  contact: '',
  askedOn: '',
  deadline: '',
  kind: 'asked',
  extent: null,
  denies: '',
  words: '',
  on: '',
  channel: '',
  address: '',
};

function draftOf(item: Item | null): Draft {
  if (!item) return EMPTY;
  const { party, kind, extent, words } = item;
  return {
    party,
    contact: item.contact ?? '',
    askedOn: timeToType(item.askedOn),
    deadline: timeToType(item.deadline),
    kind,
    extent,
    denies: item.denies ?? '',
    words,
    on: timeToType(item.on),
    channel: item.channel ?? '',
    address: item.address ?? '',
  };
}

/** What a party was asked and answered, or a change to it. */
export function ResponseForm({ details, item }: { details: AllegationDetails; item: Item | null }) {
  const t = useT();
  const { allegation, row } = details;
  const { draft, set, problem, setProblem, cancel, carryOut } = useEntry<Draft>(
    `response:${item?.id ?? allegation.id}`,
    draftOf(item),
  );
  const names = useNames();
  const answered = draft.kind !== 'asked' && draft.kind !== 'no-reply';

  const submit = (): void => {
    const { party, kind, extent, denies, words, contact, channel, address } = draft;
    const times = typedTimes({ on: draft.on, askedOn: draft.askedOn, deadline: draft.deadline });
    if (times === 'wrong') return setProblem(t('inspector.notADate'));
    const fields = { party, kind, extent, denies, words, contact, channel, address, ...times };
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
      <TextField
        label={t('inspector.contact')}
        hint={t('inspector.contactHint')}
        value={draft.contact}
        onChange={(contact) => set({ contact })}
      />
      <div className={css['pair']}>
        <TimeField
          label={t('inspector.askedOn')}
          value={draft.askedOn}
          onChange={(askedOn) => set({ askedOn })}
          explained
        />
        <TimeField
          label={t('inspector.deadline')}
          value={draft.deadline}
          onChange={(deadline) => set({ deadline })}
        />
      </div>
      <SelectField
        label={t('inspector.responseKind')}
        value={draft.kind}
        choices={RESPONSE_KINDS.map((value) => ({ value, text: t(`words.responses.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      {draft.kind === 'denied' && (
        <>
          <ExtentField value={draft.extent} onChange={(extent) => set({ extent })} />
          <DeniesField value={draft.denies} onChange={(denies) => set({ denies })} />
        </>
      )}
      {answered && (
        <>
          <TextField
            label={t('inspector.words')}
            hint={t('inspector.wordsHint')}
            value={draft.words}
            onChange={(words) => set({ words })}
            long
          />
          <TimeField label={t('inspector.on')} value={draft.on} onChange={(on) => set({ on })} />
        </>
      )}
      <TextField
        label={t('inspector.channel')}
        value={draft.channel}
        onChange={(channel) => set({ channel })}
      />
      <TextField
        label={t('inspector.address')}
        value={draft.address}
        onChange={(address) => set({ address })}
      />
    </EntryForm>
  );
}

import { RESPONSE_KINDS, type Extent, type ResponseKind } from '../../shared/case/words.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { DeniesField, ExtentField } from './denial-fields.tsx';
import { TimeField, TimePair } from './time-field.tsx';
import { firstWrong, timeToType, typedTimes } from './times.ts';
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
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry<Draft>(
    `response:${item?.id ?? allegation.id}`,
    draftOf(item),
  );
  const names = useNames();
  const awaited = item?.awaited === true;
  // What was written is never out of sight: it would be saved all the same.
  const answered =
    (draft.kind !== 'asked' && draft.kind !== 'no-reply') || draft.words !== '' || draft.on !== '';

  const submit = (): void => {
    const { party, kind, extent, denies, words, contact, channel, address } = draft;
    const typed = { on: draft.on, askedOn: draft.askedOn, deadline: draft.deadline };
    const times = typedTimes(typed);
    if (times === 'wrong') return setProblem(t('inspector.notADate'), firstWrong(typed));
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
      <ComboField label={t('inspector.party')} {...at.party} choices={names.parties} isRequired />
      <TextField label={t('inspector.contact')} hint={t('inspector.contactHint')} {...at.contact} />
      <TimePair
        times={[
          { label: t('inspector.askedOn'), ...at.askedOn },
          { label: t('inspector.deadline'), ...at.deadline },
        ]}
      />
      <SelectField
        label={t('inspector.responseKind')}
        first={awaited}
        {...at.kind}
        choices={RESPONSE_KINDS.map((value) => ({ value, text: t(`words.responses.${value}`) }))}
      />
      {draft.kind === 'denied' && (
        <>
          <ExtentField {...at.extent} />
          <DeniesField {...at.denies} extent={draft.extent} />
        </>
      )}
      {answered && (
        <>
          <TextField label={t('inspector.words')} hint={t('inspector.wordsHint')} {...at.words} long />
          <TimeField label={t('inspector.on')} {...at.on} />
        </>
      )}
      <TextField label={t('inspector.channel')} {...at.channel} />
      <TextField label={t('inspector.address')} {...at.address} />
    </EntryForm>
  );
}

import type { AllegationDetails } from '../../shared/queries/details.ts';
import { EntryForm } from '../ui/entry-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';
import { TimeField } from './time-field.tsx';
import { typedTime } from './times.ts';
import { useEntry } from './use-entry.ts';

type Item = AllegationDetails['responses'][number];

/** One more try to reach a party, for the contact log. */
export function AttemptForm({ item }: { item: Item }) {
  const t = useT();
  const { id, party } = item;
  const { draft, at, problem, setProblem, cancel, carryOut } = useEntry(`attempt:${id}`, {
    on: '',
    channel: '',
    note: '',
  });
  const submit = (): void => {
    const on = typedTime(draft.on);
    if (on === 'wrong') return setProblem(t('inspector.notADate'), 'on');
    const { channel, note } = draft;
    void carryOut({ type: 'log-attempt', id, on: on.stored, channel, note }, t('inspector.attemptDone'));
  };
  return (
    <EntryForm
      label={t('inspector.attemptForm', { party })}
      verb={t('inspector.add')}
      onSubmit={submit}
      onCancel={cancel}
      onLeave={closeForm}
      problem={problem}
    >
      <TimeField label={t('inspector.attemptOn')} {...at.on} explained />
      <TextField label={t('inspector.attemptChannel')} {...at.channel} isRequired />
      <TextField label={t('inspector.attemptNote')} {...at.note} long />
    </EntryForm>
  );
}

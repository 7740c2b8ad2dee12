import type { ExhibitView } from '../../shared/answers.ts';
import { EXHIBIT_KINDS } from '../../shared/case/words.ts';
import { useDraft } from '../drafts.ts';
import { useState } from 'react';
import { unsavedSentence } from '../failure.ts';
import { TimeField } from '../inspector/time-field.tsx';
import { timeToType, typedTimes } from '../inspector/times.ts';
import { run } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { CheckField, SelectField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

/** What is known about an exhibit, to be changed; its file never is. */
export function ExhibitForm({ exhibit, onLeave }: { exhibit: ExhibitView; onLeave: () => void }) {
  const t = useT();
  const { id, number } = exhibit;
  const [draft, change, clear] = useDraft(`exhibit:${id}`, {
    title: exhibit.title,
    kind: exhibit.kind,
    publishedOn: timeToType(exhibit.publishedOn),
    capturedOn: timeToType(exhibit.capturedOn),
    accessedOn: timeToType(exhibit.accessedOn),
    address: exhibit.address ?? '',
    archivedAddress: exhibit.archivedAddress ?? '',
    notes: exhibit.notes,
    graphic: exhibit.graphic,
  });
  const [problem, setProblem] = useState<string>();
  const set = (part: Partial<typeof draft>): void => change({ ...draft, ...part });
  const cancel = (): void => {
    clear();
    onLeave();
  };
  const submit = async (): Promise<void> => {
    const { publishedOn, capturedOn, accessedOn, ...rest } = draft;
    const times = typedTimes({ publishedOn, capturedOn, accessedOn });
    if (times === 'wrong') return setProblem(t('inspector.notADate'));
    const unsaved = unsavedSentence(await run({ type: 'edit-exhibit', id, ...rest, ...times }), t);
    if (unsaved !== null) return setProblem(unsaved);
    cancel();
    announce(t('exhibits.saved', { number }));
  };
  return (
    <EntryForm
      label={t('exhibits.form', { number })}
      verb={t('inspector.save')}
      onSubmit={() => void submit()}
      onCancel={cancel}
      onLeave={onLeave}
      problem={problem}
    >
      <TextField
        label={t('exhibits.fields.title')}
        value={draft.title}
        onChange={(title) => set({ title })}
        isRequired
      />
      <SelectField
        label={t('exhibits.fields.kind')}
        value={draft.kind}
        choices={EXHIBIT_KINDS.map((value) => ({ value, text: t(`words.exhibits.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      {(['publishedOn', 'capturedOn', 'accessedOn'] as const).map((name, index) => (
        <TimeField
          key={name}
          label={t(`exhibits.fields.${name}`)}
          value={draft[name]}
          onChange={(value) => set({ [name]: value })}
          explained={index === 0}
        />
      ))}
      {(['address', 'archivedAddress'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`exhibits.fields.${name}`)}
          value={draft[name]}
          onChange={(value) => set({ [name]: value })}
        />
      ))}
      <TextField
        label={t('exhibits.fields.notes')}
        value={draft.notes}
        onChange={(notes) => set({ notes })}
        long
      />
      <CheckField
        label={t('exhibits.fields.graphic')}
        hint={t('exhibits.graphicHint')}
        value={draft.graphic}
        onChange={(graphic) => set({ graphic })}
      />
    </EntryForm>
  );
}

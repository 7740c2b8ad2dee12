import { useState } from 'react';
import type { Input } from '../../shared/api.ts';
import { RELIABILITIES, SOURCE_KINDS } from '../../shared/case/words.ts';
import type { SourceDetails } from '../../shared/queries/sources-view.ts';
import { failureSentence } from '../failure.ts';
import inspector from '../inspector/inspector.module.css';
import { useCommitted } from '../inspector/use-committed.ts';
import { useNames } from '../inspector/use-names.ts';
import { run } from '../store.ts';
import { ComboField, SelectField, TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';

type Edit = Omit<Extract<Input<'run'>, { type: 'edit-source' }>, 'type' | 'id'>;

/** What is known of a source. Every field saves itself when it is left. */
export function SourceFields({ details, writable }: { details: SourceDetails; writable: boolean }) {
  const t = useT();
  const { source, party } = details;
  const { id, confidential } = source;
  const names = useNames();
  const [problem, setProblem] = useState<string>();
  const edit = (fields: Edit) => ({ type: 'edit-source', id, ...fields }) as const;
  const set = async (fields: Edit): Promise<void> => {
    const answer = await run(edit(fields));
    setProblem(answer.ok ? undefined : failureSentence(answer.error, t));
  };
  const key = (name: string): string => `source:${id}:${name}`;
  const name = useCommitted(key('name'), source.name, (text) => edit({ name: text }));
  const belongs = useCommitted(key('party'), party ?? '', (text) => edit({ party: text }));
  const interests = useCommitted(key('interests'), source.interests, (text) => edit({ interests: text }));
  const line = (field: ReturnType<typeof useCommitted>) => ({
    value: field.value,
    onChange: field.change,
    onLeave: field.leave,
    onEscape: field.reset,
    wrong: field.wrong,
    isDisabled: !writable,
  });
  return (
    <section className={inspector['section']} aria-label={t('sourcesView.label')}>
      <TextField
        label={t(confidential ? 'sourcesView.description' : 'sourcesView.name')}
        {...(confidential && { hint: t('sourcesView.descriptionHint') })}
        {...line(name)}
        onEnter={name.leave}
      />
      <SelectField
        label={t('sourcesView.kind')}
        value={source.kind}
        choices={SOURCE_KINDS.map((value) => ({ value, text: t(`words.sources.${value}`) }))}
        onChange={(kind) => void set({ kind })}
        isDisabled={!writable}
      />
      <ComboField label={t('sourcesView.party')} choices={names.parties} {...line(belongs)} />
      <TextField
        label={t('sourcesView.interests')}
        hint={t('sourcesView.interestsHint')}
        {...line(interests)}
        long
      />
      <SelectField
        label={t('sourcesView.reliability')}
        hint={t('sourcesView.reliabilityHint')}
        value={source.reliability}
        choices={RELIABILITIES.map((value) => ({ value, text: t(`words.reliabilities.${value}`) }))}
        onChange={(reliability) => void set({ reliability })}
        isDisabled={!writable}
      />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </section>
  );
}

import { useState } from 'react';
import type { Source } from '../../shared/case/evidence.ts';
import { unsavedSentence } from '../failure.ts';
import { useNames } from '../inspector/use-names.ts';
import { run, showSource } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

/** Says that this record is of the same source as another. */
export function MergeForm({ source, writable }: { source: Source; writable: boolean }) {
  const t = useT();
  const { sources } = useNames();
  const [into, setInto] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  if (into === null) {
    return (
      <Button isDisabled={!writable} onPress={() => setInto('')}>
        {t('sourcesView.merge')}
      </Button>
    );
  }
  const leave = (): void => {
    setInto(null);
    setProblem(undefined);
  };
  const others = sources.filter(({ id }) => id !== source.id);
  const submit = async (): Promise<void> => {
    const other = others.find(({ name }) => name === into.trim());
    if (!other) return setProblem(t('sourcesView.mergeUnknown'));
    const unsaved = unsavedSentence(await run({ type: 'merge-sources', id: source.id, intoId: other.id }), t);
    if (unsaved !== null) return setProblem(unsaved);
    showSource(other.id);
    announce(t('sourcesView.merged'));
  };
  return (
    <EntryForm
      label={t('sourcesView.mergeForm', { name: source.name })}
      verb={t('sourcesView.mergeVerb')}
      onSubmit={() => void submit()}
      onCancel={leave}
      onLeave={leave}
      problem={problem}
    >
      <p>{t('sourcesView.mergeWhat')}</p>
      <ComboField
        label={t('sourcesView.mergeInto')}
        value={into}
        choices={others.map(({ name }) => name)}
        onChange={setInto}
        isRequired
      />
    </EntryForm>
  );
}

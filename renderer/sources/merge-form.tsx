import { useState } from 'react';
import type { Source } from '../../shared/case/evidence.ts';
import { fold } from '../../shared/text/fold.ts';
import { unsavedSentence } from '../failure.ts';
import { useNames } from '../inspector/use-names.ts';
import { run, showSource } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { ComboField } from '../ui/fields.tsx';
import { focusView } from '../ui/focus-view.ts';
import { useT } from '../ui/words.tsx';

/** So many names are offered at a time; writing on narrows them down. */
const OFFERED = 50;

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
  const others = called(
    sources.filter(({ id, confidential }) => id !== source.id && confidential === source.confidential),
  );
  const offered = [...others.keys()].filter((name) => fold(name).includes(fold(into))).slice(0, OFFERED);
  const submit = async (): Promise<void> => {
    const intoId = others.get(into.trim());
    if (intoId === undefined) return setProblem(t('sourcesView.mergeUnknown'));
    const unsaved = unsavedSentence(await run({ type: 'merge-sources', id: source.id, intoId }), t);
    if (unsaved !== null) return setProblem(unsaved);
    showSource(intoId);
    announce(t('sourcesView.merged'));
    focusView();
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
      <p>{t(others.size === 0 ? 'sourcesView.mergeNobody' : 'sourcesView.mergeWhat')}</p>
      <ComboField
        label={t('sourcesView.mergeInto')}
        value={into}
        choices={offered}
        onChange={setInto}
        isRequired
      />
    </EntryForm>
  );
}

/** The ids of sources by what they are called here: those of the same name are told apart by a number. */
function called(sources: readonly { id: string; name: string }[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { id, name } of sources) {
    let each = name;
    for (let count = 2; byName.has(each); count++) each = `${name} (${count})`;
    byName.set(each, id);
  }
  return byName;
}

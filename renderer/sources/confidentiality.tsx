import { useState } from 'react';
import type { Source } from '../../shared/case/evidence.ts';
import { unsavedSentence } from '../failure.ts';
import inspector from '../inspector/inspector.module.css';
import { run } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { EntryForm } from '../ui/entry-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

/**
 * Marks a source as confidential, which needs the description agreed with it, or names it again. What is written here
 * is kept in this form only: it may be what must not stay anywhere else.
 */
export function Confidentiality({ source, writable }: { source: Source; writable: boolean }) {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const way = source.confidential ? 'open' : 'hide';
  if (name === null) {
    return (
      <section className={inspector['section']}>
        <Button isDisabled={!writable} onPress={() => setName('')}>
          {t(`sourcesView.${way}`)}
        </Button>
      </section>
    );
  }
  const leave = (): void => {
    setName(null);
    setProblem(undefined);
  };
  const submit = async (): Promise<void> => {
    const confidential = !source.confidential;
    const unsaved = unsavedSentence(await run({ type: 'edit-source', id: source.id, name, confidential }), t);
    if (unsaved !== null) return setProblem(unsaved);
    leave();
    announce(t(confidential ? 'sourcesView.hidden' : 'sourcesView.opened'));
  };
  return (
    <section className={inspector['section']}>
      <EntryForm
        label={t(`sourcesView.${way}Form`, { name: source.name })}
        verb={t(`sourcesView.${way}Verb`)}
        onSubmit={() => void submit()}
        onCancel={leave}
        onLeave={leave}
        problem={problem}
      >
        <p>{t(`sourcesView.${way}What`)}</p>
        <TextField
          label={t(way === 'hide' ? 'sourcesView.description' : 'sourcesView.name')}
          hint={t('sourcesView.unkept')}
          value={name}
          onChange={setName}
          isRequired
        />
      </EntryForm>
    </section>
  );
}

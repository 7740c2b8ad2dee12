import { useState } from 'react';
import type { ProtectedName, ProtectedNames } from '../../shared/case/identity.ts';
import { api } from '../api.ts';
import { intakeSentence } from '../failure.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import { ProtectedNameEntry } from './protected-name-entry.tsx';
import css from './sources.module.css';

/**
 * Names that must be in no file that leaves, of people who are no sources. They stand in the vault, and here only while
 * this dialog is open: in no draft, and not in the window's state.
 */
export function ProtectedNamesDialog() {
  const t = useT();
  const kept = useAsked('protected-names', () => api.protectedNames(undefined), []);
  if (!kept) return null;
  if (kept.ok) return <NamesForm kept={kept.value} />;
  return (
    <Dialog title={t('protection.names.title')} onClose={closeDialog}>
      <Message kind="failed">{intakeSentence(kept.error, t)}</Message>
    </Dialog>
  );
}

function NamesForm({ kept }: { kept: ProtectedNames }) {
  const t = useT();
  const [names, setNames] = useState<ProtectedName[]>(kept.protectedNames);
  const [allowed, setAllowed] = useState(kept.allowed.join('\n'));
  const [erasing, setErasing] = useState(false);
  const [problem, setProblem] = useState<string>();

  const change = (next: ProtectedName[]): void => {
    setErasing(false);
    setNames(next);
  };
  const add = (): void => change([...names, { id: crypto.randomUUID(), name: '', forms: [] }]);
  /** Undo cannot bring back what the vault does not have any more, so whoever takes something out is asked. */
  const isErased = kept.protectedNames.some(({ id, name, forms }) => {
    const now = names.find((each) => each.id === id);
    return now?.name.trim() !== name || forms.some((form) => !now.forms.includes(form));
  });
  const save = async (): Promise<void> => {
    if (isErased && !erasing) return setErasing(true);
    const answer = await api.setProtectedNames({ protectedNames: names, allowed: linesOf(allowed) });
    if (!answer.ok) return setProblem(intakeSentence(answer.error, t));
    announce(t('protection.names.kept'));
    closeDialog();
  };

  return (
    <Dialog
      title={t('protection.names.title')}
      size="large"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('frame.cancel')}</Button>
          <Button kind="primary" onPress={() => void save()}>
            {t(erasing ? 'protection.names.eraseVerb' : 'protection.names.verb')}
          </Button>
        </>
      }
    >
      <p>{t('protection.names.what')}</p>
      <p className={css['soft']}>{t('protection.names.limits')}</p>
      {names.length === 0 && <p>{t('protection.names.none')}</p>}
      {names.map((entry, index) => (
        <ProtectedNameEntry
          key={entry.id}
          entry={entry}
          number={index + 1}
          onChange={(next) => change(names.map((each) => (each.id === entry.id ? next : each)))}
          onRemove={() => change(names.filter(({ id }) => id !== entry.id))}
        />
      ))}
      <div className={css['ways']}>
        <Button onPress={add}>{t('protection.names.add')}</Button>
      </div>
      <TextField
        label={t('protection.names.allowed')}
        hint={t('protection.names.allowedHint')}
        value={allowed}
        onChange={setAllowed}
        long
      />
      <p className={css['soft']}>{t('sourcesView.unkept')}</p>
      {erasing && <Message kind="note">{t('protection.names.erasing')}</Message>}
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

import { api } from '../api.ts';
import { useDraft } from '../drafts.ts';
import { failureSentence, fileSentence } from '../failure.ts';
import { run, showDocument, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import { useState } from 'react';

/** A text comes in: pasted here, or from files. It is kept as it came. */
export function AddDocument() {
  const t = useT();
  const caseId = useWindow(({ overview }) => overview?.id);
  const [draft, change, clear] = useDraft(`add-document:${caseId}`, { title: '', text: '' });
  const [problem, setProblem] = useState<string>();
  const done = (id: string | undefined): void => {
    closeDialog();
    announce(t('document.added'));
    if (id !== undefined) showDocument(id);
  };
  const add = async (): Promise<void> => {
    if (draft.text.trim() === '') return;
    const title = draft.title.trim() === '' ? null : draft.title.trim();
    const answer = await run({
      type: 'add-document',
      title,
      text: draft.text,
      format: 'text',
      fileName: null,
    });
    if (!answer.ok) return setProblem(failureSentence(answer.error, t));
    clear();
    done(answer.value.created.find(({ kind }) => kind === 'documents')?.id);
  };
  const choose = async (): Promise<void> => {
    const answer = await api.importDocuments(undefined);
    if (!answer.ok) return setProblem(fileSentence(answer.error, t));
    if (answer.value.ids.length > 0) done(answer.value.ids.at(-1));
  };
  return (
    <Dialog
      title={t('document.add')}
      size="large"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={() => void choose()}>{t('document.chooseFiles')}</Button>
          <Button kind="primary" isDisabled={draft.text.trim() === ''} onPress={() => void add()}>
            {t('document.addPasted')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('document.pasteLabel')}
        hint={t('document.pasteHint')}
        value={draft.text}
        onChange={(text) => change({ ...draft, text })}
        onEnter={() => void add()}
        long
        serif
        autoFocus
      />
      <TextField
        label={t('document.titleLabel')}
        hint={t('document.titleHint')}
        value={draft.title}
        onChange={(title) => change({ ...draft, title })}
        onEnter={() => void add()}
      />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

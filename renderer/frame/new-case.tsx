import { useState } from 'react';
import { api } from '../api.ts';
import { useDraft } from '../drafts.ts';
import { fileSentence } from '../failure.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog, useUi } from '../ui-state.ts';
import { openPath } from './opening.ts';

/**
 * A new case: its title; where the file goes is asked by the system. An article that waits for it is taken in. Closed
 * without making it, it keeps the title.
 */
export function NewCase() {
  const t = useT();
  const article = useUi((state) => state.article);
  const [title, setTitle, clear] = useDraft(
    `new-case:${encodeURIComponent(article ?? '')}`,
    article === null ? '' : nameOf(article),
  );
  const [problem, setProblem] = useState<string>();
  const create = async (): Promise<void> => {
    if (title.trim() === '') return setProblem(t('frame.titleNeeded'));
    const answer = await api.newCase({ title: title.trim() });
    if (!answer.ok) return setProblem(fileSentence(answer.error, t));
    if (answer.value === 'cancelled') return;
    clear();
    closeDialog();
    if (article !== null) await openPath(article, t);
  };
  return (
    <Dialog
      title={t('frame.newCase')}
      onClose={closeDialog}
      foot={
        <>
          <Button
            onPress={() => {
              clear();
              closeDialog();
            }}
          >
            {t('frame.cancel')}
          </Button>
          <Button kind="primary" onPress={() => void create()}>
            {t('frame.chooseWhere')}
          </Button>
        </>
      }
    >
      {article !== null && (
        <Message kind="note">{t('frame.articleWaits', { file: nameOf(article) })}</Message>
      )}
      <TextField
        label={t('frame.caseTitle')}
        hint={t('frame.caseTitleHint')}
        value={title}
        onChange={setTitle}
        onEnter={() => void create()}
        autoFocus
        isRequired
      />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

/** The name of a file without folder and ending. */
function nameOf(path: string): string {
  return (path.split(/[/\\]/u).at(-1) ?? path).replace(/\.[^.]+$/u, '');
}

import { useState } from 'react';
import { failureSentence } from '../failure.ts';
import { run, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';

export function RenameCase() {
  const t = useT();
  const [title, setTitle] = useState(useWindow.getState().overview?.title ?? '');
  const [problem, setProblem] = useState<string>();
  const rename = async (): Promise<void> => {
    const answer = await run({ type: 'edit-case', title });
    if (answer.ok) closeDialog();
    else setProblem(failureSentence(answer.error, t));
  };
  return (
    <Dialog
      title={t('frame.renameCase')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('frame.cancel')}</Button>
          <Button kind="primary" onPress={() => void rename()}>
            {t('frame.rename')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('frame.caseTitle')}
        value={title}
        onChange={setTitle}
        onEnter={() => void rename()}
        wrong={problem}
        autoFocus
      />
    </Dialog>
  );
}

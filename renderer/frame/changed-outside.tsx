import { useState } from 'react';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog, tellNote } from '../ui-state.ts';

const CHOICES = ['both', 'theirs', 'mine'] as const;
type Keep = (typeof CHOICES)[number];

/** Something else changed the case's file. Whatever is chosen, neither version is lost. */
export function ChangedOutside() {
  const t = useT();
  const fileName = useWindow(({ loaded }) => loaded?.fileName ?? '');
  const [keep, setKeep] = useState<Keep>('both');
  const [problem, setProblem] = useState<string>();
  const settle = async (): Promise<void> => {
    const answer = await api.settleOutside({ keep });
    if (!answer.ok) return setProblem(fileSentence(answer.error, t));
    closeDialog();
    const told = t('frame.outsideKept', { file: answer.value.kept });
    tellNote(told);
    announce(told);
  };
  return (
    <Dialog
      title={t('frame.outside')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('frame.decideLater')}</Button>
          <Button kind="primary" onPress={() => void settle()}>
            {t('frame.goOn')}
          </Button>
        </>
      }
    >
      <p>{t('frame.outsideWhat', { file: fileName })}</p>
      <RadioField
        label={t('frame.outsideChoice')}
        value={keep}
        choices={CHOICES.map((value) => ({
          value,
          text: t(`frame.outsideChoices.${value}`),
          detail: t(`frame.outsideMeans.${value}`),
        }))}
        onChange={setKeep}
      />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

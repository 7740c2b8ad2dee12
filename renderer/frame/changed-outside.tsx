import { useState } from 'react';
import type { Input } from '../../shared/api.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RadioField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog, tellNote, useUi } from '../ui-state.ts';

type Keep = Input<'settleOutside'>['keep'];

/** Something else changed the case's file. Whatever is chosen, neither version is lost. */
export function ChangedOutside() {
  const t = useT();
  const outside = useUi((state) => state.outside);
  const gone = outside?.gone ?? false;
  const choices: readonly Keep[] = gone ? ['mine', 'both'] : ['both', 'theirs', 'mine'];
  const [keep, setKeep] = useState<Keep>(gone ? 'mine' : 'both');
  const [problem, setProblem] = useState<string>();
  const settle = async (): Promise<void> => {
    const answer = await api.settleOutside({ keep });
    if (!answer.ok) return setProblem(fileSentence(answer.error, t));
    closeDialog();
    const { kept } = answer.value;
    const told = kept === '' ? t('frame.outsideWritten') : t(`frame.outsideDone.${keep}`, { file: kept });
    tellNote(told);
    announce(told);
  };
  return (
    <Dialog
      title={t(gone ? 'frame.gone' : 'frame.outside')}
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
      <p>{t(gone ? 'frame.goneWhat' : 'frame.outsideWhat', { file: outside?.file ?? '' })}</p>
      <p>
        {outside?.kept != null && `${t('frame.outsideSafe', { file: outside.kept })} `}
        {t('frame.outsideUntil')}
      </p>
      <RadioField
        label={t('frame.outsideChoice')}
        value={keep}
        choices={choices.map((value) => ({
          value,
          text: t(gone ? `frame.goneChoices.${value}` : `frame.outsideChoices.${value}`),
          detail: t(gone ? `frame.goneMeans.${value}` : `frame.outsideMeans.${value}`),
        }))}
        onChange={setKeep}
      />
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

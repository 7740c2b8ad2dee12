import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { tellNote, tellProblem, useUi } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './frame.module.css';

/**
 * What went wrong last with something that has no form of its own, with the way on if there is one, and what was done
 * last that a person should find again; each stays until it is put away or overtaken.
 */
export function Problem() {
  const t = useT();
  const language = useLanguage();
  const { problem, backupAt, note } = useUi();
  const openBackup = async (): Promise<void> => {
    const answer = await api.openBackup(undefined);
    if (!answer.ok) return tellProblem(fileSentence(answer.error, t));
    const { kept } = answer.value;
    tellProblem(null);
    const told = kept === null ? t('frame.backupOpenedOnly') : t('frame.backupOpened', { file: kept });
    tellNote(told);
    announce(told);
  };
  return (
    <>
      {problem !== null && (
        <div className={css['problem']}>
          <Message kind="failed">{problem}</Message>
          {backupAt !== null && (
            <Button onPress={() => void openBackup()}>
              {t('frame.backupOpen', { at: dayAndClock(backupAt, language) })}
            </Button>
          )}
          <Button kind="quiet" onPress={() => tellProblem(null)}>
            {t('frame.putAway')}
          </Button>
        </div>
      )}
      {note !== null && (
        <div className={css['problem']}>
          <Message kind="note">{note}</Message>
          <Button kind="quiet" onPress={() => tellNote(null)}>
            {t('frame.putAway')}
          </Button>
        </div>
      )}
    </>
  );
}

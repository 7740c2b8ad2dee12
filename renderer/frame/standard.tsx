import { useState } from 'react';
import { DEFAULT_STANDARD, type Standard } from '../../shared/case/records.ts';
import { failureSentence } from '../failure.ts';
import { run, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NumberField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import css from './dialogs.module.css';

/** The numbers of the standard; reaching one of them is enough. */
const NUMBERS = ['primary', 'firstHand', 'secondary'] as const;

/** What corroboration needs in this case: to read, and to change. */
export function StandardDialog() {
  const t = useT();
  const current = useWindow.getState().overview?.standard ?? DEFAULT_STANDARD;
  const writable = useWindow((state) => state.loaded?.readOnly === null);
  const [standard, setStandard] = useState<Standard>(current);
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const { primary, firstHand, secondary } = standard;
    const answer = await run({ type: 'change-standard', primary, firstHand, secondary });
    if (!answer.ok) return setProblem(failureSentence(answer.error, t));
    closeDialog();
    announce(t('frame.standardChanged'));
  };
  return (
    <Dialog
      title={t('frame.standard')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={() => setStandard({ ...standard, ...DEFAULT_STANDARD })} isDisabled={!writable}>
            {t('frame.standardUsual')}
          </Button>
          <Button onPress={closeDialog}>{t('frame.cancel')}</Button>
          <Button kind="primary" onPress={() => void save()} isDisabled={!writable}>
            {t('frame.standardChange')}
          </Button>
        </>
      }
    >
      <p>{t('frame.standardWhat')}</p>
      {NUMBERS.map((name) => (
        <NumberField
          key={name}
          label={t(`frame.standardNumbers.${name}`)}
          hint={t(`frame.standardMeans.${name}`)}
          value={standard[name]}
          min={1}
          max={20}
          isDisabled={!writable}
          onChange={(value) => setStandard({ ...standard, [name]: value })}
        />
      ))}
      <p className={css['soft']}>{t('frame.standardKeeps')}</p>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

import { useState } from 'react';
import { DEFAULT_STANDARD, type Standard } from '../../shared/case/standard.ts';
import { CREDIBILITIES, RELIABILITIES, SECOND_PERSONS } from '../../shared/case/words.ts';
import { standardSentences } from '../../shared/messages/sentences.ts';
import { failureSentence } from '../failure.ts';
import { run, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, NumberField, SelectField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import css from './dialogs.module.css';

/** The numbers of the standard; reaching one of them is enough. */
const NUMBERS = ['primary', 'firstHand', 'secondary'] as const;

/** What corroboration needs in this case: to read, with where each rule comes from, and to change. */
export function StandardDialog() {
  const t = useT();
  const current = useWindow.getState().overview?.standard ?? DEFAULT_STANDARD;
  const writable = useWindow((state) => state.loaded?.readOnly === null);
  const [standard, setStandard] = useState<Standard>(current);
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const answer = await run({ type: 'change-standard', ...standard });
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
      <Rules
        standard={standard}
        set={(part) => setStandard({ ...standard, ...part })}
        isDisabled={!writable}
      />
      <h3>{t('frame.standardInWords')}</h3>
      <ul className={css['soft']}>
        {standardSentences(standard, t).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={css['soft']}>{t('frame.standardKeeps')}</p>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

interface RulesProps {
  standard: Standard;
  set: (part: Partial<Standard>) => void;
  isDisabled: boolean;
}

function Rules({ standard, set, isDisabled }: RulesProps) {
  const t = useT();
  return (
    <>
      <h3>{t('frame.standardOneOf')}</h3>
      {NUMBERS.map((name) => (
        <NumberField
          key={name}
          label={t(`frame.standardNumbers.${name}`)}
          hint={t(`frame.standardMeans.${name}`)}
          value={standard[name]}
          min={1}
          max={20}
          isDisabled={isDisabled}
          onChange={(value) => set({ [name]: value })}
        />
      ))}
      <CheckField
        label={t('frame.standardAuthenticated')}
        hint={t('frame.standardAuthenticatedMeans')}
        value={standard.authenticated}
        isDisabled={isDisabled}
        onChange={(authenticated) => set({ authenticated })}
      />
      <h3>{t('frame.standardFloors')}</h3>
      <SelectField
        label={t('frame.standardReliability')}
        hint={t('frame.standardReliabilityMeans')}
        value={standard.reliability}
        choices={RELIABILITIES.map((value) => ({ value, text: t(`words.reliabilities.${value}`) }))}
        isDisabled={isDisabled}
        onChange={(reliability) => set({ reliability })}
      />
      <SelectField
        label={t('frame.standardCredibility')}
        hint={t('frame.standardCredibilityMeans')}
        value={standard.credibility}
        choices={CREDIBILITIES.map((value) => ({ value, text: t(`words.credibilities.${value}`) }))}
        isDisabled={isDisabled}
        onChange={(credibility) => set({ credibility })}
      />
      <CheckField
        label={t('frame.standardReply')}
        hint={t('frame.standardReplyMeans')}
        value={standard.replyIfSerious}
        isDisabled={isDisabled}
        onChange={(replyIfSerious) => set({ replyIfSerious })}
      />
      <SelectField
        label={t('frame.standardSecondPerson')}
        hint={t('frame.standardSecondPersonMeans')}
        value={standard.secondPerson}
        choices={SECOND_PERSONS.map((value) => ({ value, text: t(`words.secondPersons.${value}`) }))}
        isDisabled={isDisabled}
        onChange={(secondPerson) => set({ secondPerson })}
      />
    </>
  );
}

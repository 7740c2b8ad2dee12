import { useState } from 'react';
import { faultSentence } from '../../shared/messages/sentences.ts';
import { api } from '../api.ts';
import { readOnlySentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import css from './frame.module.css';
import { takeOpening } from './opening.ts';

/** What a person should know of how the case was opened: read-only and why, or what a crash had left behind. */
export function OpeningNotes() {
  const t = useT();
  const language = useLanguage();
  const loaded = useWindow((state) => state.loaded);
  const copies = useWindow((state) => state.copies);
  const verdict = useWindow((state) => state.verdict);
  const [away, setAway] = useState('');
  if (!loaded) return null;
  const { readOnly, recovered, keptAside, migrated } = loaded;
  const told = [
    recovered > 0 ? t('frame.recovered', { count: recovered }) : null,
    keptAside === null ? null : t('frame.keptAside', { file: keptAside }),
    migrated === null ? null : t('frame.migrated', { file: migrated }),
    copies.length > 0 ? t('frame.copies', { count: copies.length, files: copies.join(', ') }) : null,
  ].filter((each) => each !== null);
  return (
    <>
      {readOnly && (
        <div className={css['problem']}>
          <Message kind="note">{readOnlySentence(readOnly, t, language)}</Message>
          {readOnly.code === 'maybe-in-use' && (
            <Button onPress={() => void takeOpening(api.takeOver(undefined), t)}>
              {t('frame.takeOver')}
            </Button>
          )}
        </div>
      )}
      {verdict?.fault && (
        <div className={css['problem']}>
          <Message kind="failed">
            {t('historyView.doesNotHold', { fault: faultSentence(verdict.fault, t) })}
          </Message>
        </div>
      )}
      {told.length > 0 && away !== told.join() && (
        <div className={css['problem']}>
          <Message kind="note">{told.join(' ')}</Message>
          <Button kind="quiet" onPress={() => setAway(told.join())}>
            {t('frame.putAway')}
          </Button>
        </div>
      )}
    </>
  );
}

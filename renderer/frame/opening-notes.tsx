import { useState } from 'react';
import { problemSentence } from '../../shared/messages/sentences.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';
import css from './frame.module.css';
import { takeOpening } from './opening.ts';

/** What a person should know of how the case was opened: read-only and why, or what a crash had left behind. */
export function OpeningNotes() {
  const t = useT();
  const loaded = useWindow((state) => state.loaded);
  const [away, setAway] = useState<typeof loaded>(null);
  if (!loaded || away === loaded) return null;
  const { readOnly, recovered, keptAside } = loaded;
  return (
    <>
      {readOnly && (
        <div className={css['problem']}>
          <Message kind="note">{problemSentence(readOnly, t)}</Message>
          {readOnly.code === 'maybe-in-use' && (
            <Button onPress={() => void takeOpening(api.takeOver(undefined), t)}>
              {t('frame.takeOver')}
            </Button>
          )}
        </div>
      )}
      {(recovered > 0 || keptAside !== null) && (
        <div className={css['problem']}>
          <Message kind="note">
            {recovered > 0 && t('frame.recovered', { count: recovered })}{' '}
            {keptAside !== null && t('frame.keptAside', { file: keptAside })}
          </Message>
          <Button kind="quiet" onPress={() => setAway(loaded)}>
            {t('frame.putAway')}
          </Button>
        </div>
      )}
    </>
  );
}

import { useState } from 'react';
import type { Backup } from '../../shared/answers.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Message } from '../ui/message.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { closeDialog, tellNote } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './dialogs.module.css';

/** The backups of the case: to look at, each in a window of its own, and to go back to. */
export function EarlierVersions() {
  const t = useT();
  const language = useLanguage();
  const writable = useWindow((state) => state.loaded?.readOnly === null);
  const backups = useAsked('backups', () => api.backups(undefined), []);
  const [problem, setProblem] = useState<string>();
  const look = async ({ name }: Backup): Promise<void> => {
    const answer = await api.showBackup({ name });
    setProblem(answer.ok ? undefined : fileSentence(answer.error, t));
  };
  const restore = async ({ name }: Backup): Promise<void> => {
    const answer = await api.restoreBackup({ name });
    if (!answer.ok) return setProblem(fileSentence(answer.error, t));
    closeDialog();
    const told = t('frame.earlierRestored', { file: answer.value.kept });
    tellNote(told);
    announce(told);
  };
  return (
    <Dialog title={t('frame.earlierVersions')} size="large" onClose={closeDialog}>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
      <p>{t('frame.earlierWhat')}</p>
      {backups?.length === 0 && <p>{t('frame.earlierNone')}</p>}
      <ul className={css['trash']}>
        {backups?.map((backup) => {
          const at = dayAndClock(backup.at, language);
          return (
            <li key={backup.name}>
              <span>
                <time dateTime={backup.at}>{at}</time>{' '}
                <span className={css['soft']}>{sizeOf(backup.bytes, language)}</span>
              </span>
              <span className={css['ways']}>
                <Button aria-label={t('frame.earlierLookNamed', { at })} onPress={() => void look(backup)}>
                  {t('frame.earlierLook')}
                </Button>
                <Button
                  isDisabled={!writable}
                  aria-label={t('frame.earlierRestoreNamed', { at })}
                  onPress={() => void restore(backup)}
                >
                  {t('frame.earlierRestore')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

function sizeOf(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

import { useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import type { Notices } from '../../shared/api.ts';
import { api } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useT } from '../ui/words.tsx';
import css from '../frame/dialogs.module.css';

/**
 * How far the taking in, finding or checking of files is that takes long, and the way out of it. In front of everything:
 * it may have begun in a dialog, in a menu or by dropping files.
 */
export function ExhibitProgress() {
  const t = useT();
  const [progress, setProgress] = useState<Notices['exhibitProgress']>(null);
  useEffect(() => api.on('exhibitProgress', setProgress), []);
  if (!progress) return null;
  const title = t('exhibits.working', { file: progress.file });
  const cancel = (): void => void api.cancelExhibits(undefined);
  return (
    <Dialog title={title} onClose={cancel} foot={<Button onPress={cancel}>{t('exhibits.cancel')}</Button>}>
      <ProgressBar aria-label={title} value={progress.share * 100} className={css['progress'] ?? ''}>
        {({ percentage = 0, valueText }) => (
          <>
            <span className={css['track']}>
              <span className={css['filled']} style={{ inlineSize: `${percentage}%` }} />
            </span>
            <span>{valueText}</span>
          </>
        )}
      </ProgressBar>
    </Dialog>
  );
}

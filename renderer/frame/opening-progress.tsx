import { ProgressBar } from 'react-aria-components';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useT } from '../ui/words.tsx';
import css from './dialogs.module.css';

/** How far the opening of a large case is, and the way out of it. */
export function Opening() {
  const t = useT();
  const opening = useWindow((state) => state.opening);
  if (!opening) return null;
  const cancel = (): void => void api.cancelOpening(undefined);
  return (
    <Dialog
      title={t('frame.opening', { file: opening.file })}
      onClose={cancel}
      foot={<Button onPress={cancel}>{t('frame.cancel')}</Button>}
    >
      <ProgressBar
        aria-label={t('frame.opening', { file: opening.file })}
        value={opening.share * 100}
        className={css['progress'] ?? ''}
      >
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

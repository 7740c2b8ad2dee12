import { ProgressBar } from 'react-aria-components';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import css from './dialogs.module.css';

interface ProgressDialogProps {
  title: string;
  /** How much is done, from 0 to 1. */
  share: number;
  /** The word on the button that ends it, as Escape does. */
  verb: string;
  onCancel: () => void;
}

/** How far something is that takes long, and the way out of it. */
export function ProgressDialog({ title, share, verb, onCancel }: ProgressDialogProps) {
  return (
    <Dialog title={title} onClose={onCancel} foot={<Button onPress={onCancel}>{verb}</Button>}>
      <ProgressBar aria-label={title} value={share * 100} className={css['progress'] ?? ''}>
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

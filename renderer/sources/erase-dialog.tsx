import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';

interface EraseDialogProps {
  name: string;
  /** Answers why it could not be erased, or null when it is. */
  onErase: () => Promise<string | null>;
  onClose: () => void;
}

/** Asks before an identity is erased, since nothing brings it back. */
export function EraseDialog({ name, onErase, onClose }: EraseDialogProps) {
  const t = useT();
  const [problem, setProblem] = useState<string>();
  const erase = async (): Promise<void> => {
    const failed = await onErase();
    if (failed !== null) setProblem(failed);
  };
  return (
    <Dialog
      title={t('sourcesView.eraseTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('frame.cancel')}</Button>
          <Button kind="primary" onPress={() => void erase()}>
            {t('sourcesView.eraseVerb')}
          </Button>
        </>
      }
    >
      <p>{t('sourcesView.eraseWhat', { name })}</p>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

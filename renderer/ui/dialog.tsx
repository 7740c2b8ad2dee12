import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import css from './dialog.module.css';
import { useT } from './words.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at the foot: without any given one that closes it, with null none. */
  foot?: ReactNode;
  size?: 'small' | 'large' | 'wide';
}

/** A window in the window: takes the focus, gives it back, closes by Escape. What was typed is the caller's to keep. */
export function Dialog({ title, onClose, children, foot, size = 'small' }: DialogProps) {
  const t = useT();
  return (
    <ModalOverlay className={css['overlay'] ?? ''} isOpen isDismissable={false} onOpenChange={onClose}>
      <Modal className={`${css['modal']} ${css[size]}`}>
        <AriaDialog className={css['dialog'] ?? ''}>
          <header className={css['head']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" aria-label={t('frame.close')} onPress={onClose}>
              <X size={16} aria-hidden />
            </Button>
          </header>
          <div className={css['body']}>{children}</div>
          {foot !== null && (
            <footer className={css['foot']}>
              {foot ?? (
                <Button kind="primary" onPress={onClose}>
                  {t('frame.done')}
                </Button>
              )}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

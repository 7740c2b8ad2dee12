import { useState } from 'react';
import type { TrashItem } from '../../shared/queries/trash.ts';
import { api } from '../api.ts';
import { failureSentence } from '../failure.ts';
import { run, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Message } from '../ui/message.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import css from './dialogs.module.css';

/** What was put away, with the way back. Nothing leaves it for good: history keeps everything. */
export function Trash() {
  const t = useT();
  const revision = useWindow((state) => state.revision);
  const writable = useWindow((state) => state.loaded?.readOnly === null);
  const items = useAsked('trash', () => api.trash(undefined), [revision]);
  const [problem, setProblem] = useState<string>();
  const restore = async ({ kind, id, ref, label }: TrashItem): Promise<void> => {
    const answer = await run({ type: 'restore', kind, id });
    setProblem(answer.ok ? undefined : failureSentence(answer.error, t));
    if (answer.ok) announce(t('frame.restored', { on: ref || label }));
  };
  return (
    <Dialog title={t('frame.trash')} size="large" onClose={closeDialog}>
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
      {items?.length === 0 && <p>{t('frame.trashEmpty')}</p>}
      <ul className={css['trash']}>
        {items?.map((item) => (
          <li key={item.id}>
            <span>
              <span className={css['soft']}>
                {t(`words.kinds.${item.kind}`)} {item.ref}{' '}
              </span>
              <bdi>{item.label}</bdi>
            </span>
            <Button
              isDisabled={!writable}
              aria-label={t('frame.restoreNamed', { on: item.ref || item.label })}
              onPress={() => void restore(item)}
            >
              {t('frame.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

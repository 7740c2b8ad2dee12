import { useState } from 'react';
import type { ExhibitView } from '../../shared/answers.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Message } from '../ui/message.tsx';
import { Paged } from '../ui/paged.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import { closeDialog, openDialog } from '../ui-state.ts';
import { ExhibitEntry } from './exhibit-entry.tsx';
import { ExhibitForm } from './exhibit-form.tsx';
import css from './sources.module.css';
import { takenWords, type Told } from './taking-in.ts';

/** The exhibits of a case: what is known of each, and how its file is. */
export function ExhibitsDialog() {
  const t = useT();
  const revision = useWindow((state) => state.revision);
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const [looked, setLooked] = useState(0);
  const listed = useAsked('exhibits', () => api.exhibits(undefined), [revision, looked]);
  // What was found out by hash is shown until something changes.
  const [checked, setChecked] = useState<{ views: ExhibitView[]; revision: number }>();
  const [editing, setEditing] = useState<string | null>(null);
  const [told, setTold] = useState<Told>();
  const views = checked?.revision === revision ? checked.views : listed;

  const tell = (text: string): void => {
    setTold({ kind: 'note', text });
    announce(text);
  };
  const add = async (): Promise<void> => {
    // Told here: what the frame tells stands behind this dialog.
    const taken = takenWords(await api.addExhibits(undefined), t);
    setTold(taken ?? undefined);
    if (taken?.kind === 'note') announce(taken.text);
    setLooked((count) => count + 1);
  };
  const check = async (): Promise<void> => {
    const found = await api.checkExhibits(undefined);
    setChecked({ views: found, revision });
    const count = (file: ExhibitView['file']): number => found.filter((each) => each.file === file).length;
    tell(t('exhibits.checked', { missing: count('missing'), altered: count('altered') }));
  };
  const find = async (): Promise<void> => {
    const answer = await api.findExhibits(undefined);
    if (!answer.ok) return setTold({ kind: 'failed', text: fileSentence(answer.error, t) });
    if (answer.value === 'cancelled') return;
    const { found } = answer.value;
    setChecked(undefined);
    setLooked((count) => count + 1);
    tell(found === 0 ? t('exhibits.foundNone') : t('exhibits.found', { count: found }));
  };
  const open = async (id: string): Promise<void> => {
    const answer = await api.openExhibit({ id });
    setTold(answer.ok ? undefined : { kind: 'failed', text: fileSentence(answer.error, t) });
  };

  return (
    <Dialog title={t('exhibits.title')} size="large" onClose={closeDialog}>
      <p className={css['soft']}>{t('exhibits.what')}</p>
      <div className={css['ways']}>
        <Button isDisabled={!writable} onPress={() => void add()}>
          {t('exhibits.add')}
        </Button>
        <Button isDisabled={!writable} onPress={() => openDialog('paste-exhibit')}>
          {t('exhibits.paste')}
        </Button>
        <Button onPress={() => void check()}>{t('exhibits.check')}</Button>
        <Button isDisabled={!writable} onPress={() => void find()}>
          {t('exhibits.find')}
        </Button>
      </div>
      {told && <Message kind={told.kind}>{told.text}</Message>}
      {views?.length === 0 && <p>{t('exhibits.none')}</p>}
      <Paged items={views ?? []} keyOf={({ id }) => id} className={css['exhibits']}>
        {(exhibit) =>
          editing === exhibit.id ? (
            <ExhibitForm exhibit={exhibit} onLeave={() => setEditing(null)} />
          ) : (
            <ExhibitEntry
              exhibit={exhibit}
              writable={writable}
              onOpen={() => void open(exhibit.id)}
              onEdit={() => setEditing(exhibit.id)}
            />
          )
        }
      </Paged>
    </Dialog>
  );
}

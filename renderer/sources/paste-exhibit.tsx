import { useEffect, useState } from 'react';
import { EXHIBIT_KINDS, type ExhibitKind } from '../../shared/case/words.ts';
import { api } from '../api.ts';
import { useDraft } from '../drafts.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { Message } from '../ui/message.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { closeDialog, openDialog } from '../ui-state.ts';
import { sizeWords } from './size-words.ts';
import css from './sources.module.css';
import { takenWords } from './taking-in.ts';

interface Draft {
  title: string;
  kind: ExhibitKind;
  text: string;
  /** A picture that was pasted goes instead of the text. */
  picture: Uint8Array<ArrayBuffer> | null;
}

const EMPTY: Draft = { title: '', kind: 'call', text: '', picture: null };

/**
 * An exhibit that is pasted or written here: a picture from the clipboard, or a text such as the notes of a call. Closed
 * without taking it in, it keeps what was written.
 */
export function PasteExhibit() {
  const t = useT();
  const language = useLanguage();
  // Of one case: what was said in a call must not be offered to another.
  const caseId = useWindow(({ overview }) => overview?.id);
  const key = `paste-exhibit:${caseId}`;
  const [draft, change, clear] = useDraft<Draft>(key, EMPTY);
  const { picture } = draft;
  const [problem, setProblem] = useState<string>();
  const set = (part: Partial<Draft>): void => change({ ...draft, ...part });

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      const file = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      // Word processors put a picture of a text beside the text.
      if (!file || data?.types.includes('text/plain')) return;
      event.preventDefault();
      void file.arrayBuffer().then((bytes) => set({ picture: new Uint8Array(bytes) }));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
    // Anew each time: it adds to what is written by then.
  });

  const save = async (): Promise<void> => {
    const { title, kind, text } = draft;
    if (!picture && text.trim() === '') return setProblem(t('exhibits.pasteNothing'));
    const bytes = picture ?? new TextEncoder().encode(text);
    const name = title.trim() === '' ? t(`words.exhibits.${picture ? 'image' : kind}`) : title;
    const asked = { title: name, kind: picture ? ('image' as const) : kind, bytes };
    const told = takenWords(await api.pasteExhibit(asked), t);
    if (told?.kind !== 'note') return setProblem(told?.text);
    clear();
    announce(told.text);
    openDialog('exhibits');
  };
  return (
    <Dialog
      title={t('exhibits.pasteTitle')}
      onClose={closeDialog}
      foot={
        <>
          <Button
            onPress={() => {
              clear();
              closeDialog();
            }}
          >
            {t('frame.cancel')}
          </Button>
          <Button kind="primary" onPress={() => void save()}>
            {t('exhibits.pasteVerb')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('exhibits.fields.title')}
        value={draft.title}
        onChange={(title) => set({ title })}
        onEnter={() => void save()}
        autoFocus
      />
      {picture ? (
        <div className={css['ways']}>
          <span>{t('exhibits.pastePicture', { size: sizeWords(picture.length, language) })}</span>
          <Button onPress={() => set({ picture: null })}>{t('exhibits.pasteDrop')}</Button>
        </div>
      ) : (
        <>
          <SelectField
            label={t('exhibits.pasteKind')}
            value={draft.kind}
            choices={EXHIBIT_KINDS.map((value) => ({ value, text: t(`words.exhibits.${value}`) }))}
            onChange={(kind) => set({ kind })}
          />
          <TextField
            label={t('exhibits.pasteText')}
            hint={t('exhibits.pasteTextHint')}
            value={draft.text}
            onChange={(text) => set({ text })}
            onEnter={() => void save()}
            long
          />
        </>
      )}
      {problem !== undefined && <Message kind="failed">{problem}</Message>}
    </Dialog>
  );
}

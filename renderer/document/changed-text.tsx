import { useState } from 'react';
import type { ChangedText, TextPiece } from '../../shared/queries/changed-text.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Message } from '../ui/message.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import css from './changed-text.module.css';

type Told = { kind: 'note' | 'failed'; sentence: string };

/** The text of the shown document as the decisions on its queries have it, to look at, copy and save. */
export function ChangedTextDialog() {
  const t = useT();
  const documentId = useWindow((state) => state.documentId) ?? '';
  const title = useWindow(({ documents }) => documents.find(({ id }) => id === documentId)?.title ?? '');
  const revision = useWindow((state) => state.revision);
  const changed = useAsked(`changed:${documentId}`, () => api.changedText({ id: documentId }), [revision]);
  const [told, setTold] = useState<Told>();
  if (!changed) return null;

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(changed.text);
      setTold({ kind: 'note', sentence: t('document.changed.copied') });
      announce(t('document.changed.copied'));
    } catch {
      setTold({ kind: 'failed', sentence: t('document.changed.notCopied') });
    }
  };
  const save = async (): Promise<void> => {
    const answer = await api.saveChangedText({ id: documentId });
    if (!answer.ok) return setTold({ kind: 'failed', sentence: fileSentence(answer.error, t) });
    if (answer.value === 'cancelled') return setTold(undefined);
    const { path, unsearched } = answer.value;
    const saved = t('document.changed.saved', { path });
    const sentence = unsearched > 0 ? `${saved} ${t('protection.unsearched', { count: unsearched })}` : saved;
    setTold({ kind: 'note', sentence });
    announce(sentence);
  };

  return (
    <Dialog
      title={t('document.changed.title')}
      size="large"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={() => void copy()}>{t('document.changed.copy')}</Button>
          <Button onPress={() => void save()}>{t('document.changed.save')}</Button>
          <Button kind="primary" onPress={closeDialog}>
            {t('frame.done')}
          </Button>
        </>
      }
    >
      {told && <Message kind={told.kind}>{told.sentence}</Message>}
      <p>{t('document.changed.of', { title })}</p>
      <Standing changed={changed} />
      <Shown pieces={changed.pieces} />
    </Dialog>
  );
}

/** How the queries stand: what is in the text, and what is not. */
function Standing({ changed }: { changed: ChangedText }) {
  const t = useT();
  const language = useLanguage();
  const { applied, open, overlapping } = changed;
  const say = (name: 'applied' | 'open' | 'overlapping', numbers: readonly number[]): string => {
    const named = numbers.map((number) => t('document.query.number', { number }));
    const queries = new Intl.ListFormat(language).format(named);
    return t(`document.changed.${name}`, { count: numbers.length, queries });
  };
  return (
    <>
      <p>{applied.length === 0 ? t('document.changed.nothing') : say('applied', applied)}</p>
      {overlapping.length > 0 && <Message kind="note">{say('overlapping', overlapping)}</Message>}
      {open.length > 0 && <Message kind="note">{say('open', open)}</Message>}
    </>
  );
}

function Shown({ pieces }: { pieces: readonly TextPiece[] }) {
  const t = useT();
  return (
    // A place that scrolls must be reachable for the keyboard (axe: scrollable-region-focusable).
    <div
      className={css['text']}
      role="region"
      aria-label={t('document.changed.text')}
      dir="auto"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {pieces.map((piece, index) => ('kept' in piece ? piece.kept : <Change key={index} {...piece} />))}
    </div>
  );
}

/**
 * What goes out and what comes in; told in words too, since few programs that read aloud say it. These words are apart
 * from the text, so that they do not decide its direction.
 */
function Change({ number, out, into }: { number: number; out: string; into: string }) {
  const t = useT();
  const query = t('document.query.number', { number });
  return (
    <span data-change={number}>
      <del>
        <bdi className="unseen">{t('document.changed.out', { query })} </bdi>
        {out}
      </del>
      {into !== '' && (
        <ins>
          <bdi className="unseen"> {t('document.changed.into', { query })} </bdi>
          {into}
        </ins>
      )}
      <bdi className="unseen"> {t('document.changed.end', { query })} </bdi>
      <sup className={css['number']} aria-hidden>
        {query}
      </sup>
    </span>
  );
}

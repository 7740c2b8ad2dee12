import { useRef } from 'react';
import type { DocumentView } from '../../../shared/queries/document-view.ts';
import { showDocument } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { focusView } from '../../ui/focus-view.ts';
import { Message } from '../../ui/message.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useLanguage, useT } from '../../ui/words.tsx';
import { openDialog } from '../../ui-state.ts';
import { dayAndClock } from '../../when.ts';
import { Doubtful } from './doubtful.tsx';
import type { TextPlace } from './show-span.ts';
import css from './versions.module.css';

interface VersionNotesProps {
  view: DocumentView;
  /** Where the text of it is read. */
  place: TextPlace;
}

/** What stands above the text as long as it is so: that it is an older version, or that places in it wait for a person. */
export function VersionNotes({ view, place }: VersionNotesProps) {
  const notes = useRef<HTMLDivElement>(null);
  // What was settled is gone with its buttons; the work goes on with the next one, or else in the text.
  useKeptFocus(notes, view.doubtful, () => {
    const next = notes.current?.querySelector<HTMLElement>('[aria-expanded="true"][data-entry]');
    if (next) next.focus();
    else focusView();
  });
  const newest = view.versions.at(-1);
  const isOlder = newest !== undefined && newest.id !== view.document.id;
  return (
    <div ref={notes} className={css['notes']}>
      {isOlder && <Older view={view} newestId={newest.id} />}
      {!isOlder && view.doubtful.length > 0 && <Doubtful view={view} place={place} />}
    </div>
  );
}

function Older({ view: { document, versions }, newestId }: { view: DocumentView; newestId: string }) {
  const t = useT();
  const language = useLanguage();
  const number = versions.findIndex(({ id }) => id === document.id) + 1;
  const when = dayAndClock(document.addedAt, language);
  return (
    <Message kind="note">
      <p>{t('versions.older', { number, count: versions.length, when })}</p>
      <div className={css['ways']}>
        <Button kind="primary" onPress={() => showDocument(newestId)}>
          {t('versions.toNewest')}
        </Button>
        <Button onPress={() => openDialog('versions')}>{t('versions.compare')}</Button>
      </div>
    </Message>
  );
}

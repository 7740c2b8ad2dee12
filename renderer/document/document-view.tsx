import { useEffect, useRef, type RefObject } from 'react';
import { api } from '../api.ts';
import { showDocument, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/fields.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { openDialog, useUi, type Span } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './document.module.css';
import { placeCaret } from './place-caret.ts';
import { Queries } from './queries.tsx';
import { Reader } from './reader.tsx';
import { SelectionTools } from './selection-tools.tsx';

/** The text that is being checked. */
export function DocumentView() {
  const t = useT();
  const documents = useWindow((state) => state.documents);
  const documentId = useWindow((state) => state.documentId);
  if (documentId === null) {
    return (
      <div className={css['empty']}>
        <h2>{t('document.none')}</h2>
        <p>{t('document.noneHint')}</p>
        <Button kind="primary" onPress={() => openDialog('add-document')}>
          {t('document.add')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {documents.length > 1 && (
        <div className={css['choose']}>
          <SelectField
            label={t('document.which')}
            value={documentId}
            choices={documents.map(({ id, title }) => ({ value: id, text: title }))}
            onChange={showDocument}
          />
        </div>
      )}
      <Reading key={documentId} id={documentId} />
    </>
  );
}

function Reading({ id }: { id: string }) {
  const t = useT();
  const language = useLanguage();
  const revision = useWindow(({ revisions }) => revisions.get(id) ?? 0);
  const view = useAsked(`document:${id}`, () => api.document({ id }), [revision]);
  const column = useRef<HTMLDivElement>(null);
  const form = useUi((ui) => ui.form);
  const query = form?.kind === 'query' && form.documentId === id ? form : null;
  const asked = query?.itemId === null ? query.span : null;
  useReturn(column, view?.document.text ?? '', asked);
  if (!view) return null;
  const { title, fileName, sha256, addedAt, text } = view.document;
  return (
    <div className={css['place']}>
      <div className={css['reading']} data-beside={view.queries.length > 0 || asked !== null || undefined}>
        <div className={css['scroll']}>
          <article className={css['sheet']} aria-label={title}>
            <Reader view={view} column={column} asked={asked} />
            <footer className={css['foot']}>
              <p>
                {t('document.kept', {
                  when: dayAndClock(addedAt, language),
                  file: fileName ?? t('document.pasted'),
                })}
              </p>
              <p>
                {t('document.sha256')} <code>{sha256}</code>
              </p>
            </footer>
            <SelectionTools documentId={id} text={text} column={column} />
          </article>
        </div>
        <Queries view={view} form={query} />
      </div>
    </div>
  );
}

/** When the form on some words is gone, the keyboard goes back to these words, unless it went elsewhere. */
function useReturn(column: RefObject<HTMLDivElement | null>, text: string, asked: Span | null): void {
  useEffect(() => {
    const place = column.current;
    if (!asked || !place) return;
    return () => {
      // The form gives the focus back first (ui/entry-form.tsx), to the column as a whole.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          const left = [place, document.body].some((each) => each === document.activeElement);
          if (left && useUi.getState().form === null) placeCaret(place, text, asked.start);
        });
      });
    };
  }, [column, text, asked]);
}

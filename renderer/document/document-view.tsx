import { useRef } from 'react';
import { api } from '../api.ts';
import { showDocument, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/fields.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { openDialog } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './document.module.css';
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
  if (!view) return null;
  const { title, fileName, sha256, addedAt, text } = view.document;
  return (
    <div className={css['scroll']}>
      <article className={css['sheet']} aria-label={title}>
        <Reader view={view} column={column} />
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
  );
}

import { api } from '../api.ts';
import { showDocument, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/fields.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import { openDialog } from '../ui-state.ts';
import css from './document.module.css';
import { OpenDocument } from './open-document.tsx';

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
  const revision = useWindow(({ revisions }) => revisions.get(id) ?? 0);
  const view = useAsked(`document:${id}`, () => api.document({ id }), [revision]);
  return view ? <OpenDocument view={view} /> : null;
}

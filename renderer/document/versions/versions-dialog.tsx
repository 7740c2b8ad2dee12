import { useState } from 'react';
import type { DocumentView, DocumentVersion } from '../../../shared/queries/document-view.ts';
import { api } from '../../api.ts';
import { useWindow } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useLanguage, useT } from '../../ui/words.tsx';
import { closeDialog, openDialog } from '../../ui-state.ts';
import { dayAndClock } from '../../when.ts';
import css from './compared.module.css';
import { ComparedTexts } from './compared-texts.tsx';

/** The versions of the document that is shown, one against another, side by side. */
export function VersionsDialog() {
  const t = useT();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const documentId = useWindow((state) => state.documentId) ?? '';
  const revision = useWindow(({ revisions }) => revisions.get(documentId) ?? 0);
  const view = useAsked(`document:${documentId}`, () => api.document({ id: documentId }), [revision]);
  if (!view) return null;
  return (
    <Dialog
      title={t('versions.title', { title: view.document.title })}
      size={view.versions.length > 1 ? 'wide' : 'large'}
      onClose={closeDialog}
      foot={
        <>
          {writable && (
            <Button onPress={() => openDialog('add-version')}>{t('menu.actions.add-version')}</Button>
          )}
          <Button kind="primary" onPress={closeDialog}>
            {t('frame.done')}
          </Button>
        </>
      }
    >
      {view.versions.length > 1 ? <Versions key={documentId} view={view} /> : <p>{t('versions.one')}</p>}
    </Dialog>
  );
}

/** Two versions that a person chooses: at first the shown one, and the one before it or else the newest. */
function Versions({ view: { document, versions } }: { view: DocumentView }) {
  const t = useT();
  const language = useLanguage();
  const shown = versions.findIndex(({ id }) => id === document.id);
  const isNewest = shown === versions.length - 1;
  const [beforeId, setBeforeId] = useState(versions[isNewest ? shown - 1 : shown]?.id ?? '');
  const [afterId, setAfterId] = useState(versions.at(-1)?.id ?? '');
  const named = ({ id, addedAt }: DocumentVersion): string =>
    t('versions.which', {
      number: versions.findIndex((each) => each.id === id) + 1,
      count: versions.length,
      when: dayAndClock(addedAt, language),
    });
  const choices = versions.map((version) => ({
    value: version.id,
    text: named(version),
    detail: version.fileName ?? t('document.pasted'),
  }));
  const name = (id: string): string => choices.find(({ value }) => value === id)?.text ?? '';
  const before = useText(beforeId);
  const after = useText(afterId);
  return (
    <>
      <div className={css['choose']} data-choose>
        <SelectField label={t('versions.before')} value={beforeId} choices={choices} onChange={setBeforeId} />
        <SelectField label={t('versions.after')} value={afterId} choices={choices} onChange={setAfterId} />
      </div>
      {before !== undefined && after !== undefined && (
        <ComparedTexts
          key={`${beforeId}:${afterId}`}
          before={{ id: beforeId, text: before, name: name(beforeId) }}
          after={{ id: afterId, text: after, name: name(afterId) }}
        />
      )}
    </>
  );
}

/** The text of a version, which never changes; undefined until it is here. */
function useText(id: string): string | undefined {
  return useAsked(`text:${id}`, async () => (await api.document({ id }))?.document.text ?? '');
}

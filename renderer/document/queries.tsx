import { useEffect, useId, useRef } from 'react';
import type { DocumentQuery, DocumentView } from '../../shared/queries/document-view.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { focusView } from '../ui/focus-view.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useT } from '../ui/words.tsx';
import { openDialog, showQuery, useUi, type OpenForm } from '../ui-state.ts';
import css from './queries.module.css';
import { QueryEntry } from './query-entry.tsx';
import { QueryForm } from './query-form.tsx';

interface QueriesProps {
  view: DocumentView;
  /** The form for a query on this document, if it is open. */
  form: Extract<OpenForm, { kind: 'query' }> | null;
}

/** What is put to the author or editor about this document: beside the text where there is room, or else below it. */
export function Queries({ view, form }: QueriesProps) {
  const t = useT();
  const headingId = useId();
  const list = useRef<HTMLElement>(null);
  const { queries, document } = view;
  useGoThere(list, queries);
  // A query that was decided stands in another list; one that was removed stands nowhere.
  useKeptFocus(list, queries, (gone) => {
    const id = gone.closest<HTMLElement>('[data-entry]')?.dataset['entry'];
    const entry = id === undefined ? null : entryOf(list.current, id);
    if (entry) entry.focus();
    else focusView();
  });
  const asking = form?.itemId === null;
  if (queries.length === 0 && !asking) return null;
  const open = queries.filter(({ decision }) => decision === null);
  const decided = queries.filter(({ decision }) => decision !== null);
  return (
    <section ref={list} className={css['side']} aria-labelledby={headingId}>
      <header className={css['head']}>
        <h2 id={headingId}>{t('document.query.title')}</h2>
        {queries.length > 0 && (
          <Button kind="quiet" onPress={() => openDialog('changed-text')}>
            {t('menu.actions.changed-text')}
          </Button>
        )}
      </header>
      {asking && (
        <div className={css['form']}>
          <QueryForm
            key={document.id}
            form={form}
            text={document.text}
            query={null}
            passages={view.passages}
          />
        </div>
      )}
      <Listed title={t('document.query.open', { count: open.length })} queries={open} view={view} />
      <Listed title={t('document.query.decided', { count: decided.length })} queries={decided} view={view} />
    </section>
  );
}

function Listed(props: { title: string; queries: readonly DocumentQuery[]; view: DocumentView }) {
  const { title, queries, view } = props;
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const shownId = useUi(({ shownQuery }) => shownQuery?.id);
  if (queries.length === 0) return null;
  return (
    <>
      <h3 className={css['group']}>{title}</h3>
      <ul className={css['list']}>
        {queries.map((query) => (
          <QueryEntry
            key={query.id}
            query={query}
            text={view.document.text}
            shown={query.id === shownId}
            writable={writable}
          />
        ))}
      </ul>
    </>
  );
}

/** Follows what is pointed at in the text: into sight where the list scrolls by itself, with the keyboard if asked to. */
function useGoThere(list: React.RefObject<HTMLElement | null>, queries: readonly DocumentQuery[]): void {
  const shown = useUi((ui) => ui.shownQuery);
  useEffect(() => {
    const place = list.current;
    const entry = shown && entryOf(place, shown.id);
    if (!place || !entry) return;
    if (shown.go === 'list') {
      showQuery(shown.id, null);
      entry.focus();
    } else {
      const { top, bottom } = place.getBoundingClientRect();
      const at = entry.getBoundingClientRect();
      if (at.top < top || at.bottom > bottom) place.scrollBy({ top: at.top - top - 48 });
    }
  }, [list, queries, shown]);
}

function entryOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`) ?? null;
}

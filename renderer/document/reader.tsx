import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { DocumentView } from '../../shared/queries/document-view.ts';
import { select, useWindow } from '../store.ts';
import { showQuery, useUi, type Span } from '../ui-state.ts';
import css from './document.module.css';
import { markingsOf, marksIn, queriesIn } from './markings.ts';
import { placeCaret } from './place-caret.ts';
import { ReaderLine } from './reader-line.tsx';
import { linesOf } from './segments.ts';

interface ReaderProps {
  view: DocumentView;
  column: React.RefObject<HTMLDivElement | null>;
  /** The words that a query is being written about. */
  asked: Span | null;
}

/** The document in a reading column, its passages marked: allegations by state, and the words that queries are about. */
export function Reader({ view, column, asked }: ReaderProps) {
  const { document: text } = view;
  const lines = useMemo(() => linesOf(text.text, markingsOf(view, asked)), [text.text, view, asked]);
  const selectedId = useWindow((state) => state.selectedId);
  const shownQuery = useUi((ui) => ui.shownQuery);
  const last = useRef(selectedId);

  // A text that can be walked through with the caret, and selected by keyboard, but not changed.
  useEffect(() => {
    const place = column.current;
    const refuse = (event: Event): void => event.preventDefault();
    const refused = ['beforeinput', 'paste', 'cut', 'drop', 'dragstart'];
    for (const name of refused) place?.addEventListener(name, refuse);
    const compose = (): void => place?.blur();
    place?.addEventListener('compositionstart', compose);
    return () => {
      for (const name of refused) place?.removeEventListener(name, refuse);
      place?.removeEventListener('compositionstart', compose);
    };
  }, [column]);

  useEffect(() => {
    if (selectedId === null || selectedId === last.current) return;
    last.current = selectedId;
    column.current?.querySelector('mark[data-selected]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId, column, lines]);

  useEffect(() => {
    const query = view.queries.find(({ id }) => id === shownQuery?.id);
    if (!query || shownQuery?.go !== 'text' || !column.current) return;
    showQuery(query.id, null);
    placeCaret(column.current, text.text, query.start);
  }, [shownQuery, column, view, text.text]);

  useEffect(() => {
    if (asked) column.current?.querySelector('[data-asked]')?.scrollIntoView({ block: 'nearest' });
  }, [asked, column]);

  const pick = (target: EventTarget | null, byKey: boolean): boolean => {
    if (!(target instanceof Element)) return false;
    const id = target.closest('mark')?.getAttribute('data-id');
    const queryId = target.closest('[data-query]')?.getAttribute('data-query');
    if (id) {
      last.current = id;
      select(id);
    }
    // A click only points: who clicks goes on reading. A key goes where what was picked can be read.
    if (queryId) showQuery(queryId, byKey && !id ? 'list' : null);
    return Boolean(id ?? queryId);
  };
  const click = (event: MouseEvent): void => {
    if (document.getSelection()?.isCollapsed ?? true) pick(event.target, false);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    const at = document.getSelection()?.anchorNode?.parentElement ?? null;
    if (pick(at, true)) event.preventDefault();
  };

  return (
    <div
      ref={column}
      className={css['text']}
      data-reader
      data-first-focus
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      role="textbox"
      aria-readonly
      aria-multiline
      aria-label={text.title}
      tabIndex={0}
      onClick={click}
      onKeyDown={press}
    >
      {lines.map((line, index) => (
        <ReaderLine
          // Lines of a stored text never move.
          key={`${text.id}:${index}`}
          line={line}
          selectedId={line.some(({ marks }) => marksIn(marks).length > 0) ? selectedId : null}
          queryId={line.some(({ marks }) => queriesIn(marks).length > 0) ? (shownQuery?.id ?? null) : null}
        />
      ))}
    </div>
  );
}

import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { directionOf } from '../../shared/text/direction.ts';
import type { DocumentView } from '../../shared/queries/document-view.ts';
import { select, useWindow } from '../store.ts';
import { showQuery, useUi, type Span } from '../ui-state.ts';
import { passagesIn, queriesIn } from './markings.ts';
import { placeCaret } from './place-caret.ts';
import { ReaderChunk } from './reader-chunk.tsx';
import css from './reader.module.css';
import { bringIntoView } from './reading/bring-into-view.ts';
import { drawAt } from './reading/draw-chunks.ts';
import type { Drawn } from './reading/drawn.ts';
import { rangeOf, selectedUnits } from './reading/places.ts';
import type { Reading } from './reading/reading.ts';

interface ReaderProps {
  view: DocumentView;
  reading: Reading;
  drawn: readonly Drawn[];
  column: React.RefObject<HTMLDivElement | null>;
  /** The words that a query is being written about. */
  asked: Span | null;
}

/** The document in a reading column, its passages marked: allegations by state, and the words that queries are about. */
export const Reader = memo(function Reader(props: ReaderProps) {
  const { view, reading, drawn, column, asked } = props;
  const selectedId = useWindow((state) => state.selectedId);
  const shownQuery = useUi((ui) => ui.shownQuery);
  const filter = useUi((ui) => ui.coverageFilter);
  const hintsShown = useUi((ui) => ui.hintsShown);
  const last = useRef(selectedId);
  useRefusedEdits(column);

  /** Brings a span into sight, counted in code points. */
  const show = (span: Span | undefined): void => {
    if (!span || !column.current) return;
    const { positions } = reading;
    const place = column.current;
    const [from, to] = [positions.toUnits(span.start), positions.toUnits(span.end)];
    // Chunks are drawn at once, which cannot be done while effects are run.
    queueMicrotask(() => {
      drawAt(place, reading, from, to);
      const range = rangeOf(place, reading, from, to);
      if (range) bringIntoView(range);
    });
  };

  useEffect(() => {
    if (selectedId === null || selectedId === last.current) return;
    const passage = view.passages.find(({ allegationId }) => allegationId === selectedId);
    // A passage that was recorded a moment ago comes with the next view.
    if (!passage) return;
    last.current = selectedId;
    show(passage);
    // oxlint-disable-next-line react/exhaustive-deps -- `show` says the same with every render.
  }, [selectedId, view]);

  useEffect(() => {
    const query = view.queries.find(({ id }) => id === shownQuery?.id);
    if (!query || shownQuery?.go !== 'text' || !column.current) return;
    showQuery(query.id, null);
    const { positions } = reading;
    const place = column.current;
    queueMicrotask(() =>
      placeCaret(place, reading, positions.toUnits(query.start), positions.toUnits(query.end)),
    );
  }, [shownQuery, column, view, reading]);

  useEffect(() => {
    if (asked) show(asked);
    // oxlint-disable-next-line react/exhaustive-deps -- `show` says the same with every render.
  }, [asked]);

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
    const edge = edgeOf(event);
    if (edge && column.current) {
      toEdge(column.current, reading, edge, event.shiftKey);
      return event.preventDefault();
    }
    if (event.key !== 'Enter') return;
    const at = document.getSelection()?.anchorNode?.parentElement ?? null;
    if (pick(at, true)) event.preventDefault();
  };
  // The text as it is stored, without what layout adds between cells and lines.
  const copy = (event: React.ClipboardEvent): void => {
    const selected = selectedUnits(event.currentTarget as HTMLElement);
    if (!selected || selected.from === selected.to) return;
    event.clipboardData.setData('text/plain', reading.text.slice(selected.from, selected.to));
    event.preventDefault();
  };

  const { language } = reading;
  return (
    <div
      ref={column}
      className={css['text']}
      data-reader
      data-first-focus
      data-parting={reading.parting}
      data-filter={filter}
      data-hints={hintsShown || undefined}
      lang={language ?? undefined}
      dir={language === null ? 'auto' : directionOf(language)}
      // `true` would have React look through all of the text for the caret whenever it changes anything at all.
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      spellCheck={false}
      role="textbox"
      aria-readonly
      aria-multiline
      aria-label={view.document.title}
      tabIndex={0}
      onClick={click}
      onKeyDown={press}
      onCopy={copy}
    >
      {drawn.map((each) => (
        <ReaderChunk
          // Lines of a stored text never move.
          key={each.chunk.index}
          text={reading.text}
          drawn={each}
          of={drawn.length}
          selectedId={
            passagesIn(each.marks).some(({ allegationId }) => allegationId === selectedId) ? selectedId : null
          }
          queryId={
            queriesIn(each.marks).some(({ id }) => id === shownQuery?.id) ? (shownQuery?.id ?? null) : null
          }
        />
      ))}
    </div>
  );
});

/** Whether a key goes to the beginning of the text or to its end; the second pair are a Mac's. */
function edgeOf({ key, ctrlKey, metaKey }: KeyboardEvent): 'start' | 'end' | null {
  if (ctrlKey && (key === 'Home' || key === 'End')) return key === 'Home' ? 'start' : 'end';
  if (metaKey && (key === 'ArrowUp' || key === 'ArrowDown')) return key === 'ArrowUp' ? 'start' : 'end';
  return null;
}

/** Goes to the beginning or the end of the text. The browser would stop short: out of sight it knows no places for a caret. */
function toEdge(column: HTMLElement, reading: Reading, edge: 'start' | 'end', selecting: boolean): void {
  const unit = edge === 'start' ? 0 : reading.text.length;
  const selection = document.getSelection();
  const { anchorNode = null, anchorOffset = 0 } = selection ?? {};
  placeCaret(column, reading, unit);
  const { focusNode = null, focusOffset = 0 } = selection ?? {};
  if (selecting && anchorNode?.isConnected && focusNode)
    selection?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

/** A text that can be walked through with the caret, and selected by keyboard, but not changed. */
function useRefusedEdits(column: React.RefObject<HTMLDivElement | null>): void {
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
}

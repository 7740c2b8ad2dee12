import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { DocumentView } from '../../shared/queries/document-view.ts';
import { GLYPHS } from '../../shared/messages/glyphs.ts';
import { select, useWindow } from '../store.ts';
import css from './document.module.css';
import { linesOf, type Line } from './segments.ts';

/** The document in a reading column, its passages marked by state. */
export function Reader({
  view,
  column,
}: {
  view: DocumentView;
  column: React.RefObject<HTMLDivElement | null>;
}) {
  const { document: text, marks } = view;
  const lines = useMemo(() => linesOf(text.text, marks), [text.text, marks]);
  const selectedId = useWindow((state) => state.selectedId);
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

  const pick = (target: EventTarget | null): boolean => {
    const mark = target instanceof Element ? target.closest('mark') : null;
    const id = mark?.getAttribute('data-id');
    if (!id) return false;
    last.current = id;
    select(id);
    return true;
  };
  const click = (event: MouseEvent): void => {
    if (document.getSelection()?.isCollapsed ?? true) pick(event.target);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    const at = document.getSelection()?.anchorNode?.parentElement ?? null;
    if (pick(at)) event.preventDefault();
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
          selectedId={line.some(({ marks: over }) => over.length > 0) ? selectedId : null}
        />
      ))}
    </div>
  );
}

const ReaderLine = memo(function ReaderLine({ line, selectedId }: { line: Line; selectedId: string | null }) {
  return (
    <p dir="auto">
      {line.map((segment, index) => {
        const mark =
          segment.marks.find(({ allegationId }) => allegationId === selectedId) ?? segment.marks.at(-1);
        if (!mark) return segment.text;
        // Shown by the style sheet: what is not in the text must not be in its text content either.
        const label = segment.ending.map(({ state, ref }) => `${GLYPHS[state]} ${shortRef(ref)}`).join(' ');
        return (
          <mark
            key={index}
            data-id={mark.allegationId}
            data-state={mark.state}
            data-selected={mark.allegationId === selectedId || undefined}
            data-label={label === '' ? undefined : label}
          >
            {segment.text}
          </mark>
        );
      })}
    </p>
  );
});

/** `3` of `CHN-003`: in the margin of one case the prefix is noise. */
function shortRef(ref: string): string {
  return ref.replace(/^.*-0*/u, '');
}

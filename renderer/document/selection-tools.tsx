import { useCallback, useEffect, useState, type RefObject } from 'react';
import { runHere } from '../frame/actions.ts';
import { failureSentence } from '../failure.ts';
import { run, select, useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { askToEdit, openForm, tellProblem, useUi } from '../ui-state.ts';
import css from './document.module.css';
import { selectedSpan, type SelectedSpan } from './selected-span.ts';

interface Props {
  documentId: string;
  text: string;
  column: RefObject<HTMLDivElement | null>;
}

interface Shown extends SelectedSpan {
  /** Where the tools stand, in pixels from the top of the sheet. */
  top: number;
}

/** What can be done with the words that are selected in the text; beside them, and by key. */
export function SelectionTools({ documentId, text, column }: Props) {
  const t = useT();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const selected = useWindow(({ rows, selectedId }) =>
    selectedId === null ? undefined : rows.get(selectedId),
  );
  const [span, setSpan] = useState<Shown | null>(null);

  useEffect(() => {
    const look = (): void => {
      const found = column.current && selectedSpan(column.current, text);
      const sheet = column.current?.parentElement;
      if (!found || !sheet) return setSpan(null);
      const { range, ...rest } = found;
      const top = range.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top;
      setSpan({ ...rest, top });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [column, text]);

  const record = useCallback(async (): Promise<void> => {
    if (!span) return;
    const passage = { documentId, start: span.start, end: span.end };
    const statement = span.words.replace(/\s+/gu, ' ');
    const answer = await run({ type: 'record-allegation', statement, passage });
    if (!answer.ok) return tellProblem(failureSentence(answer.error, t));
    document.getSelection()?.removeAllRanges();
    const id = answer.value.created.find(({ kind }) => kind === 'allegations')?.id;
    if (id === undefined) return;
    select(id);
    askToEdit();
    announce(t('document.recorded', { ref: useWindow.getState().rows.get(id)?.ref ?? '' }));
  }, [documentId, span, t]);

  const selectedId = selected?.id ?? null;
  const ask = useCallback((): void => {
    if (!span) return;
    // The words stay marked while the form is open, and the caret waits before them.
    document.getSelection()?.collapseToStart();
    const { start, end } = span;
    openForm({ kind: 'query', id: selectedId, documentId, span: { start, end }, itemId: null });
  }, [documentId, span, selectedId]);

  useEffect(() => {
    const can = span !== null && writable;
    useUi.setState({
      recordSelection: can ? () => void record() : null,
      askAboutSelection: can ? ask : null,
    });
    return () => useUi.setState({ recordSelection: null, askAboutSelection: null });
  }, [span, writable, record, ask]);

  const anchorToo = async (allegationId: string, ref: string): Promise<void> => {
    if (!span) return;
    const place = { documentId, start: span.start, end: span.end };
    if (await runHere(t, { type: 'add-passage', allegationId, span: place })) {
      document.getSelection()?.removeAllRanges();
      announce(t('document.anchored', { ref }));
    }
  };

  if (!span || !writable) return null;
  return (
    // Pressing the button must not end the selection it is about.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      className={css['tools']}
      style={{ insetBlockStart: span.top + 6 }}
      onMouseDown={(event) => event.preventDefault()}
      role="toolbar"
      aria-label={t('document.selectionTools')}
    >
      <Button kind="primary" preventFocusOnPress onPress={() => void record()}>
        {t('menu.actions.new-allegation')} <kbd>A</kbd>
      </Button>
      <Button preventFocusOnPress onPress={ask}>
        {t('menu.actions.add-query')} <kbd>Q</kbd>
      </Button>
      {selected && (
        <Button preventFocusOnPress onPress={() => void anchorToo(selected.id, selected.ref)}>
          {t('document.anchorToo', { ref: selected.ref })}
        </Button>
      )}
    </div>
  );
}

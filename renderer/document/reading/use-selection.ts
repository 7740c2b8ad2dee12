import { useEffect, useState, type RefObject } from 'react';
import { selectedSpan, type SelectedSpan } from '../selected-span.ts';
import type { Reading } from './reading.ts';

/** What is selected in the text, and where its tools stand, in pixels from the top of the sheet. */
export interface Selected extends SelectedSpan {
  top: number;
}

/** What is selected in the text; null while nothing is. */
export function useSelected(column: RefObject<HTMLDivElement | null>, reading: Reading): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = (): void => {
      const sheet = column.current?.parentElement;
      const span = column.current && selectedSpan(column.current, reading);
      const selection = document.getSelection();
      if (!sheet || !span || !selection) return setSelected(null);
      const top = selection.getRangeAt(0).getBoundingClientRect().bottom - sheet.getBoundingClientRect().top;
      setSelected({ ...span, top });
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [column, reading]);
  return selected;
}

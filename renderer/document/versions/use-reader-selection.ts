import { useEffect, useState } from 'react';
import { selectedSpan, type SelectedSpan } from '../selected-span.ts';
import type { TextPlace } from './show-span.ts';

/**
 * What is selected in the text that is read, in code points; null while nothing is. It stays when the keyboard leaves the
 * text for a button that is about it.
 */
export function useReaderSelection({ column, reading }: TextPlace): SelectedSpan | null {
  const [selected, setSelected] = useState<SelectedSpan | null>(null);
  useEffect(() => {
    const look = (): void => {
      const place = column.current;
      if (place?.contains(document.getSelection()?.anchorNode ?? null))
        setSelected(selectedSpan(place, reading));
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [column, reading]);
  return selected;
}

import { useEffect, useRef } from 'react';
import { useWindow } from '../../store.ts';

/**
 * N and P go to the next and the previous difference, where single letters are shortcuts at all (WCAG 2.1.4). In what is
 * chosen from, letters go to what begins with them.
 */
export function useDifferenceKeys(next: () => void, previous: () => void): void {
  const latest = useRef({ next, previous });
  useEffect(() => {
    latest.current = { next, previous };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, target } = event;
      const offered = useWindow.getState().app?.settings.plainKeys ?? true;
      if (!offered || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
      if (target instanceof Element && target.closest('[data-choose], [role="listbox"]')) return;
      const go = { n: latest.current.next, p: latest.current.previous }[key.toLowerCase()];
      if (!go) return;
      event.preventDefault();
      go();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * What has the keyboard may be gone with what it belonged to, when what `place` shows becomes `shown`. Then `goOn` is
 * told what is gone, and gives the keyboard to where the work goes on: the focus is never lost.
 */
export function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  shown: unknown,
  goOn: (gone: HTMLElement) => void,
): void {
  const last = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const keep = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) last.current = target;
    };
    const element = place.current;
    element?.addEventListener('focusin', keep);
    const gone = last.current;
    if (gone && !gone.isConnected && document.activeElement === document.body) {
      last.current = null;
      goOn(gone);
    }
    return () => element?.removeEventListener('focusin', keep);
    // How to go on is new with every render; it is asked only when something else is shown.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [place, shown]);
}

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useT } from './words.tsx';

/** As many at a time: more than anybody reads at once, few enough to be drawn at once. */
const PAGE = 100;

interface PagedProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
  className?: string | undefined;
}

/** A list of which the first hundred are shown, with a button for the next hundred. */
export function Paged<T>({ items, keyOf, children, className }: PagedProps<T>) {
  const t = useT();
  const [pages, setPages] = useState(1);
  const list = useRef<HTMLUListElement>(null);
  // The work goes on at the first one that is new: the button may be gone.
  useEffect(() => {
    if (pages === 1) return;
    const first = list.current?.children[(pages - 1) * PAGE];
    if (first instanceof HTMLElement) first.focus();
  }, [pages]);
  const left = items.length - pages * PAGE;
  return (
    <>
      <ul ref={list} className={className}>
        {items.slice(0, pages * PAGE).map((item) => (
          <li key={keyOf(item)} tabIndex={-1}>
            {children(item)}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button onPress={() => setPages(pages + 1)}>
          {t('frame.more', { count: Math.min(left, PAGE) })}
        </Button>
      )}
    </>
  );
}

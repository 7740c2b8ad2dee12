import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useDrop } from 'react-aria-components';
import { STATES, type State } from '../../shared/case/words.ts';
import type { AllegationRow } from '../../shared/queries/rows.ts';
import { askToMove } from '../frame/actions.ts';
import { MoveForm } from '../inspector/move-form.tsx';
import { StateMark } from '../marks/state-mark.tsx';
import { select, useWindow } from '../store.ts';
import { useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
import css from './board.module.css';
import { Card, DRAG_TYPE } from './card.tsx';

/** How tall a card is before it was measured, in pixels. */
const USUAL_HEIGHT = 124;

/** One state with its cards. A card that is dropped here opens the form for the move, at the top. */
export function Column({ state, rows }: { state: State; rows: readonly AllegationRow[] }) {
  const t = useT();
  const headingId = useId();
  const column = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const selectedId = useWindow((each) => each.selectedId);
  const form = useUi((ui) => ui.form);
  const moving = form?.kind === 'move' && form.to === state ? form.id : null;
  const { dropProps, isDropTarget } = useDrop({
    ref: column,
    getDropOperation: (types) => (types.has(DRAG_TYPE) ? 'move' : 'cancel'),
    onDrop: ({ items }) => {
      for (const item of items) {
        if (item.kind === 'text') void item.getText(DRAG_TYPE).then((id) => askToMove(state, id));
      }
    },
  });
  const latest = useRef(rows);
  latest.current = rows;
  // The same function each time: with another one every card of the column is measured anew.
  const keyOf = useCallback((index: number) => latest.current[index]?.id ?? index, []);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: keyOf,
    gap: 8,
    overscan: 6,
    // Until it was measured for the first time, as tall as a window usually is.
    initialRect: { width: 320, height: 900 },
  });

  const selected = useWindow((each) =>
    each.selectedId === null ? undefined : each.rows.get(each.selectedId),
  );
  const selectedAt = selected ? rows.indexOf(selected) : -1;
  useEffect(() => {
    if (selectedAt >= 0) virtualizer.scrollToIndex(selectedAt, { align: 'auto' });
    // Only when another card is selected, not whenever the list is measured anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selectedId]);

  const focusCard = (id: string | undefined): void => {
    if (id === undefined) return;
    select(id);
    // The card may have to be scrolled to before it is there.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
      });
    });
  };
  const press = (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).dataset['card'];
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.findIndex((row) => row.id === id);
    const end = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const start = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const beside = (by: 1 | -1): State | undefined => STATES[STATES.indexOf(state) + by];
    const across = event.key === end ? beside(1) : event.key === start ? beside(-1) : undefined;
    if (event.key === 'ArrowDown') focusCard(rows[at + 1]?.id);
    else if (event.key === 'ArrowUp') focusCard(rows[at - 1]?.id);
    else if (event.key === 'Home') focusCard(rows[0]?.id);
    else if (event.key === 'End') focusCard(rows.at(-1)?.id);
    else if (across && event.shiftKey) askToMove(across, id);
    else if (across) focusFirstOf(across);
    else return;
    event.preventDefault();
  };

  // One card of a column is in the tab order; the arrow keys reach the others.
  const tabId = selectedAt >= 0 ? selectedId : rows[0]?.id;
  return (
    <section
      ref={column}
      {...dropProps}
      className={css['column']}
      data-column={state}
      data-target={isDropTarget || undefined}
      aria-labelledby={headingId}
    >
      <h2 id={headingId} className={css['heading']}>
        <StateMark state={state} count={rows.length} />
      </h2>
      {moving !== null && (
        <div className={css['form']}>
          <MoveForm key={moving} id={moving} to={state} />
        </div>
      )}
      <div ref={scroller} className={css['scroll']}>
        {rows.length === 0 && <p className={css['nothing']}>{t(`board.nothing.${state}`)}</p>}
        {/* The keys are those of the cards inside. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          role="list"
          aria-labelledby={headingId}
          className={css['list']}
          style={{ blockSize: virtualizer.getTotalSize() }}
          onKeyDown={press}
        >
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            return (
              row && (
                <div
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  role="listitem"
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  className={css['place']}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Card row={row} selected={row.id === selectedId} inTabOrder={row.id === tabId} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}

function focusFirstOf(state: State): void {
  const cards = document
    .querySelector(`[data-column="${state}"]`)
    ?.querySelectorAll<HTMLElement>('[data-card]');
  const card = [...(cards ?? [])].find(({ tabIndex }) => tabIndex === 0) ?? cards?.[0];
  if (!card) return;
  select(card.dataset['card'] ?? null);
  card.focus();
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import type { SourceRow } from '../../shared/queries/sources-view.ts';
import { showSource, useWindow } from '../store.ts';
import { useT } from '../ui/words.tsx';
import css from './sources.module.css';

/** How tall a row is before it was measured, in pixels. */
const USUAL_HEIGHT = 62;

/** The sources, one under the other; the arrow keys go from one to the next. */
export function SourceList({ rows }: { rows: readonly SourceRow[] }) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const sourceId = useWindow((state) => state.sourceId);
  const latest = useRef(rows);
  latest.current = rows;
  const keyOf = useCallback((index: number) => latest.current[index]?.id ?? index, []);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: keyOf,
    gap: 4,
    overscan: 6,
    initialRect: { width: 600, height: 800 },
  });
  const at = rows.findIndex(({ id }) => id === sourceId);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
    // Only when another source is selected, not whenever the list is measured anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sourceId]);

  const go = (index: number): void => {
    const id = rows[Math.max(0, Math.min(rows.length - 1, index))]?.id;
    if (id === undefined) return;
    showSource(id);
    // The row may have to be scrolled to before it is there.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        scroller.current?.querySelector<HTMLElement>(`[data-source="${CSS.escape(id)}"]`)?.focus();
      });
    });
  };
  const press = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length };
    const next = steps[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(next);
  };
  const tabId = at >= 0 ? sourceId : rows[0]?.id;
  return (
    <div ref={scroller} className={css['scroll']}>
      {/* The keys are those of the rows inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="list"
        aria-label={t('sourcesView.list')}
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
                <Row row={row} selected={row.id === sourceId} inTabOrder={row.id === tabId} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function Row({ row, selected, inTabOrder }: { row: SourceRow; selected: boolean; inTabOrder: boolean }) {
  const t = useT();
  const { id, name, kind, party, reliability, confidential, evidence, allegations } = row;
  const facts = [
    t(`words.sources.${kind}`),
    party !== null && t('sourcesView.belongsTo', { party }),
    t('sourcesView.grade', { grade: reliability }),
    t('sourcesView.items', { count: evidence }),
    t('sourcesView.allegations', { count: allegations }),
  ].filter((each) => each !== false);
  return (
    <button
      type="button"
      className={css['row']}
      data-source={id}
      data-first-focus={inTabOrder || undefined}
      tabIndex={inTabOrder ? 0 : -1}
      aria-pressed={selected}
      onClick={() => showSource(id)}
    >
      <span className={css['name']}>
        <bdi>{name}</bdi>
        {confidential && (
          <span className={css['confidential']}>
            <span aria-hidden>◆ </span>
            {t('sourcesView.confidential')}
          </span>
        )}
      </span>
      <bdi className={css['soft']}>{facts.join(' · ')}</bdi>
    </button>
  );
}

import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useT } from '../../ui/words.tsx';
import { showDocument } from '../../store.ts';
import { closeDialog } from '../../ui-state.ts';
import css from './compared.module.css';
import { ComparedRow } from './compared-row.tsx';
import type { DifferentRow, Row } from './comparison.ts';
import { useComparison } from './use-comparison.ts';
import { useDifferenceKeys } from './use-difference-keys.ts';

interface Version {
  id: string;
  text: string;
  /** What it is called above its column. */
  name: string;
}

/** So many differences are drawn at a time: more than anybody reads at once, few enough to be drawn at once. */
const PAGE = 100;

const isDifferent = (row: Row): row is DifferentRow => row.kind !== 'same';

/** Two versions side by side, in rows, so that they scroll together; what is the same is folded. */
export function ComparedTexts({ before, after }: { before: Version; after: Version }) {
  const t = useT();
  const rows = useComparison(before.text, after.text);
  const [pages, setPages] = useState(1);
  const [{ current, byKey }, setCurrent] = useState({ current: 0, byKey: false });
  const place = useRef<HTMLDivElement>(null);
  const different = useMemo(() => (rows ?? []).filter(isDifferent), [rows]);
  const count = different.length;
  const shown = useMemo(() => {
    const last = different[pages * PAGE - 1];
    return last && rows ? rows.slice(0, rows.indexOf(last) + 1) : (rows ?? []);
  }, [rows, different, pages]);

  const go = (number: number, key = false): void => {
    if (number < 1 || number > count) return;
    setPages(Math.max(pages, Math.ceil(number / PAGE)));
    setCurrent({ current: number, byKey: key });
  };
  useDifferenceKeys(
    () => go(current + 1, true),
    () => go(current === 0 ? 1 : current - 1, true),
  );
  useEffect(() => {
    const row = place.current?.querySelector<HTMLElement>(`[data-difference="${current}"]`);
    // Who presses the button goes on pressing it.
    if (byKey) row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, [current, byKey]);

  if (!rows) return <p role="status">{t('versions.comparing')}</p>;
  const at = different[current - 1];
  const left = Math.min(PAGE, count - pages * PAGE);
  return (
    <>
      <div className={css['ways']}>
        <p role="status" className={css['status']}>
          {at
            ? t('versions.difference', {
                number: current,
                count,
                kind: { word: `versions.kinds.${at.kind}` },
              })
            : t(count === 0 ? 'versions.same' : 'versions.differences', { count })}
        </p>
        {count > 0 && (
          <>
            <Button isDisabled={current <= 1} onPress={() => go(current - 1)}>
              {t('versions.previous')} <kbd>P</kbd>
            </Button>
            <Button isDisabled={current === count} onPress={() => go(current + 1)}>
              {t('versions.next')} <kbd>N</kbd>
            </Button>
          </>
        )}
      </div>
      {/* A place that scrolls must be reachable for the keyboard (axe: scrollable-region-focusable). */}
      <div
        ref={place}
        className={css['texts']}
        role="region"
        aria-label={t('versions.texts')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div className={css['names']}>
          <Name of={before} />
          <Name of={after} />
        </div>
        {shown.map((row) => (
          <ComparedRow
            key={row.id}
            row={row}
            current={row.kind !== 'same' && row.number === current}
            before={before.name}
            after={after.name}
          />
        ))}
        {left > 0 && (
          <Button className={css['more'] ?? ''} onPress={() => setPages(pages + 1)}>
            {t('versions.more', { count: left })}
          </Button>
        )}
      </div>
    </>
  );
}

/** What stands above a column, and the way to read that version whole. */
function Name({ of: { id, name } }: { of: Version }) {
  const t = useT();
  const read = (): void => {
    closeDialog();
    showDocument(id);
  };
  return (
    <div>
      <h3>{name}</h3>
      <Button kind="quiet" aria-label={t('versions.readNamed', { version: name })} onPress={read}>
        {t('versions.read')}
      </Button>
    </div>
  );
}

import { memo, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useT } from '../../ui/words.tsx';
import css from './compared.module.css';
import type { Row, Run } from './comparison.ts';
import { MarkedRun } from './marked-run.tsx';

interface ComparedRowProps {
  row: Row;
  /** Whether it is the difference that was gone to. */
  current: boolean;
  /** What the two versions are called. */
  before: string;
  after: string;
}

/** One row of two versions: what is the same, or what is different. */
export const ComparedRow = memo(function ComparedRow({ row, current, before, after }: ComparedRowProps) {
  const t = useT();
  if (row.kind === 'same') return <SameRow row={row} />;
  return (
    <div
      className={css['row']}
      data-difference={row.number}
      data-kind={row.kind}
      data-current={current || undefined}
      role="group"
      aria-label={t(`versions.kinds.${row.kind}`)}
      tabIndex={-1}
    >
      <Side runs={row.before} name={before} sign="−" />
      <Side runs={row.after} name={after} sign="+" />
    </div>
  );
});

function SameRow({ row }: { row: Extract<Row, { kind: 'same' }> }) {
  const t = useT();
  const [folded, setFolded] = useState(row.folded !== null);
  const place = useRef<HTMLDivElement>(null);
  // The button that unfolded it is gone; the work goes on with what came in its place.
  useEffect(() => {
    if (!folded && row.folded !== null) place.current?.focus();
  }, [folded, row.folded]);
  if (folded) {
    return (
      <Button
        kind="quiet"
        className={css['fold'] ?? ''}
        aria-expanded={false}
        onPress={() => setFolded(false)}
      >
        {t('versions.unchanged', { count: row.folded ?? 0 })}
      </Button>
    );
  }
  const runs: Run[] = [{ kind: 'same', text: row.text }];
  return (
    <div ref={place} className={css['row']} data-kind="same" tabIndex={row.folded === null ? undefined : -1}>
      <Side runs={runs} name={null} sign="" />
      {/* The same again is for the eye. */}
      <div aria-hidden className={css['again']}>
        <Side runs={runs} name={null} sign="" />
      </div>
    </div>
  );
}

/** More than this is not drawn at once, in UTF-16 units: about ten pages. */
const AT_ONCE = 20_000;

/** One side of a row. A long one is drawn bit by bit, as far as a person asks for it. */
function Side({ runs, name, sign }: { runs: readonly Run[]; name: string | null; sign: string }) {
  const t = useT();
  const [most, setMost] = useState(AT_ONCE);
  const { shown, cut } = cutRuns(runs, most);
  return (
    <div className={css['side']} data-empty={runs.length === 0 || undefined}>
      {runs.length > 0 && name !== null && <span className="unseen">{name}: </span>}
      <span aria-hidden className={css['sign']}>
        {runs.length > 0 && sign}
      </span>
      <div className={css['words']} dir="auto">
        {shown.map((run, index) => (
          <MarkedRun key={index} run={run} />
        ))}
        {cut && (
          <Button kind="quiet" className={css['fold'] ?? ''} onPress={() => setMost(most + AT_ONCE * 5)}>
            {t('versions.goOn')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The first `most` units of the runs, never half a character, and whether something was left out. */
function cutRuns(runs: readonly Run[], most: number): { shown: readonly Run[]; cut: boolean } {
  const shown: Run[] = [];
  let left = most;
  for (const run of runs) {
    if (left <= 0) return { shown, cut: true };
    const text =
      run.text.length <= left ? run.text : run.text.slice(0, left).replace(/[\ud800-\udbff]$/u, '');
    shown.push({ ...run, text });
    if (text.length < run.text.length) return { shown, cut: true };
    left -= text.length;
  }
  return { shown: trimmed(shown), cut: false };
}

/** The line breaks at the end only part a paragraph from the next. */
function trimmed(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (last) runs[runs.length - 1] = { ...last, text: last.text.replace(/\n+$/u, '') };
  return runs;
}

import { useMemo } from 'react';
import { STATES, type State } from '../../shared/case/words.ts';
import type { AllegationRow } from '../../shared/queries/rows.ts';
import { useWindow } from '../store.ts';
import css from './board.module.css';
import { Column } from './column.tsx';

/** Three columns, one per state. */
export function Board() {
  const rows = useWindow((state) => state.rows);
  const columns = useMemo(() => byState(rows), [rows]);
  return (
    <div className={css['board']}>
      {STATES.map((state) => (
        <Column key={state} state={state} rows={columns[state]} />
      ))}
    </div>
  );
}

function byState(rows: ReadonlyMap<string, AllegationRow>): Record<State, AllegationRow[]> {
  const columns: Record<State, AllegationRow[]> = { unverified: [], corroborated: [], denied: [] };
  for (const row of rows.values()) columns[row.state].push(row);
  return columns;
}

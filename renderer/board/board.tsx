import { STATES } from '../../shared/case/words.ts';
import { useWindow } from '../store.ts';
import css from './board.module.css';
import { Column } from './column.tsx';

/** Three columns, one per state. */
export function Board() {
  const rows = useWindow((state) => state.rows);
  return (
    <div className={css['board']}>
      {STATES.map((state) => (
        <Column key={state} state={state} rows={rows.columns[state]} />
      ))}
    </div>
  );
}

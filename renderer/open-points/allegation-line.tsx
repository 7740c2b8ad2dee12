import { StateMark } from '../marks/state-mark.tsx';
import { select, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import css from './open-points.module.css';

/** An allegation as a line that selects it, so that the inspector shows it. */
export function AllegationLine({ id }: { id: string }) {
  const row = useWindow(({ rows }) => rows.get(id));
  const selected = useWindow(({ selectedId }) => selectedId === id);
  if (!row) return null;
  return (
    <Button
      kind="quiet"
      className={css['allegation'] ?? ''}
      aria-current={selected ? 'true' : 'false'}
      onPress={() => select(id)}
    >
      <span className={css['ref']}>
        {row.ref} <StateMark state={row.state} />
      </span>{' '}
      <bdi className={css['statement']}>{row.statement}</bdi>
    </Button>
  );
}

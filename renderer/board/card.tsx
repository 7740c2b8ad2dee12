import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { useDrag } from 'react-aria-components';
import { STATES } from '../../shared/case/words.ts';
import type { AllegationRow } from '../../shared/queries/rows.ts';
import { isOver } from '../../shared/text/when.ts';
import { askToMove } from '../frame/actions.ts';
import { DenialMark, StateMark } from '../marks/state-mark.tsx';
import { select } from '../store.ts';
import { DOT } from '../ui/dot.ts';
import { MenuButton } from '../ui/menu.tsx';
import { useNow } from '../ui/use-now.ts';
import { useT } from '../ui/words.tsx';
import css from './board.module.css';

/** What a dragged card carries: the id of its allegation. */
export const DRAG_TYPE = 'application/x-stet-allegation';

interface CardProps {
  row: AllegationRow;
  selected: boolean;
  inTabOrder: boolean;
}

/** One allegation on the board. */
export const Card = memo(function Card({ row, selected, inTabOrder }: CardProps) {
  const t = useT();
  const { dragProps, isDragging } = useDrag({
    getItems: () => [{ [DRAG_TYPE]: row.id, 'text/plain': `${row.ref} ${row.statement}` }],
    getAllowedDropOperations: () => ['move'],
    // The keyboard has its own way: Shift and an arrow, or the menu.
    hasDragButton: true,
  });
  const reason = row.state === 'unverified' ? row.why && t(`words.whys.${row.why}`) : null;
  const now = useNow();
  const overdue = row.deadline !== null && isOver(row.deadline, now);
  const basis = row.basis && t(`words.bases.${row.basis}`);
  return (
    <div
      {...dragProps}
      className={css['card']}
      data-selected={selected || undefined}
      data-dragging={isDragging || undefined}
    >
      <button
        type="button"
        className={css['face']}
        data-card={row.id}
        data-first-focus={selected || undefined}
        tabIndex={inTabOrder ? 0 : -1}
        aria-pressed={selected}
        onClick={() => select(row.id)}
      >
        <span className={css['top']}>
          <span className={css['ref']}>{row.ref}</span>
          {row.serious && <span className={css['serious']}>{t('board.serious')}</span>}
          {row.priority === 'high' && <span className={css['flag']}>{t('board.highPriority')}</span>}
          {row.overridden && <span className={css['serious']}>{t('board.override')}</span>}
          {row.lacking && <span className={css['serious']}>{t('board.lacking')}</span>}
          {row.reviews === 'mixed' && <span className={css['serious']}>{t('board.differs')}</span>}
          {overdue && <span className={css['serious']}>{t('board.overdue')}</span>}
        </span>
        <bdi className={css['statement']}>{row.statement}</bdi>
        {row.denials.length > 0 && (
          <span className={css['denials']}>
            {row.denials.map((denial, index) => (
              <DenialMark key={index} denial={denial} />
            ))}
          </span>
        )}
        <span className={css['foot']}>
          <bdi>{row.claimant ?? t('board.noClaimant')}</bdi>
          {DOT}
          {t('board.evidence', { count: row.evidenceCount })}
          {row.openQueries > 0 && `${DOT}${t('board.openQueries', { count: row.openQueries })}`}
          {(reason ?? basis) && `${DOT}${reason ?? basis}`}
        </span>
      </button>
      <MenuButton
        label={t('board.menu', { ref: row.ref })}
        className={css['menu'] ?? ''}
        face={<Ellipsis size={16} aria-hidden />}
        excludeFromTabOrder={!inTabOrder}
        choices={STATES.map((to) => ({
          id: to,
          face: (
            <>
              {t(to === row.state ? 'board.stay' : 'board.moveTo')} <StateMark state={to} />
            </>
          ),
          text: t(`words.states.${to}`),
          run: () => askToMove(to, row.id),
        }))}
      />
    </div>
  );
});

import { missingSentences } from '../../shared/messages/sentences.ts';
import type { OpenPoints } from '../../shared/queries/open-points.ts';
import { askToMove } from '../frame/actions.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { select } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { openForm } from '../ui-state.ts';
import { AllegationLine } from './allegation-line.tsx';
import css from './open-points.module.css';

interface PointProps<S extends 'lacking' | 'unasked' | 'disagreements'> {
  point: OpenPoints[S][number];
  writable: boolean;
}

/** A finding that no longer meets the standard, with what is missing. */
export function LackingPoint({ point, writable }: PointProps<'lacking'>) {
  const t = useT();
  const { allegationId, ref, missing } = point;
  return (
    <div className={css['point']}>
      <AllegationLine id={allegationId} />
      <p>{missingSentences(missing, t)}</p>
      {writable && (
        <div className={css['actions']}>
          <Button
            aria-label={t('openPoints.moveAgainNamed', { ref })}
            onPress={() => askToMove(null, allegationId)}
          >
            {t('openPoints.moveAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A serious allegation that was not put to those it touches. */
export function UnaskedPoint({ point, writable }: PointProps<'unasked'>) {
  const t = useT();
  const { allegationId, ref, parties } = point;
  return (
    <div className={css['point']}>
      <AllegationLine id={allegationId} />
      <p>
        <bdi>
          {parties.length === 0
            ? t('openPoints.notPutToAnybody')
            : t('openPoints.notPut', { parties: parties.join(', ') })}
        </bdi>
      </p>
      {writable && (
        <div className={css['actions']}>
          <Button
            aria-label={t('openPoints.noteNamed', { ref })}
            onPress={() => {
              select(allegationId);
              openForm({ kind: 'response', id: allegationId, itemId: null });
            }}
          >
            {t('openPoints.note')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** An allegation on which people came to different findings: all of them, each by its person. */
export function DisagreementPoint({ point }: Pick<PointProps<'disagreements'>, 'point'>) {
  const t = useT();
  const { allegationId, first, others } = point;
  return (
    <div className={css['point']}>
      <AllegationLine id={allegationId} />
      <ul className={css['findings']}>
        {[first, ...others].map(({ by, state, basis }, index) => (
          <li key={index}>
            <bdi>{by || t('frame.unnamed')}</bdi>
            <StateMark state={state} />
            {basis !== null && <span className={css['soft']}>{t(`words.bases.${basis}`)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

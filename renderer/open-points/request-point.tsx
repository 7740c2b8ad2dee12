import type { OpenPoints } from '../../shared/queries/open-points.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { select } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm } from '../ui-state.ts';
import { whenWords } from '../when.ts';
import { AllegationLine } from './allegation-line.tsx';
import css from './open-points.module.css';

type Request = OpenPoints['requests'][number];

/** A party that was asked and has not answered. */
export function RequestPoint({ request, writable }: { request: Request; writable: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { allegationId, responseId, ref, party, contact } = request;
  const form = (kind: 'attempt' | 'response'): void => {
    select(allegationId);
    openForm({ kind, id: allegationId, itemId: responseId });
  };
  return (
    <div className={css['point']}>
      <p>
        <b>
          <bdi>{party}</bdi>
        </b>
        {contact !== null && (
          <>
            {' · '}
            <bdi>{t('openPoints.contact', { contact })}</bdi>
          </>
        )}
      </p>
      <p className={css['facts']} data-overdue={request.overdue || undefined}>
        {timesOf(request, t, language).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <AllegationLine id={allegationId} />
      {writable && (
        <div className={css['actions']}>
          <Button aria-label={t('openPoints.attemptNamed', { party, ref })} onPress={() => form('attempt')}>
            {t('openPoints.attempt')}
          </Button>
          <Button aria-label={t('openPoints.answerNamed', { party, ref })} onPress={() => form('response')}>
            {t('openPoints.answer')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Until when an answer was asked for, when it was asked, and how often since. */
function timesOf(
  { deadline, overdue, askedOn, attempts }: Request,
  t: Translate,
  language: string,
): string[] {
  const words = (stored: string): string => whenWords(stored, t, language);
  return [
    deadline === null
      ? t('openPoints.noDeadline')
      : t(overdue ? 'openPoints.overdue' : 'openPoints.until', { when: words(deadline) }),
    askedOn === null ? t('openPoints.askedUndated') : t('openPoints.askedOn', { when: words(askedOn) }),
    t('openPoints.attempts', { count: attempts }),
  ];
}

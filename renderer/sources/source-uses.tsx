import type { SourceUse } from '../../shared/queries/sources-view.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import inspector from '../inspector/inspector.module.css';
import { StateMark } from '../marks/state-mark.tsx';
import { Button } from '../ui/button.tsx';
import { Paged } from '../ui/paged.tsx';
import { useT } from '../ui/words.tsx';
import { showAllegation } from './show-allegation.ts';

/** The allegations a source is used on, and what its items count there. */
export function SourceUses({ uses }: { uses: readonly SourceUse[] }) {
  const t = useT();
  return (
    <section className={inspector['section']}>
      <h3>{t('sourcesView.uses')}</h3>
      {uses.length === 0 && <p className={inspector['soft']}>{t('sourcesView.noUses')}</p>}
      <Paged
        items={uses}
        keyOf={({ allegationId, number }) => `${allegationId} ${number}`}
        className={inspector['items']}
      >
        {({ allegationId, ref, number, statement, state, stance, verdict }) => (
          <div className={inspector['item']}>
            <p className={inspector['item-head']}>
              <Button
                kind="quiet"
                className={inspector['link'] ?? ''}
                aria-label={t('sourcesView.showUse', { ref })}
                onPress={() => showAllegation(allegationId)}
              >
                {t('sourcesView.use', { ref, number })}
              </Button>{' '}
              <StateMark state={state} />
            </p>
            <p className={inspector['words']} dir="auto">
              {statement}
            </p>
            <p className={inspector['soft']}>
              {t(`words.stances.${stance}`)} · {verdictWords(verdict, t)}
            </p>
          </div>
        )}
      </Paged>
    </section>
  );
}

function verdictWords(verdict: SourceUse['verdict'], t: Translate): string {
  if (!verdict) return t('sourcesView.context');
  // The item it shares its origin with may be of another source, so it is not called by its number here.
  if (verdict.counts)
    return t(verdict.sameAs === null ? `words.countsAs.${verdict.as}` : 'sourcesView.sameOrigin');
  return t('inspector.countsZero', { because: t(`words.notCounted.${verdict.because}`) });
}

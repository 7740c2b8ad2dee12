import type { OpenPoints } from '../../shared/queries/open-points.ts';
import { showDocument, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { openForm, showQuery } from '../ui-state.ts';
import { dayAndClock } from '../when.ts';
import css from './open-points.module.css';

type OpenQuery = OpenPoints['queries'][number];

/** A query that nobody has decided. */
export function QueryPoint({ query, writable }: { query: OpenQuery; writable: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { id, number, documentId, kind, question, proposed, decider, addedAt } = query;
  const title = useWindow(({ documents }) => documents.find((each) => each.id === documentId)?.title ?? '');
  const go = (): void => {
    showDocument(documentId);
    showQuery(id, 'text');
  };
  return (
    <div className={css['point']}>
      <p>
        <b>{t('document.query.number', { number })}</b>{' '}
        {question !== '' && <bdi className={css['said']}>{question}</bdi>}
      </p>
      {kind === 'wording' &&
        (proposed ? (
          <p>
            <span className={css['soft']}>{t('openPoints.proposes')}</span>{' '}
            <bdi className={css['words']}>{proposed}</bdi>
          </p>
        ) : (
          <p>{t('openPoints.toGo')}</p>
        ))}
      <p className={css['facts']}>
        <bdi>{title}</bdi>
        <span>{t('openPoints.askedOn', { when: dayAndClock(addedAt, language) })}</span>
        {decider !== null && <bdi>{t('document.query.toDecide', { name: decider })}</bdi>}
      </p>
      <div className={css['actions']}>
        <Button aria-label={t('openPoints.inDocumentNamed', { number })} onPress={go}>
          {t('openPoints.inDocument')}
        </Button>
        {writable && (
          <Button
            aria-label={t('document.query.decideNamed', { number })}
            onPress={() => {
              go();
              openForm({ kind: 'decision', itemId: id });
            }}
          >
            {t('document.query.decide')}
          </Button>
        )}
      </div>
    </div>
  );
}

import type { AllegationDetails } from '../../shared/queries/details.ts';
import { showDocument } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { DOT } from '../ui/dot.ts';
import { useT } from '../ui/words.tsx';
import { openForm, showQuery } from '../ui-state.ts';
import css from './inspector.module.css';

/** The queries that came up with this allegation; they are asked and decided where their words stand. */
export function QueryList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const { queries } = details;
  if (queries.length === 0) return null;
  const show = (id: string, documentId: string): void => {
    showDocument(documentId);
    showQuery(id, 'list');
  };
  return (
    <section className={css['section']}>
      <h3>{t('inspector.queries')}</h3>
      <ul className={css['items']}>
        {queries.map(({ id, documentId, number, kind, question, proposed, selector, ...query }) => (
          <li key={id} className={css['item']}>
            <p className={css['item-head']}>
              <b>{t('document.query.number', { number })}</b>{' '}
              <span className={css['soft']}>
                {t(`words.queryKinds.${kind}`)}
                {DOT}
                <span className={css['stance']}>
                  {query.decision === null
                    ? t('inspector.queryOpen')
                    : t('inspector.queryDecided', {
                        decision: { word: `words.decisions.${query.decision}` },
                        by: query.decidedBy ?? '',
                      })}
                </span>
              </span>
            </p>
            <p className={css['soft']} dir="auto">
              “{selector[0].exact}”
            </p>
            {question !== '' && (
              <p className={css['words']} dir="auto">
                {question}
              </p>
            )}
            {proposed !== null && (
              <p className={css['words']} dir="auto">
                → {query.wording ?? proposed}
              </p>
            )}
            {query.reason !== '' && (
              <p className={css['soft']} dir="auto">
                {query.reason}
              </p>
            )}
            <div className={css['line']}>
              <Button
                kind="quiet"
                aria-label={t('inspector.queryShowNamed', { number })}
                onPress={() => show(id, documentId)}
              >
                {t('inspector.queryShow')}
              </Button>
              {writable && query.decision === null && (
                <Button
                  kind="quiet"
                  aria-label={t('inspector.queryDecideNamed', { number })}
                  onPress={() => {
                    show(id, documentId);
                    openForm({ kind: 'decision', itemId: id });
                  }}
                >
                  {t('inspector.queryDecide')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

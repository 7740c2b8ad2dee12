import { useId } from 'react';
import { READY_CODES, type Readiness, type ReadyPoint } from '../../shared/queries/readiness.ts';
import { showAllegation } from '../sources/show-allegation.ts';
import { show, showDocument, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import css from './report.module.css';

/** What is missing before the report can be called final, each with the way to where it is mended. */
export function ReadyList({ readiness }: { readiness: Readiness }) {
  const t = useT();
  const headingId = useId();
  const unnamed = useWindow(({ app }) => (app?.settings.checker ?? '').trim() === '');
  const { points, counts } = readiness;
  const open = READY_CODES.filter((code) => counts[code] > 0);
  const sum = open.reduce((all, code) => all + counts[code], unnamed ? 1 : 0);
  return (
    <section className={css['ready']} aria-labelledby={headingId}>
      <h3 id={headingId}>
        {t('reportView.ready.title')} <span className={css['count']}>{sum}</span>
      </h3>
      {sum === 0 && <p>{t('reportView.ready.nothing')}</p>}
      {unnamed && <p>{t('reportView.unnamed')}</p>}
      {open.map((code) => (
        <details key={code} className={css['code']}>
          <summary>
            {t(`reportView.ready.codes.${code}`)} <span className={css['count']}>{counts[code]}</span>
          </summary>
          <p className={css['soft']}>{t(`reportView.ready.means.${code}`)}</p>
          <ul>
            {points
              .filter((point) => point.code === code)
              .map((point, index) => (
                // The same place may lack the same thing twice, and nothing here keeps a state.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={`${point.label} ${index}`}>
                  <Button kind="quiet" onPress={() => goTo(point)}>
                    <bdi>{point.label}</bdi>
                  </Button>
                </li>
              ))}
          </ul>
        </details>
      ))}
      {sum > 0 && <p className={css['soft']}>{t('reportView.ready.honest')}</p>}
    </section>
  );
}

function goTo({ documentId, allegationId }: ReadyPoint): void {
  if (documentId !== null) showDocument(documentId);
  else if (allegationId !== null) showAllegation(allegationId);
  else show('open');
}

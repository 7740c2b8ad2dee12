import { useId } from 'react';
import { wordingPlace, wordingSentence } from '../../shared/messages/sentences.ts';
import { READY_CODES, type ReadyPoint } from '../../shared/queries/readiness.ts';
import type { ReportState } from '../../shared/queries/report-state.ts';
import type { WordingPoint } from '../../shared/wording/wording-of.ts';

import { showAllegation } from '../sources/show-allegation.ts';
import { show, showDocument, showSource, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import css from './report.module.css';

/** What is missing before the report can be called final, each with the way to where it is mended. */
export function ReadyList({ readiness, wording }: Pick<ReportState, 'readiness' | 'wording'>) {
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
      {wording.count > 0 && <WordingList {...wording} />}
      {sum > 0 && <p className={css['soft']}>{t('reportView.ready.honest')}</p>}
    </section>
  );
}

/** Words to look at again in what people wrote: why, what could stand there, and the way to it. Advice only. */
function WordingList({ points, count }: ReportState['wording']) {
  const t = useT();
  return (
    <details className={css['code']}>
      <summary>
        {t('reportView.ready.wording')} <span className={css['count']}>{count}</span>
      </summary>
      <p className={css['soft']}>{t('reportView.ready.wordingMeans')}</p>
      <ul className={css['words']}>
        {points.map((point) => {
          const place = wordingPlace(point, t);
          return (
            <li key={`${point.id} ${point.field} ${point.index ?? ''}`}>
              <Button kind="quiet" onPress={() => goToWords(point)}>
                <bdi>{place}</bdi>
              </Button>
              <blockquote dir="auto">{point.excerpt}</blockquote>
              {point.flags.map((flag) => (
                <p key={`${flag.start} ${flag.reason}`} className={css['soft']}>
                  {wordingSentence(flag, t)}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function goToWords({ kind, id, allegationId }: WordingPoint): void {
  if (allegationId !== null) showAllegation(allegationId);
  else if (kind === 'sources') showSource(id);
  else if (kind === 'queries') show('open');
}

function goTo({ documentId, allegationId }: ReadyPoint): void {
  if (documentId !== null) showDocument(documentId);
  else if (allegationId !== null) showAllegation(allegationId);
  else show('open');
}

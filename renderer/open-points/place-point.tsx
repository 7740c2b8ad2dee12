import type { DoubtfulPlace } from '../../shared/queries/open-points.ts';
import { showDocument, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import css from './open-points.module.css';

/** A passage or query whose place in the newest version of its document is in doubt; it is settled there. */
export function PlacePoint({ place }: { place: DoubtfulPlace }) {
  const t = useT();
  const { doubt, exact, documentId, ref, number } = place;
  const title = useWindow(({ documents }) => documents.find((each) => each.id === documentId)?.title ?? '');
  const what = number === null ? (ref ?? '') : t('document.query.number', { number });
  return (
    <div className={css['point']}>
      <p>
        <b>{what}</b> <bdi className={css['words']}>{exact}</bdi>
      </p>
      <p className={css['facts']}>
        <span>{t(`words.doubts.${doubt}`)}</span>
        <bdi>{title}</bdi>
      </p>
      <div className={css['actions']}>
        <Button aria-label={t('openPoints.placeNamed', { what })} onPress={() => showDocument(documentId)}>
          {t('openPoints.place')}
        </Button>
      </div>
    </div>
  );
}

import type { AllegationDetails } from '../../shared/queries/details.ts';
import { showDocument } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import { InContext } from './in-context.tsx';
import css from './inspector.module.css';
import { RemoveButton } from './remove-button.tsx';

/** Where documents say it, in their words. */
export function PassageList({ details, writable }: { details: AllegationDetails; writable: boolean }) {
  const t = useT();
  const { passages } = details;
  return (
    <section className={css['section']}>
      <h3>{t('inspector.passages')}</h3>
      {passages.length === 0 && <p className={css['soft']}>{t('inspector.noPassages')}</p>}
      {passages.map(({ id, documentId, documentTitle, selector }) => (
        <figure key={id} className={css['quote']}>
          <blockquote dir="auto">
            <InContext selector={selector} />
          </blockquote>
          <figcaption className={css['line']}>
            <Button
              kind="quiet"
              aria-label={t('inspector.inDocumentNamed', { title: documentTitle })}
              onPress={() => showDocument(documentId)}
            >
              {t('inspector.inDocument')}
            </Button>
            {writable && passages.length > 1 && (
              <RemoveButton kind="passages" id={id} label={t('inspector.removePassage')} />
            )}
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

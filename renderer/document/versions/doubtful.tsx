import { TriangleAlert } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { DOUBTS } from '../../../shared/case/words.ts';
import type { DocumentView } from '../../../shared/queries/document-view.ts';
import { runHere } from '../../frame/actions.ts';
import { useWindow } from '../../store.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Paged } from '../../ui/paged.tsx';
import { useT } from '../../ui/words.tsx';
import css from './doubtful.module.css';
import { DoubtfulEntry } from './doubtful-entry.tsx';
import { hideSpan, type TextPlace } from './show-span.ts';

interface DoubtfulProps {
  view: DocumentView;
  place: TextPlace;
}

/** What does not stand in the newest version for certain: said above the text until a person settled all of it. */
export function Doubtful({ view, place }: DoubtfulProps) {
  const t = useT();
  const headingId = useId();
  const listId = useId();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const [shown, setShown] = useState(false);
  const [unfolded, setUnfolded] = useState<{ id: string; index: number } | null>(null);
  const { doubtful, document } = view;
  const says = t('versions.need', { count: doubtful.length });
  useEffect(() => announce(says), [says]);
  // One is unfolded at a time: looking for where it stands is work.
  // When it is settled, the next one takes its place.
  const current =
    unfolded === null
      ? undefined
      : (doubtful.find(({ id }) => id === unfolded.id) ?? doubtful[unfolded.index] ?? doubtful.at(-1));
  // What was shown in the text was of the one that was unfolded.
  useEffect(() => hideSpan, [current?.id]);
  const count = (of: string): number => doubtful.filter(({ doubt }) => doubt === of).length;
  const moved = count('moved');

  const open = (): void => {
    setShown(!shown);
    setUnfolded(doubtful[0] ? { id: doubtful[0].id, index: 0 } : null);
  };
  const confirmAll = async (): Promise<void> => {
    if (await runHere(t, { type: 'confirm-moved', documentId: document.id }))
      announce(t('versions.confirmedAll', { count: moved }));
  };
  return (
    <section className={css['doubtful']} aria-labelledby={headingId}>
      <header className={css['strip']}>
        <TriangleAlert size={18} aria-hidden className={css['icon']} />
        <h2 id={headingId}>{says}</h2>
        <p className={css['kinds']}>
          {/* The list says it itself. */}
          {!shown &&
            DOUBTS.filter((doubt) => count(doubt) > 0)
              .map((doubt) =>
                t('versions.needOf', { count: count(doubt), doubt: { word: `words.doubts.${doubt}` } }),
              )
              .join(' · ')}
        </p>
        <Button aria-expanded={shown} aria-controls={listId} onPress={open}>
          {t(shown ? 'versions.foldNeed' : 'versions.showNeed')}
        </Button>
      </header>
      {shown && (
        <div id={listId} className={css['list']}>
          {writable && moved > 0 && (
            <div className={css['all']}>
              <Button onPress={() => void confirmAll()}>{t('versions.confirmAll', { count: moved })}</Button>
            </div>
          )}
          <Paged items={doubtful} keyOf={({ id }) => id} className={css['entries']}>
            {(anchor) => (
              <DoubtfulEntry
                anchor={anchor}
                documentId={document.id}
                place={place}
                unfolded={anchor.id === current?.id}
                onUnfold={() =>
                  setUnfolded(
                    anchor.id === current?.id ? null : { id: anchor.id, index: doubtful.indexOf(anchor) },
                  )
                }
              />
            )}
          </Paged>
        </div>
      )}
    </section>
  );
}

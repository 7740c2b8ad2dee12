import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { DoubtfulAnchor } from '../../../shared/queries/document-view.ts';
import { api } from '../../api.ts';
import { select, useWindow } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useT } from '../../ui/words.tsx';
import type { Span } from '../../ui-state.ts';
import { AnchorHere } from './anchor-here.tsx';
import css from './doubtful.module.css';
import { nameOfAnchor, useSettling } from './settling.ts';
import type { TextPlace } from './show-span.ts';
import { StandingHere } from './standing-here.tsx';

interface DoubtfulEntryProps {
  anchor: DoubtfulAnchor;
  /** The newest version. */
  documentId: string;
  place: TextPlace;
  unfolded: boolean;
  onUnfold: () => void;
}

/** One passage or query whose place is in doubt: what it is, and unfolded, where it may stand and what can be done. */
export function DoubtfulEntry({ anchor, documentId, place, unfolded, onUnfold }: DoubtfulEntryProps) {
  const t = useT();
  const bodyId = useId();
  const Chevron = unfolded ? ChevronDown : ChevronRight;
  const { id, doubt, exact, allegationId } = anchor;
  return (
    <article className={css['entry']} data-doubt={doubt}>
      <Button
        kind="quiet"
        className={css['head'] ?? ''}
        data-entry={id}
        aria-expanded={unfolded}
        aria-controls={bodyId}
        onPress={() => {
          if (!unfolded && allegationId !== null) select(allegationId);
          onUnfold();
        }}
      >
        <Chevron size={14} aria-hidden className={css['chevron']} />
        <b>{nameOfAnchor(anchor, t)}</b>
        <span className={css['doubt']}>{t(`words.doubts.${doubt}`)}</span>
        <bdi className={css['exact']}>{exact}</bdi>
      </Button>
      {unfolded && (
        <div id={bodyId} className={css['body']}>
          <Unfolded anchor={anchor} documentId={documentId} place={place} />
        </div>
      )}
    </article>
  );
}

type UnfoldedProps = Pick<DoubtfulEntryProps, 'anchor' | 'documentId' | 'place'>;

function Unfolded({ anchor, documentId, place }: UnfoldedProps) {
  const t = useT();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const { kind, id, doubt, exact } = anchor;
  const settling = useSettling(anchor, documentId);
  const asked = useAsked(
    `candidates:${documentId}:${id}`,
    async () => (doubt === 'moved' || doubt === 'orphaned' ? [] : api.anchorCandidates({ kind, id })),
    [doubt],
  );
  const places: readonly Span[] = doubt === 'moved' ? [anchor] : (asked ?? []);
  const on = nameOfAnchor(anchor, t);
  return (
    <>
      <p>{t(`versions.means.${doubt}`)}</p>
      <p className="unseen">{t('versions.oldWords')}</p>
      <blockquote className={css['words']} dir="auto">
        {exact}
      </blockquote>
      {doubt !== 'orphaned' && (
        <p className={css['label']}>{t(doubt === 'moved' ? 'versions.standsNow' : 'versions.places')}</p>
      )}
      {asked === undefined && <p role="status">{t('versions.looking')}</p>}
      {asked?.length === 0 && ['fuzzy', 'ambiguous'].includes(doubt) && <p>{t('versions.noPlaces')}</p>}
      {places.length > 0 && (
        <ol className={css['places']}>
          {places.map((span) => (
            <StandingHere
              key={`${span.start}:${span.end}`}
              span={span}
              anchor={anchor}
              place={place}
              onChoose={
                writable ? () => void (doubt === 'moved' ? settling.confirm() : settling.settle(span)) : null
              }
            />
          ))}
        </ol>
      )}
      {writable && (
        <div className={css['ways']}>
          <AnchorHere anchor={anchor} documentId={documentId} place={place} near={places[0]?.start} />
          <Button
            kind="quiet"
            aria-label={t(kind === 'passages' ? 'versions.removePassageNamed' : 'versions.removeQueryNamed', {
              on,
            })}
            onPress={() => void settling.remove()}
          >
            {t(kind === 'passages' ? 'versions.removePassage' : 'versions.removeQuery')}
          </Button>
        </div>
      )}
    </>
  );
}

import { useCallback, useEffect } from 'react';
import type { DoubtfulAnchor } from '../../../shared/queries/document-view.ts';
import { Button } from '../../ui/button.tsx';
import { useT } from '../../ui/words.tsx';
import { useUi } from '../../ui-state.ts';
import css from './doubtful.module.css';
import { nameOfAnchor, useSettling } from './settling.ts';
import { showSpan, type TextPlace } from './show-span.ts';
import { useReaderSelection } from './use-reader-selection.ts';

/** The key of the action `anchor-here` (frame/actions.ts), as it is told here. */
const KEY = 'H';

interface AnchorHereProps {
  anchor: DoubtfulAnchor;
  /** The newest version. */
  documentId: string;
  place: TextPlace;
  /** Where the text is likely to say it, in code points, if anywhere. */
  near: number | undefined;
}

/** Anchors what is in doubt to the words that a person selected in the text; by its button, or by key from the text. */
export function AnchorHere({ anchor, documentId, place, near }: AnchorHereProps) {
  const t = useT();
  const on = nameOfAnchor(anchor, t);
  const { settle } = useSettling(anchor, documentId);
  const selected = useReaderSelection(place);
  const anchorHere = useCallback((): void => {
    if (!selected) return;
    document.getSelection()?.collapseToEnd();
    void settle(selected);
    // `settle` says the same each time it is made.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected, anchor.id]);
  useEffect(() => {
    useUi.setState({ anchorSelection: selected ? anchorHere : null });
    return () => useUi.setState({ anchorSelection: null });
  }, [selected, anchorHere]);
  const goThere = (): void => {
    // Where it stood before is not where it stands, but near enough to begin reading.
    const last = Math.max(0, place.reading.positions.toPoints(place.reading.text.length) - 1);
    const start = near ?? Math.min(anchor.start, last);
    showSpan(place, { start, end: start });
  };
  return (
    <>
      {selected ? (
        <>
          <Button preventFocusOnPress aria-label={t('versions.anchorHereNamed', { on })} onPress={anchorHere}>
            {t('versions.anchorHere')} <kbd>{KEY}</kbd>
          </Button>
          <bdi className={css['selected']}>{t('versions.selectedWords', { words: selected.words })}</bdi>
        </>
      ) : (
        <>
          <Button aria-label={t('versions.selectWordsNamed', { on })} onPress={goThere}>
            {t('versions.selectWords')}
          </Button>
          <span className={css['soft']}>{t('versions.selectHow', { key: KEY })}</span>
        </>
      )}
    </>
  );
}

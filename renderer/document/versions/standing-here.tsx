import { useMemo } from 'react';
import type { DoubtfulAnchor } from '../../../shared/queries/document-view.ts';
import { CONTEXT_LENGTH, selectorsFor } from '../../../shared/text/anchor.ts';
import { codePointLength } from '../../../shared/text/code-points.ts';
import { Button } from '../../ui/button.tsx';
import { useT } from '../../ui/words.tsx';
import type { Span } from '../../ui-state.ts';
import { ChangedWords } from './changed-words.tsx';
import css from './doubtful.module.css';
import { nameOfAnchor } from './settling.ts';
import { showSpan, type TextPlace } from './show-span.ts';

interface StandingHereProps {
  /** Where in the newest version, in code points. */
  span: Span;
  anchor: DoubtfulAnchor;
  /** The text of the newest version. */
  place: TextPlace;
  /** Says that it stands here; null where nothing can be changed. */
  onChoose: (() => void) | null;
}

/** A place where an anchor may stand: the words there in context, and how they differ from those it was anchored to. */
export function StandingHere({ span, anchor, place, onChoose }: StandingHereProps) {
  const t = useT();
  const { start, end } = span;
  const { text } = place.reading;
  const selector = useMemo(() => selectorsFor(text, start, end), [text, start, end]);
  if (!selector) return null;
  const [{ prefix, exact, suffix }] = selector;
  const on = nameOfAnchor(anchor, t);
  const moved = anchor.doubt === 'moved';
  return (
    <li className={css['place']}>
      <p className={css['words']} dir="auto">
        <span className={css['around']} data-cut={start > codePointLength(prefix) || undefined}>
          {prefix}
        </span>
        <b>{anchor.exact === exact ? exact : <ChangedWords before={anchor.exact} after={exact} />}</b>
        <span className={css['around']} data-cut={codePointLength(suffix) >= CONTEXT_LENGTH || undefined}>
          {suffix}
        </span>
      </p>
      <div className={css['ways']}>
        {onChoose && (
          <Button
            aria-label={
              moved ? t('versions.confirmNamed', { on }) : t('versions.hereNamed', { on, words: exact })
            }
            onPress={onChoose}
          >
            {t(moved ? 'versions.confirm' : 'versions.here')}
          </Button>
        )}
        <Button
          kind="quiet"
          aria-label={t('versions.showInTextNamed', { words: exact })}
          onPress={() => showSpan(place, span)}
        >
          {t('versions.showInText')}
        </Button>
      </div>
    </li>
  );
}

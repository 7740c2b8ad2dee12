import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import css from './find-bar.module.css';
import { MOST_HITS } from './reading/find-in-text.ts';
import type { Find } from './reading/use-find.ts';

/** Finding words in the document: a field, how many there are, and the ways to them. */
export function FindBar({ find }: { find: Find }) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const { words, hits, at } = find;
  const count = hits.length;
  const many = count >= MOST_HITS;
  const found =
    words.trim() === ''
      ? ''
      : at === null
        ? t('document.find.nothing')
        : t(many ? 'document.find.atOfMany' : 'document.find.at', { at: at + 1, count });

  // Asked for again while it is open, it takes the keyboard again.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [find.begun]);
  useEffect(() => announce(found), [found]);

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') find.end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css['bar']} role="search" aria-label={t('menu.actions.find')}>
      <input
        ref={field}
        className={css['field']}
        type="text"
        dir="auto"
        value={words}
        aria-label={t('document.find.label')}
        placeholder={t('document.find.label')}
        onChange={(event) => find.look(event.target.value)}
        onKeyDown={press}
      />
      <span className={css['count']}>{found}</span>
      <Button
        kind="quiet"
        aria-label={t('menu.actions.find-previous')}
        isDisabled={count === 0}
        onPress={() => find.step(-1)}
      >
        <ChevronUp size={16} aria-hidden />
      </Button>
      <Button
        kind="quiet"
        aria-label={t('menu.actions.find-next')}
        isDisabled={count === 0}
        onPress={() => find.step(1)}
      >
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Button kind="quiet" aria-label={t('document.find.close')} onPress={find.end}>
        <X size={16} aria-hidden />
      </Button>
    </div>
  );
}

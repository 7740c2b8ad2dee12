import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { CoverMark } from './cover-mark.tsx';
import { hintLabels } from './reading/hint-words.ts';
import type { Reader, ReaderParts } from './reading/reader-actions.ts';
import css from './sentence-strip.module.css';

/** The sentence that is read: how far it is accounted for, why it may be worth checking, and what can be done with it. */
export function SentenceStrip({ parts, reader }: { parts: ReaderParts; reader: Reader }) {
  const t = useT();
  const language = useLanguage();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const { account, view } = parts;
  const { index } = parts.current;
  const sentence = index === null ? undefined : account?.sentences[index];
  if (!account || index === null || !sentence) return null;
  const hint = account.hints.find((each) => each.sentence === index);
  const marked = (kind: 'opinion' | 'nothing'): boolean =>
    view.marks.some((mark) => mark.kind === kind && mark.start <= sentence.start && mark.end >= sentence.end);
  return (
    <section className={css['strip']} aria-label={t('document.sentence.label')}>
      <p className={css['where']}>
        {t('document.sentence.number', {
          number: (index + 1).toLocaleString(language),
          count: account.sentences.length.toLocaleString(language),
        })}{' '}
        <CoverMark cover={account.coverage.sentences[index] ?? null} />
        {hint && (
          <span className={css['hint']}>
            <b aria-hidden>◇</b> {hintLabels(hint, t).join(', ')}
          </span>
        )}
      </p>
      {writable && (
        <div className={css['ways']}>
          {hint && (
            <>
              <Button preventFocusOnPress onPress={() => reader.acceptHint(hint)}>
                {t('document.hints.accept')} <kbd>S</kbd>
              </Button>
              <Button preventFocusOnPress onPress={() => reader.dismissHint(hint)}>
                {t('document.hints.dismiss')} <kbd>D</kbd>
              </Button>
            </>
          )}
          <Button preventFocusOnPress onPress={reader.record}>
            {t('document.sentence.record')} <kbd>A</kbd>
          </Button>
          <Button preventFocusOnPress aria-pressed={marked('opinion')} onPress={() => reader.mark('opinion')}>
            {t('document.sentence.opinion')} <kbd>O</kbd>
          </Button>
          <Button preventFocusOnPress aria-pressed={marked('nothing')} onPress={() => reader.mark('nothing')}>
            {t('document.sentence.nothing')} <kbd>C</kbd>
          </Button>
        </div>
      )}
    </section>
  );
}

import { historySentence } from '../../shared/messages/sentences.ts';
import type { HistoryLine } from '../../shared/queries/history.ts';
import { DOT } from '../ui/dot.ts';
import { Paged } from '../ui/paged.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { dayAndClock } from '../when.ts';
import css from './inspector.module.css';

/** What happened to one record, newest first; to the selected allegation unless `title` says otherwise. */
export function RecordHistory({ lines, title }: { lines: readonly HistoryLine[]; title?: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className={css['section']}>
      <h3>{title ?? t('inspector.history')}</h3>
      <Paged items={lines} keyOf={({ id }) => id} className={css['lines']}>
        {(line) => (
          <span data-undone={line.undone || undefined}>
            <bdi>{historySentence(line, t)}</bdi>{' '}
            <span className={css['soft']}>
              {line.by || t('frame.unnamed')}
              {DOT}
              {dayAndClock(line.at, language)}
            </span>
          </span>
        )}
      </Paged>
    </section>
  );
}

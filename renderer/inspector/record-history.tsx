import { historySentence } from '../../shared/messages/sentences.ts';
import type { HistoryLine } from '../../shared/queries/history.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { dayAndClock } from '../when.ts';
import css from './inspector.module.css';

/** What happened to this allegation, newest first. */
export function RecordHistory({ lines }: { lines: readonly HistoryLine[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className={css['section']}>
      <h3>{t('inspector.history')}</h3>
      <ol className={css['lines']}>
        {lines.map((line) => (
          <li key={line.id} data-undone={line.undone || undefined}>
            <bdi>{historySentence(line, t)}</bdi>{' '}
            <span className={css['soft']}>
              {line.by || t('frame.unnamed')} · {dayAndClock(line.at, language)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { useT } from '../../ui/words.tsx';
import css from './compared.module.css';
import type { Run } from './comparison.ts';

/**
 * A run of words, marked by how it differs; told in words too, since few programs that read aloud say it.
 * Those words are of the window's language and say nothing of the direction of the text (bdi).
 */
export function MarkedRun({ run: { kind, text } }: { run: Run }) {
  const t = useT();
  if (kind === 'same') return text;
  const Mark = kind === 'removed' ? 'del' : 'ins';
  return (
    <Mark className={css[kind]}>
      <bdi className="unseen">{t(kind === 'removed' ? 'versions.wordsOut' : 'versions.wordsIn')} </bdi>
      {text}
      <bdi className="unseen"> {t('versions.wordsEnd')} </bdi>
    </Mark>
  );
}

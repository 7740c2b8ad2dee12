import { useT } from '../ui/words.tsx';
import css from './cover-mark.module.css';
import type { Cover } from './reading/use-account.ts';

const SIGNS: Readonly<Record<NonNullable<Cover> | 'none', string>> = {
  untouched: '┊',
  partly: '│',
  checked: '┃',
  none: '',
};

/** How far a sentence is accounted for, as the stroke in the margin and as a word. */
export function CoverMark({ cover }: { cover: Cover }) {
  const t = useT();
  const name = cover ?? 'none';
  return (
    <span className={css['cover']} data-cover={name}>
      <b aria-hidden>{SIGNS[name]}</b> {t(`document.cover.${name}`)}
    </span>
  );
}

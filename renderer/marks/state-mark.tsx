import type { State } from '../../shared/case/words.ts';
import type { DenialBadge } from '../../shared/queries/rows.ts';
import { GLYPHS } from '../../shared/messages/glyphs.ts';
import { denialPhrase } from '../../shared/messages/sentences.ts';
import { useT } from '../ui/words.tsx';
import css from './marks.module.css';

/** A state as glyph and word, with how many there are of it where that is asked. */
export function StateMark({ state, count }: { state: State; count?: number }) {
  const t = useT();
  return (
    <span className={css['state']} data-state={state}>
      <b aria-hidden>{GLYPHS[state]}</b> {count} <span>{t(`words.states.${state}`)}</span>
    </span>
  );
}

/** A party's denial, whatever the state: a denial and the evidence are different facts. */
export function DenialMark({ denial }: { denial: DenialBadge }) {
  const t = useT();
  return (
    <span className={css['denial']} data-extent={denial.extent}>
      {denialPhrase(denial, t)}
    </span>
  );
}

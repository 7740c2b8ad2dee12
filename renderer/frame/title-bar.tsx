import { faultSentence, problemSentence } from '../../shared/messages/sentences.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { STATES } from '../../shared/case/words.ts';
import { useHasDrafts } from '../drafts.ts';
import { readOnlySentence } from '../failure.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { useWindow, type SaveState } from '../store.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { clock } from '../when.ts';
import css from './frame.module.css';

/** The case's name, how it stands with its file, and how far the work is. */
export function TitleBar() {
  const t = useT();
  const language = useLanguage();
  const overview = useWindow((state) => state.overview);
  const loaded = useWindow((state) => state.loaded);
  const save = useWindow((state) => state.save);
  const verdict = useWindow((state) => state.verdict);
  const writing = useHasDrafts();
  if (!overview) return null;
  return (
    <header className={css['title']}>
      <h1 dir="auto" title={loaded?.path}>
        {overview.title}
      </h1>
      <span className={css['save']} data-kind={save.kind} title={explained(save, t, language)}>
        {save.kind === 'saved' && writing ? t('frame.notYet') : saveWords(save, t, language)}
      </span>
      {verdict && (
        <span
          className={css['holds']}
          data-holds={verdict.fault === null}
          title={
            verdict.fault ? faultSentence(verdict.fault, t) : t('frame.holdsWhat', { count: verdict.events })
          }
        >
          {t(verdict.fault ? 'frame.doesNotHold' : 'frame.holds')}
        </span>
      )}
      <span className={css['counts']}>
        {STATES.map((state) => (
          <StateMark key={state} state={state} count={overview.counts[state]} />
        ))}
      </span>
    </header>
  );
}

function saveWords(save: SaveState, t: Translate, language: string): string {
  switch (save.kind) {
    case 'saved':
      return save.at === null ? t('frame.saved') : t('frame.savedAt', { time: clock(save.at, language) });
    case 'saving':
      return t('frame.saving');
    case 'failed':
      return t('frame.notSavedShort');
    case 'read-only':
      return t('frame.readOnly');
  }
}

function explained(save: SaveState, t: Translate, language: string): string | undefined {
  if (save.kind === 'failed') return problemSentence(save.problem, t);
  return save.kind === 'read-only' ? readOnlySentence(save.because, t, language) : undefined;
}

import { faultSentence, problemSentence } from '../../shared/messages/sentences.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { STATES } from '../../shared/case/words.ts';
import { useDraftKeys } from '../drafts.ts';
import { readOnlySentence } from '../failure.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { useWindow, type SaveState } from '../store.ts';
import { useLanguage, useT } from '../ui/words.tsx';
import { useUi } from '../ui-state.ts';
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
  const unsaved = useUnsavedWords(t);
  if (!overview) return null;
  return (
    <header className={css['title']}>
      <h1 dir="auto" title={loaded?.path}>
        {overview.title}
      </h1>
      <span className={css['save']} data-kind={save.kind} title={explained(save, t, language)}>
        {(save.kind === 'saved' ? unsaved : null) ?? saveWords(save, t, language)}
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

/** So many allegations are named in the title bar; of more drafts their number is told. */
const NAMED = 3;

/** What is written and not part of the case: being written now, or put away, and then where; null when nothing is. */
function useUnsavedWords(t: Translate): string | null {
  const drafts = useDraftKeys().map((key) => key.split(':'));
  const dialog = useUi((ui) => ui.dialog);
  const form = useUi((ui) => ui.form);
  const rows = useWindow((state) => state.rows);
  if (drafts.length === 0) return null;
  // A key says which form it is of, and on what, such as `move:ID`; that of a field, `edit:ID:notes`, which one it is.
  // Fields save themselves when they are left, so what is in one is being written.
  const writing = drafts.some(
    ([kind = '', id = '', field]) =>
      field !== undefined ||
      dialog?.startsWith(kind) ||
      (form?.kind === kind && Object.values(form).includes(id)),
  );
  if (writing) return t('frame.notYet');
  const refs = [...new Set(drafts.flatMap(([, id = '']) => rows.get(id)?.ref ?? []))];
  return refs.length === 0 || refs.length > NAMED
    ? t('frame.draftsWait', { count: drafts.length })
    : t('frame.draftsWaitOn', { count: drafts.length, refs: refs.join(', ') });
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

import type { Input } from '../../../shared/api.ts';
import type { Translate } from '../../../shared/messages/translate.ts';
import { failureSentence } from '../../failure.ts';
import { runHere } from '../../frame/actions.ts';
import { run, select, useWindow } from '../../store.ts';
import { announce } from '../../ui/announcer.tsx';
import { askToEdit, tellProblem, type Span } from '../../ui-state.ts';
import type { DocumentMark } from '../../../shared/queries/document-view.ts';

type Recorded = Extract<Input<'run'>, { type: 'record-allegation' }>;

/** Records an allegation, selects it and puts the keyboard into its statement. Answers whether it was done. */
export async function recordHere(t: Translate, allegation: Omit<Recorded, 'type'>): Promise<boolean> {
  const answer = await run({ type: 'record-allegation', ...allegation });
  if (!answer.ok) {
    tellProblem(failureSentence(answer.error, t));
    return false;
  }
  tellProblem(null);
  const id = answer.value.created.find(({ kind }) => kind === 'allegations')?.id;
  if (id === undefined) return false;
  select(id);
  askToEdit();
  announce(t('document.recorded', { ref: useWindow.getState().rows.get(id)?.ref ?? '' }));
  return true;
}

/**
 * Marks words as an opinion, or as checked with nothing to say; or takes the mark away if they are in one. The other of
 * the two on the very same words gives way: it cannot be both.
 */
export async function toggleMark(
  t: Translate,
  documentId: string,
  marks: readonly DocumentMark[],
  kind: 'opinion' | 'nothing',
  span: Span,
): Promise<void> {
  const over = marks.filter((mark) => mark.kind === kind && mark.start <= span.start && mark.end >= span.end);
  const word = { word: `words.markKinds.${kind}` };
  if (over.length > 0) {
    for (const { id } of over) if (!(await runHere(t, { type: 'remove', kind: 'marks', id }))) return;
    return announce(t('document.unmarked', { kind: word }));
  }
  const other = marks.find(
    (mark) =>
      mark.kind !== kind && mark.kind !== 'dismissed' && mark.start === span.start && mark.end === span.end,
  );
  if (other && !(await runHere(t, { type: 'remove', kind: 'marks', id: other.id }))) return;
  const { start, end } = span;
  if (await runHere(t, { type: 'mark-text', kind, span: { documentId, start, end } }))
    announce(t('document.marked', { kind: word }));
}

import type { Outputs } from '../../shared/api.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { fileSentence } from '../failure.ts';
import { announce } from '../ui/announcer.tsx';
import { tellNote, tellProblem } from '../ui-state.ts';

/** Waits for files to be taken in, and says what came of it. Answers whether anything did. */
export async function takeInExhibits(
  taking: Promise<Outputs['addExhibits']>,
  t: Translate,
): Promise<boolean> {
  const answer = await taking;
  if (!answer.ok) {
    tellProblem(fileSentence(answer.error, t));
    return false;
  }
  if (answer.value === 'cancelled') return false;
  const { ids, known } = answer.value;
  const told = [
    ...(ids.length > 0 ? [t('exhibits.taken', { count: ids.length })] : []),
    ...(known.length > 0 ? [t('exhibits.known', { count: known.length })] : []),
  ].join(' ');
  tellProblem(null);
  tellNote(told);
  announce(told);
  return true;
}

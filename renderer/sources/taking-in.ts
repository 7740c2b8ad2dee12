import type { Outputs } from '../../shared/api.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { fileSentence } from '../failure.ts';
import { announce } from '../ui/announcer.tsx';
import { tellNote, tellProblem } from '../ui-state.ts';

/** What is told of something that was done, or could not be. */
export interface Told {
  kind: 'note' | 'failed';
  text: string;
}

/** What came of taking files in; null when the person did not want it after all. */
export function takenWords(taken: Outputs['addExhibits'], t: Translate): Told | null {
  if (!taken.ok) return { kind: 'failed', text: fileSentence(taken.error, t) };
  if (taken.value === 'cancelled') return null;
  const { ids, known } = taken.value;
  return { kind: 'note', text: countWords(ids.length, known.length, t) };
}

/** How many files became exhibits, and how many were some already; nothing when none was either. */
export function countWords(taken: number, known: number, t: Translate): string {
  return [
    ...(taken > 0 ? [t('exhibits.taken', { count: taken })] : []),
    ...(known > 0 ? [t('exhibits.known', { count: known })] : []),
  ].join(' ');
}

/** Waits for files to be taken in, and says in the frame what came of it, where no dialog stands in front of it. */
export async function takeInExhibits(taking: Promise<Outputs['addExhibits']>, t: Translate): Promise<void> {
  const told = takenWords(await taking, t);
  tellProblem(told?.kind === 'failed' ? told.text : null);
  if (told?.kind !== 'note') return;
  tellNote(told.text);
  announce(told.text);
}

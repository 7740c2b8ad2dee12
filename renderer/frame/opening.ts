import type { Outputs, ProblemAt } from '../../shared/api.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { openingEnded } from '../store.ts';
import { openDialog, tellProblem, useUi } from '../ui-state.ts';
import { announce } from '../ui/announcer.tsx';

/** Waits for a case to be opened or made, and says so when it was not. Answers whether it was. */
export async function takeOpening(
  opening: Promise<Outputs['openCase'] | Outputs['newCase'] | Outputs['openSample']>,
  t: Translate,
): Promise<boolean> {
  const answer = await opening;
  if (!answer.ok || answer.value === 'cancelled') openingEnded();
  if (answer.ok) tellProblem(null);
  else tellOpeningProblem(answer.error, t);
  return answer.ok && answer.value === 'opened';
}

/** Opens a case, or takes an article in. An article without a case waits until one was made for it. */
export async function openPath(path: string, t: Translate): Promise<void> {
  const answer = await api.openPath({ path });
  if (answer.ok) {
    tellProblem(null);
    if (answer.value === 'document-added') announce(t('document.added'));
  } else if ('needsCase' in answer.error) {
    useUi.setState({ article: path });
    openDialog('new-case');
  } else {
    openingEnded();
    tellOpeningProblem(answer.error, t);
  }
}

/** Says why something could not be opened, and what could be opened instead; nothing when the person did not want it. */
export function tellOpeningProblem(error: ProblemAt<{ code: string }>, t: Translate): void {
  if (error.problem.code === 'cancelled') tellProblem(null);
  else tellProblem(fileSentence(error, t), error.backupAt);
}

import type { ProblemAt, RunFailure } from '../shared/api.ts';
import { problemSentence, refusalSentence } from '../shared/messages/sentences.ts';
import type { Translate } from '../shared/messages/translate.ts';

/** Why a command was not carried out, in a sentence that also says what is safe. */
export function failureSentence(failure: RunFailure, t: Translate): string {
  if ('refusal' in failure) return refusalSentence(failure.refusal, t);
  if ('save' in failure) return problemSentence(failure.save, t);
  return t('frame.noCase');
}

/** What went wrong with a file, its name first. */
export function fileSentence({ file, problem }: ProblemAt<{ code: string }>, t: Translate): string {
  return t('frame.fileProblem', { file, problem: problemSentence(problem, t) });
}

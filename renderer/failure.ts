import type { Outputs } from '../shared/api.ts';
import type { OpenedReadOnly, ProblemAt, RunFailure } from '../shared/problems.ts';
import { problemSentence, refusalSentence } from '../shared/messages/sentences.ts';
import type { Translate } from '../shared/messages/translate.ts';
import { dayAndClock } from './when.ts';

/** Why a command was not carried out, in a sentence that also says what is safe. */
export function failureSentence(failure: RunFailure, t: Translate): string {
  if ('refusal' in failure) return refusalSentence(failure.refusal, t);
  if ('save' in failure) return problemSentence(failure.save, t);
  return t('frame.noCase');
}

/** Why what a form holds is not in the case, or null when it is: also when nothing of it differed from what is there. */
export function unsavedSentence(answer: Outputs['run'], t: Translate): string | null {
  if (answer.ok) return null;
  const unchanged = 'refusal' in answer.error && answer.error.refusal.code === 'nothing-changed';
  return unchanged ? null : failureSentence(answer.error, t);
}

/** Why a case is open for reading only, its moments in the reader's own zone. */
export function readOnlySentence(why: OpenedReadOnly, t: Translate, language: string): string {
  const moments = Object.entries(why).map(([name, value]) =>
    (name === 'since' || name === 'at') && value !== ''
      ? [name, dayAndClock(value, language)]
      : [name, value],
  );
  return problemSentence(Object.fromEntries(moments) as OpenedReadOnly, t);
}

/** Why a document was not taken in: its file could not be read or kept, or the case did not take it. */
export function intakeSentence(failure: RunFailure | ProblemAt<{ code: string }>, t: Translate): string {
  return 'problem' in failure ? fileSentence(failure, t) : failureSentence(failure, t);
}

/** What went wrong with a file, its name first. */
export function fileSentence({ file, problem }: ProblemAt<{ code: string }>, t: Translate): string {
  return t('frame.fileProblem', { file, problem: problemSentence(problem, t) });
}

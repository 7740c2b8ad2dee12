import type { PublishingProblem } from '../publishing/publishing-problems.ts';
import { SHORT_CLAIM, type Advice, type RatingProblem } from '../publishing/rating-problems.ts';
import type { FormProblem } from '../report/form-problem.ts';
import type { Translate } from './translate.ts';

/** What is wrong with who publishes, with the scale, or with a rating. */
export function publishingSentence(problem: PublishingProblem | RatingProblem, t: Translate): string {
  return t(`publishing.problems.${problem.code}`, 'at' in problem ? { number: problem.at + 1 } : {});
}

/** Why a form of the report is not written. */
export function formProblemSentence({ code, ...about }: FormProblem, t: Translate): string {
  const { ref, at } = { ref: null, at: null, ...about };
  const sentence = t(`publishing.problems.${code}`, at === null ? {} : { number: at + 1 });
  return ref === null ? sentence : t('publishing.onRef', { ref, sentence });
}

/** What would be better otherwise about a rating. */
export function adviceSentence(code: Advice, t: Translate): string {
  return t(`publishing.advice.${code}`, { count: SHORT_CLAIM });
}

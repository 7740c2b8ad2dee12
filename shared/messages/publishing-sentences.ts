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

/** So many reasons are told at once; one of a kind is often one of hundreds. */
const TOLD = 5;

/** Several of them in one go. */
export function formProblemsSentence(problems: readonly FormProblem[], t: Translate): string {
  const told = problems.slice(0, TOLD).map((problem) => formProblemSentence(problem, t));
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [t('publishing.moreProblems', { count: more })] : [])].join(' ');
}

/** What would be better otherwise about a rating. */
export function adviceSentence(code: Advice, t: Translate): string {
  return t(`publishing.advice.${code}`, { count: SHORT_CLAIM });
}

import type { Translate } from '../../../shared/messages/translate.ts';
import type { Suggestion } from '../../../shared/reading/suggestions.ts';

/** What a hint is for, in words, each reason once. */
export function hintLabels({ reasons }: Pick<Suggestion, 'reasons'>, t: Translate): string[] {
  return codesOf(reasons).map((code) => t(`suggestions.reasons.${code}`));
}

/** The reasons of a hint, each once, in the order of the words. */
export function codesOf(reasons: Suggestion['reasons']): Suggestion['reasons'][number]['code'][] {
  return [...new Set(reasons.map(({ code }) => code))];
}

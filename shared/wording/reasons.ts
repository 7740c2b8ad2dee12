/**
 * Why a word is worth a second look. The rules are those that newsrooms have long agreed on: that “said” is right
 * nearly always, that “admit” presumes guilt and “claim” casts doubt, and that to refute is more than to deny (AP
 * Stylebook, under these words; Reuters Handbook of Journalism, its style guide; BBC News style guide; Bender, Davenport,
 * Drager and Fedler, “Writing and Reporting for the Media”, on verbs of attribution). BBC Editorial Guidelines ask that
 * what is not corroborated is attributed and that loaded words are not taken over from others. “Terrorist” and other
 * labels that those guides only want attributed are not listed: no list of words can tell who said them.
 *
 * `denied-is-not-false` comes of where a word stands and not of a list: a verdict where something was only denied.
 */
export const LISTED_REASONS = [
  'says-false',
  'says-proved',
  'presumes-true',
  'presumes-guilt',
  'imputes-intent',
  'casts-doubt',
  'takes-for-granted',
] as const;
export const REASONS = [...LISTED_REASONS, 'denied-is-not-false'] as const;
export type WordingReason = (typeof REASONS)[number];

/** Reasons that are a matter of tone; what the others are about says something that may not be so. */
const MILD: readonly WordingReason[] = ['casts-doubt', 'takes-for-granted'];

export function isMild(reason: WordingReason): boolean {
  return MILD.includes(reason);
}

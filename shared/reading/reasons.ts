import type { Span } from './span.ts';

/**
 * Why a sentence deserves checking. What is looked for follows what others found to mark such sentences: a claim
 * that can be checked and that matters (Hassan et al., ClaimBuster, KDD 2017; the CheckThat! labs of CLEF since
 * 2018); quantities, causes, and laws and rules in force, as Full Fact's checkers sort claims (Konstantinovskiy et
 * al., arXiv:1809.08193). Attributions and quotations are the checker's own trade: somebody said it, or did not.
 * Accusations are there because they do harm when they are wrong.
 *
 * The rules are lists of words that can be read and argued about. Nothing is learned from data, and nothing is
 * decided: a sentence without any reason may be the one that is wrong.
 */
export const REASON_CODES = [
  'figure',
  'legal',
  'quotation',
  'attribution',
  'superlative',
  'change',
  'causal',
  'record',
  'date',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/**
 * What each reason adds to the score of a sentence, once. They add up to 1, so a sentence that has every reason
 * scores 1. Judged, not measured: first what is most often wrong and easiest to settle, or does most harm; a date
 * alone is little.
 */
export const WEIGHTS: Readonly<Record<ReasonCode, number>> = {
  figure: 0.2,
  legal: 0.18,
  quotation: 0.14,
  attribution: 0.12,
  superlative: 0.1,
  change: 0.09,
  causal: 0.07,
  record: 0.06,
  date: 0.04,
};

/** The very words that are a reason; positions count in whatever the text around is counted in. */
export interface Reason extends Span {
  code: ReasonCode;
}

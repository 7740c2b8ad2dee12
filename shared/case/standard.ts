import { z } from 'zod';
import { CREDIBILITIES, RELIABILITIES, SECOND_PERSONS } from './words.ts';

/**
 * The newsroom's rules, as data. One of the three numbers reached is enough: so many authenticated primary records, or
 * so many first-hand sources of distinct origins, or so many secondary reports of distinct origins. The defaults
 * follow the order of preference taught by the KSJ Fact-Checking Project (primary sources first, otherwise several
 * that do not repeat one another). The floors are grades of the Admiralty code; `F` and `6` ask for nothing. The reply
 * of those whom a serious allegation touches follows the Ofcom Broadcasting Code (7.11) and the IFCN's Code of
 * Principles; a second person is what newsrooms call the four-eyes rule.
 */
export const standardSchema = z.looseObject({
  primary: z.int().min(1).max(20),
  firstHand: z.int().min(1).max(20),
  secondary: z.int().min(1).max(20),
  /** Whether a primary record counts as one only when it says how it was authenticated. */
  authenticated: z.boolean(),
  /** A source graded below counts zero. */
  reliability: z.enum(RELIABILITIES),
  /** Information graded below counts zero. */
  credibility: z.enum(CREDIBILITIES),
  /** Whether a serious allegation has to be put to those it touches before evidence settles it. */
  replyIfSerious: z.boolean(),
  /** Whose findings need a second person who came to the same. */
  secondPerson: z.enum(SECOND_PERSONS),
});
export type Standard = z.infer<typeof standardSchema>;
export const DEFAULT_STANDARD: Standard = {
  primary: 1,
  firstHand: 2,
  secondary: 3,
  authenticated: true,
  reliability: 'F',
  credibility: '6',
  replyIfSerious: true,
  secondPerson: 'never',
};

import type { Case } from '../case/case.ts';
import { placedRatings, reviewAddresses } from '../publishing/review-addresses.ts';
import type { ReportAbout, Telling } from './report-about.ts';
import { withheldDocuments, withheldFiles } from './report-confidential.ts';

/** What a report of a scope is told from, and whatever else is written with the same parts. */
export function tellingOf(
  kase: Case,
  { edition, at, scope }: Pick<ReportAbout, 'edition' | 'at' | 'scope'>,
): Telling {
  const refs = scope.refs && new Set(scope.refs);
  const withheld = withheldFiles(kase);
  return {
    kase,
    edition,
    at,
    isIn: ({ ref }) => refs === null || refs.has(ref),
    isWhole: refs === null,
    withheld,
    withheldDocuments: withheldDocuments(kase, withheld),
    addresses: reviewAddresses(placedRatings(kase)),
  };
}

import type { HouseScale, Publisher } from '../case/publishing.ts';
import { webAddress } from './web-address.ts';

export interface PublisherProblem {
  code: 'publisher-without-name' | 'publisher-without-address' | 'logo-not-absolute';
}

export type ScaleProblem =
  /** No ratings at all; only one of worst and best; or `1 ≤ worst < best` does not hold. */
  | { code: 'no-ratings' | 'half-a-scale' | 'scale-out-of-order' }
  /** A rating without a label, or with one that another before it has. */
  | { code: 'label-missing' | 'label-twice'; at: number }
  /** A number where the scale has none, none where it has numbers, or one that is not between worst and best. */
  | { code: 'value-without-scale' | 'value-missing' | 'value-off-scale'; at: number };

/** Why somebody cannot publish, or not on this scale; `at` is the place of a rating in the scale, from 0. */
export type PublishingProblem = PublisherProblem | ScaleProblem;

/** What is wrong with who publishes; empty when nothing is. */
export function publisherProblems({
  name,
  url,
  logo,
}: Pick<Publisher, 'name' | 'url' | 'logo'>): PublisherProblem[] {
  return [
    ...(name.trim() === '' ? [{ code: 'publisher-without-name' } as const] : []),
    ...(webAddress(url) ? [] : [{ code: 'publisher-without-address' } as const]),
    ...(logo === null || webAddress(logo) ? [] : [{ code: 'logo-not-absolute' } as const]),
  ];
}

/** A scale, as far as its rules go. */
export type Scale = Pick<HouseScale, 'worst' | 'best'> & {
  ratings: readonly Pick<HouseScale['ratings'][number], 'label' | 'value'>[];
};

/**
 * What is wrong with a scale; empty when nothing is. Numbers are published only if all three are there and
 * `1 ≤ worst < best`, `worst ≤ value ≤ best` (Google, Fact Check structured data, `reviewRating`).
 */
export function scaleProblems({ ratings, worst, best }: Scale): ScaleProblem[] {
  const problems: ScaleProblem[] = [];
  if (ratings.length === 0) problems.push({ code: 'no-ratings' });
  const numbered = worst !== null && best !== null;
  if (!numbered && worst !== best) problems.push({ code: 'half-a-scale' });
  if (numbered && !(worst >= 1 && worst < best)) problems.push({ code: 'scale-out-of-order' });
  const labels = new Set<string>();
  for (const [at, { label, value }] of ratings.entries()) {
    const folded = label.trim().toLowerCase();
    if (folded === '') problems.push({ code: 'label-missing', at });
    else if (labels.has(folded)) problems.push({ code: 'label-twice', at });
    labels.add(folded);
    if (!numbered) {
      if (value !== null && worst === best) problems.push({ code: 'value-without-scale', at });
    } else if (value === null) problems.push({ code: 'value-missing', at });
    else if (!(value >= worst && value <= best)) problems.push({ code: 'value-off-scale', at });
  }
  return problems;
}

import type { Evidence } from '../case/evidence.ts';
import { alikePairs, shinglesOf, type Shingles } from '../text/alike.ts';
import type { Trail } from './origins.ts';

/** An evidence item with where it comes from in the end. */
export interface Traced {
  evidence: Evidence;
  trail: Trail | undefined;
}

/** Records are never changed, only replaced, so what an excerpt is made of is worked out once. */
const known = new WeakMap<Evidence, { shingles: Shingles | null }>();

function shinglesIn(evidence: Evidence): Shingles | null {
  const before = known.get(evidence);
  if (before) return before.shingles;
  const shingles = shinglesOf(evidence.excerpt);
  known.set(evidence, { shingles });
  return shingles;
}

/**
 * Items from different sources in nearly the same words, by their places in the list, each pair once: possibly one has
 * it from the other, or both from a third. Not those that are said to: of one origin, or one derived from the other.
 */
export function alikeExcerpts(items: readonly Traced[]): [number, number][] {
  return alikePairs(items.map(({ evidence }) => shinglesIn(evidence))).filter(([one, other]) => {
    const [a, b] = [items[one], items[other]];
    return (
      a &&
      b &&
      a.evidence.sourceId !== b.evidence.sourceId &&
      !sameOrigin(a, b) &&
      !cites(a, b) &&
      !cites(b, a)
    );
  });
}

function sameOrigin({ trail: a }: Traced, { trail: b }: Traced): boolean {
  return Boolean(a && b && 'originId' in a && 'originId' in b && a.originId === b.originId);
}

function cites({ evidence: { origin } }: Traced, { evidence }: Traced): boolean {
  return origin.type === 'derived' && origin.evidenceId === evidence.id;
}

import type { Case } from '../case/case.ts';
import type { Source } from '../case/evidence.ts';

/**
 * What a source may be called now: a confidential one by the agreed description. What was merged into one is the same
 * source, so that the name it once had would give the other away.
 */
export function sourceName(kase: Case, source: Source): string {
  return hiding(kase, source)?.name ?? source.name;
}

/** The record whose description stands for a source that is confidential, itself or as what it was merged into. */
export function hiding(kase: Case, source: Source): Source | null {
  if (source.confidential) return source;
  const whole = source.mergedIntoId === null ? undefined : kase.records.sources.get(source.mergedIntoId);
  return whole?.confidential ? whole : null;
}

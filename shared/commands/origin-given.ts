import type { Case } from '../case/case.ts';
import type { Evidence, Origin } from '../case/evidence.ts';
import type { Refusal } from './command.ts';

/**
 * Why an evidence item cannot have this origin, or null when it can: the item or source it names must be there, an item
 * never comes from itself, and what is an item of this allegation already is to be named as that item, since where it
 * has it from in turn decides what counts.
 */
export function objectionToOrigin(
  kase: Case,
  origin: Origin | undefined,
  siblings: readonly Evidence[],
  ownId: string | null = null,
): Refusal | null {
  if (origin?.type === 'derived') {
    const found = siblings.some(({ id }) => id === origin.evidenceId && id !== ownId);
    return found ? null : { code: 'not-found', kind: 'evidence' };
  }
  if (origin?.type !== 'derived-source') return null;
  if (kase.records.sources.get(origin.sourceId)?.removed !== false)
    return { code: 'not-found', kind: 'sources' };
  const item = siblings.find(
    ({ id, sourceId, removed }) => sourceId === origin.sourceId && id !== ownId && !removed,
  );
  return item ? { code: 'origin-is-evidence', number: item.number } : null;
}

/** Whether an item would have it from the very source it is from: then it has it first-hand, or it is not known from whom. */
export function isOwnOrigin(sourceId: string, origin: Origin): boolean {
  return origin.type === 'derived-source' && origin.sourceId === sourceId;
}

import { children, type Case } from './case.ts';
import type { Document } from './document.ts';

/**
 * All versions of the document that `id` is one of, the oldest first, also those in the trash; none when there is no such
 * document. Of two that follow the same one, which taking back can leave, the one that was added first comes first.
 */
export function versionsOf(kase: Case, id: string): Document[] {
  let first = kase.records.documents.get(id);
  const seen = new Set<string>();
  while (first && first.previousId !== null && !seen.has(first.id)) {
    seen.add(first.id);
    const before = kase.records.documents.get(first.previousId);
    if (!before) break;
    first = before;
  }
  const found = new Map<string, Document>();
  const waiting = first ? [first] : [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (found.has(next.id)) continue;
    found.set(next.id, next);
    waiting.push(...children(kase, ['documents', 'previousId'], next.id));
  }
  return [...found.values()];
}

/** The newest version of a document that is not in the trash; undefined when all of them are, or there is none. */
export function newestVersion(kase: Case, id: string): Document | undefined {
  return versionsOf(kase, id).findLast(({ removed }) => !removed);
}

/** Whether a version that is not in the trash came after this one. */
export function isSuperseded(kase: Case, id: string): boolean {
  return newestVersion(kase, id)?.id !== id;
}

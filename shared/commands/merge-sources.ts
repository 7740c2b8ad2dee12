import { z } from 'zod';
import { children } from '../case/case.ts';
import { idSchema } from '../case/ids.ts';
import type { Change } from '../events/event.ts';
import { command, edited, record, refuse } from './command.ts';

/**
 * Says that two records are of the same source: everything that named the first names the second from now on. The
 * first stays in the file with what it said, pointing at the other, so the history of both can be told. Merging a
 * confidential source with one that is not would give it away, or hide what everybody may know, so it is refused.
 */
export const mergeSources = command({
  type: 'merge-sources',
  input: z.object({ id: idSchema, intoId: idSchema }),
  decide(kase, { id, intoId }) {
    const [source, into] = [kase.records.sources.get(id), kase.records.sources.get(intoId)];
    if (!source || source.removed || !into || into.removed)
      return refuse({ code: 'not-found', kind: 'sources' });
    if (id === intoId) return refuse({ code: 'same-record' });
    if (source.confidential !== into.confidential) return refuse({ code: 'merge-mixed' });
    const changes: (Change | null)[] = children(kase, ['evidence', 'sourceId'], id).map((item) =>
      edited('evidence', item, { sourceId: intoId }),
    );
    const named = changes.length;
    for (const item of kase.records.evidence.values()) {
      if (item.origin.type !== 'derived-source' || item.origin.sourceId !== id) continue;
      changes.push(edited('evidence', item, { origin: { ...item.origin, sourceId: intoId } }));
    }
    // What was merged into the first before is the same source, too.
    for (const earlier of children(kase, ['sources', 'mergedIntoId'], id)) {
      changes.push(edited('sources', earlier, { mergedIntoId: intoId }));
    }
    changes.push(edited('sources', source, { mergedIntoId: intoId, removed: true }));
    return record('sources-merged', combined(changes, named));
  },
});

/** An item whose source and origin both change is one change, so that each record is told of once. */
function combined(changes: readonly (Change | null)[], named: number): Change[] {
  const byId = new Map<string, Change>();
  for (const [index, change] of changes.entries()) {
    if (!change) continue;
    const before = index >= named ? byId.get(change.id) : undefined;
    byId.set(
      change.id,
      before
        ? {
            ...change,
            before: { ...before.before, ...change.before },
            after: { ...before.after, ...change.after },
          }
        : change,
    );
  }
  return [...byId.values()];
}

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
    const changes: (Change | null)[] = [];
    for (const item of kase.records.evidence.values()) {
      const { sourceId, origin } = item;
      const named = origin.type === 'derived-source' && origin.sourceId === id;
      if (sourceId !== id && !named) continue;
      // One change for both, so that each record is told of once.
      changes.push(
        edited('evidence', item, {
          sourceId: sourceId === id ? intoId : sourceId,
          origin: named ? { ...origin, sourceId: intoId } : origin,
        }),
      );
    }
    // What was merged into the first before is the same source, too.
    for (const earlier of children(kase, ['sources', 'mergedIntoId'], id)) {
      changes.push(edited('sources', earlier, { mergedIntoId: intoId }));
    }
    changes.push(edited('sources', source, { mergedIntoId: intoId, removed: true }));
    return record(
      'sources-merged',
      changes.filter((change) => change !== null),
    );
  },
});

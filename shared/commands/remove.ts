import { z } from 'zod';
import { children, present, type Case } from '../case/case.ts';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';

/** The kinds of record that can be moved to the trash. */
export const removableKinds = z.enum([
  'documents',
  'passages',
  'marks',
  'allegations',
  'sources',
  'exhibits',
  'evidence',
  'responses',
  'queries',
  'reviews',
  'relations',
]);
export type RemovableKind = z.infer<typeof removableKinds>;

/**
 * Moves a record to the trash. It stays in the file and in the history, and can be restored. What something
 * else rests on stays: an allegation on its document, evidence on its source and exhibit.
 */
export const remove = command({
  type: 'remove',
  input: z.object({ kind: removableKinds, id: idSchema }),
  decide(kase, { kind, id }) {
    const current = kase.records[kind].get(id);
    if (!current || current.removed) return refuse({ code: 'not-found', kind });
    const count = usesOf(kase, kind, id);
    if (count > 0) return refuse({ code: 'in-use', count });
    const change = edited(kind, current, { removed: true });
    return record('removed', change ? [change] : []);
  },
});

/** How many present records would lose their ground without this one. */
function usesOf(kase: Case, kind: RemovableKind, id: string): number {
  switch (kind) {
    case 'documents': {
      const anchored = present(children(kase, ['passages', 'documentId'], id))
        .map(({ allegationId }) => allegationId)
        .filter((allegationId) => kase.records.allegations.get(allegationId)?.removed === false);
      return new Set(anchored).size + present(children(kase, ['queries', 'documentId'], id)).length;
    }
    case 'sources':
      return evidenceCount(kase, 'sourceId', id) + namedAsOrigin(kase, id);
    case 'exhibits':
      return (
        evidenceCount(kase, 'exhibitId', id) + present(children(kase, ['documents', 'exhibitId'], id)).length
      );
    case 'responses': {
      const response = kase.records.responses.get(id);
      const allegation = response && kase.records.allegations.get(response.allegationId);
      return allegation && !allegation.removed && allegation.finding.responseId === id ? 1 : 0;
    }
    case 'passages':
    case 'marks':
    case 'allegations':
    case 'evidence':
    case 'queries':
    case 'reviews':
    case 'relations':
      return 0;
  }
}

function evidenceCount(kase: Case, field: 'sourceId' | 'exhibitId', id: string): number {
  return present(children(kase, ['evidence', field], id)).length;
}

/** How many items say they are derived from what a source has first-hand. */
function namedAsOrigin(kase: Case, id: string): number {
  let count = 0;
  for (const { origin, removed } of kase.records.evidence.values())
    if (!removed && origin.type === 'derived-source' && origin.sourceId === id) count++;
  return count;
}

import { z } from 'zod';
import { children, present, type Case } from '../case/case.ts';
import { idSchema } from '../case/records.ts';
import { command, edited, record, refuse } from './command.ts';

/** The kinds of record that can be moved to the trash. */
export const removableKinds = z.enum(['documents', 'passages', 'allegations', 'evidence', 'responses']);
export type RemovableKind = z.infer<typeof removableKinds>;

/**
 * Moves a record to the trash. It stays in the file and in the history, and can be restored. A document that
 * allegations are anchored to stays: they would lose their ground.
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

function usesOf(kase: Case, kind: RemovableKind, id: string): number {
  if (kind === 'documents') {
    const anchored = present(children(kase, ['passages', 'documentId'], id))
      .map(({ allegationId }) => allegationId)
      .filter((allegationId) => kase.records.allegations.get(allegationId)?.removed === false);
    return new Set(anchored).size;
  }
  if (kind !== 'responses') return 0;
  const response = kase.records.responses.get(id);
  const allegation = response && kase.records.allegations.get(response.allegationId);
  return allegation && !allegation.removed && allegation.finding.responseId === id ? 1 : 0;
}

import { z } from 'zod';
import { children, present, type Case } from '../case/case.ts';
import { idSchema, type Kind } from '../case/records.ts';
import { command, edited, record, refuse } from './command.ts';
import { removableKinds, type RemovableKind } from './remove.ts';

/** Takes a record out of the trash again. What it rests on must not be in the trash itself. */
export const restore = command({
  type: 'restore',
  input: z.object({ kind: removableKinds, id: idSchema }),
  decide(kase, { kind, id }) {
    const current = kase.records[kind].get(id);
    const change = current && edited(kind, current, { removed: false });
    if (!change) return refuse({ code: 'not-found', kind });
    const ground = missingGround(kase, kind, id);
    return ground ? refuse({ code: 'rests-on-trash', kind: ground }) : record('restored', [change]);
  },
});

/** The kind of record that this one rests on and that is in the trash; null when there is none. */
function missingGround(kase: Case, kind: RemovableKind, id: string): Kind | null {
  if (kind === 'passages') {
    const passage = kase.records.passages.get(id);
    return passage && kase.records.documents.get(passage.documentId)?.removed ? 'documents' : null;
  }
  if (kind !== 'allegations') return null;
  const { responseId } = kase.records.allegations.get(id)?.finding ?? {};
  if (responseId && kase.records.responses.get(responseId)?.removed) return 'responses';
  const anchored = present(children(kase, ['passages', 'allegationId'], id));
  return anchored.some(({ documentId }) => kase.records.documents.get(documentId)?.removed)
    ? 'documents'
    : null;
}

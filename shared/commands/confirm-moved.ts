import { z } from 'zod';
import { children, present } from '../case/case.ts';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';

/** Confirms all passages and queries of a document that moved with its last version and are the same beyond doubt. */
export const confirmMoved = command({
  type: 'confirm-moved',
  input: z.object({ documentId: idSchema }),
  decide(kase, { documentId }) {
    const changes = (['passages', 'queries'] as const).flatMap((kind) =>
      present(children(kase, [kind, 'documentId'], documentId)).flatMap((each) => {
        const change = each.doubt === 'moved' ? edited(kind, each, { doubt: null }) : null;
        return change ? [change] : [];
      }),
    );
    if (changes.length === 0) return refuse({ code: 'nothing-changed' });
    return record('moved-confirmed', changes);
  },
});

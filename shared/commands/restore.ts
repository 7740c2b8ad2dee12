import { z } from 'zod';
import { idSchema } from '../case/records.ts';
import { command, edited, record, refuse } from './command.ts';
import { removableKinds } from './remove.ts';

/** Takes a record out of the trash again. */
export const restore = command({
  type: 'restore',
  input: z.object({ kind: removableKinds, id: idSchema }),
  decide(kase, { kind, id }) {
    const current = kase.records[kind].get(id);
    const change = current && edited(kind, current, { removed: false });
    return change ? record('restored', [change]) : refuse({ code: 'not-found', kind });
  },
});

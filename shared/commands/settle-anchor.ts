import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { newestVersion } from '../case/versions.ts';
import { anchorAt } from './anchor-given.ts';
import { command, edited, record, refuse } from './command.ts';
import { spanSchema } from './inputs.ts';

/** Says where a passage or query stands in the newest version of its document; null confirms where it has moved to. */
export const settleAnchor = command({
  type: 'settle-anchor',
  input: z.object({ kind: z.enum(['passages', 'queries']), id: idSchema, span: spanSchema.nullable() }),
  decide(kase, { kind, id, span }) {
    const anchored = kase.records[kind].get(id);
    if (!anchored || anchored.removed) return refuse({ code: 'not-found', kind });
    if (anchored.doubt === null) return refuse({ code: 'nothing-changed' });
    if (span === null && anchored.doubt !== 'moved') return refuse({ code: 'not-a-span' });
    if (span && newestVersion(kase, anchored.documentId)?.id !== span.documentId)
      return refuse({ code: 'not-a-span' });
    const anchor = span && anchorAt(kase, span);
    if (anchor && !anchor.ok) return refuse(anchor.error);
    const change = edited(kind, anchored, { ...anchor?.value, doubt: null });
    return record('anchor-settled', change ? [change] : []);
  },
});

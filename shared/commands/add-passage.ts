import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { command, record, refuse } from './command.ts';
import { spanSchema } from './inputs.ts';
import { passageChange } from './record-allegation.ts';

/** Anchors an allegation to one more place where the text says it. */
export const addPassage = command({
  type: 'add-passage',
  input: z.object({ allegationId: idSchema, span: spanSchema }),
  decide(kase, { allegationId, span }, context) {
    const allegation = kase.records.allegations.get(allegationId);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    const change = passageChange(kase, allegationId, span, context);
    return change.ok ? record('passage-added', [change.value]) : refuse(change.error);
  },
});

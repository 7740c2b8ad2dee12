import { z } from 'zod';
import { children } from '../case/case.ts';
import { MARK_KINDS } from '../case/words.ts';
import { anchorAt } from './anchor-given.ts';
import { command, created, record, refuse } from './command.ts';
import { spanSchema } from './inputs.ts';

/** Says of words that they become no allegation, and why: an opinion, nothing to say, or a hint that was turned down. */
export const markText = command({
  type: 'mark-text',
  input: z.object({ span: spanSchema, kind: z.enum(MARK_KINDS) }),
  decide(kase, { span, kind }, context) {
    const anchor = anchorAt(kase, span);
    if (!anchor.ok) return refuse(anchor.error);
    const same = children(kase, ['marks', 'documentId'], span.documentId).some(
      ({ kind: known, selector: [, at], removed }) =>
        !removed && known === kind && at.start === span.start && at.end === span.end,
    );
    if (same) return refuse({ code: 'nothing-changed' });
    return record('text-marked', [
      created('marks', {
        id: context.newId(),
        kind,
        ...anchor.value,
        by: context.by,
        addedAt: context.at,
        removed: false,
      }),
    ]);
  },
});

import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { anchorAt } from './anchor-given.ts';
import { command, created, record, refuse } from './command.ts';
import { orNull, queryFields, spanSchema } from './inputs.ts';

/** Puts a question about a passage to the author or editor, or proposes another wording for it. */
export const askQuery = command({
  type: 'ask-query',
  input: z.object(queryFields).extend({ span: spanSchema, allegationId: idSchema.nullable() }),
  decide(kase, { span, allegationId, ...input }, context) {
    const anchor = anchorAt(kase, span);
    if (!anchor.ok) return refuse(anchor.error);
    if (allegationId !== null && kase.records.allegations.get(allegationId)?.removed !== false) {
      return refuse({ code: 'not-found', kind: 'allegations' });
    }
    if (input.kind === 'question' && input.question.trim() === '') {
      return refuse({ code: 'text-needed', field: 'question' });
    }
    if (input.kind === 'wording' && input.proposed === null) return refuse({ code: 'wording-needed' });
    const query = {
      id: context.newId(),
      number: kase.lastNumbers.queries + 1,
      ...anchor.value,
      doubt: null,
      allegationId,
      kind: input.kind,
      question: input.question.trim(),
      proposed: input.proposed,
      decider: orNull(input.decider),
      decision: null,
      wording: null,
      reason: '',
      decidedBy: null,
      decidedAt: null,
      by: context.by,
      addedAt: context.at,
      removed: false,
    };
    return record('query-asked', [created('queries', query)]);
  },
});

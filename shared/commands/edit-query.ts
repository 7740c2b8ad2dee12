import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull, queryFields } from './inputs.ts';

/** Changes what a query asks; what is not given stays. What was decided stays as it was decided. */
export const editQuery = command({
  type: 'edit-query',
  input: z.object({ id: idSchema }).extend(z.object(queryFields).partial().shape),
  decide(kase, { id, ...input }) {
    const query = kase.records.queries.get(id);
    if (!query || query.removed) return refuse({ code: 'not-found', kind: 'queries' });
    const kind = input.kind ?? query.kind;
    const question = input.question?.trim() ?? query.question;
    const proposed = input.proposed === undefined ? query.proposed : input.proposed;
    if (kind === 'question' && question === '') return refuse({ code: 'text-needed', field: 'question' });
    if (kind === 'wording' && proposed === null) return refuse({ code: 'wording-needed' });
    const change = edited('queries', query, {
      kind,
      question,
      proposed,
      decider: input.decider === undefined ? undefined : orNull(input.decider),
    });
    return change ? record('query-edited', [change]) : refuse({ code: 'nothing-changed' });
  },
});

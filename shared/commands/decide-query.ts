import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import { DECISIONS } from '../case/words.ts';
import { textOf } from '../text/well-formed.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull } from './inputs.ts';

/**
 * Decides a query: the passage changes to a wording, or it stands (`stet`). Either way with a reason. Whoever decides
 * is often not at this computer, so the name of who did is given; otherwise it is who records the decision.
 */
export const decideQuery = command({
  type: 'decide-query',
  input: z.object({
    id: idSchema,
    decision: z.enum(DECISIONS),
    /** What the passage says from now on; only with `change`, where the proposed wording serves if none is given. */
    wording: textOf(LIMITS.note).nullable(),
    reason: textOf(LIMITS.note),
    decidedBy: textOf(LIMITS.name).nullable(),
  }),
  decide(kase, { id, decision, wording, reason, decidedBy }, context) {
    const query = kase.records.queries.get(id);
    if (!query || query.removed) return refuse({ code: 'not-found', kind: 'queries' });
    if (reason.trim() === '') return refuse({ code: 'decision-reason-needed' });
    const chosen = decision === 'change' ? (wording ?? query.proposed) : null;
    if (decision === 'change' && chosen === null) return refuse({ code: 'wording-needed' });
    const change = edited('queries', query, {
      decision,
      wording: chosen,
      reason: reason.trim(),
      decidedBy: orNull(decidedBy) ?? context.by,
      decidedAt: context.at,
    });
    return record('query-decided', change ? [change] : []);
  },
});

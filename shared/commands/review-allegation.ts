import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import { BASES, STATES, WHYS } from '../case/words.ts';
import { nameKey } from '../text/name-key.ts';
import { textOf } from '../text/well-formed.ts';
import { command, created, record, refuse } from './command.ts';

/**
 * Records a second person's own finding. It moves nothing: where it differs from the first, both stay and both are
 * shown. Who reviews must not be who decided; both names are what people said they are.
 */
export const reviewAllegation = command({
  type: 'review-allegation',
  input: z.object({
    allegationId: idSchema,
    state: z.enum(STATES),
    why: z.enum(WHYS).nullish(),
    basis: z.enum(BASES).nullish(),
    reason: textOf(LIMITS.note),
    blind: z.boolean(),
  }),
  decide(kase, { allegationId, state, why, basis, reason, blind }, context) {
    const allegation = kase.records.allegations.get(allegationId);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    if (reason.trim() === '') return refuse({ code: 'review-reason-needed' });
    if (state === 'denied' && !basis) return refuse({ code: 'basis-needed' });
    if (context.by.trim() === '') return refuse({ code: 'name-needed' });
    const { finding } = allegation;
    const decided = finding.why !== 'not-started';
    if (decided && nameKey(finding.by) === nameKey(context.by))
      return refuse({ code: 'reviewer-is-decider' });
    const review = {
      id: context.newId(),
      allegationId,
      state,
      why: state === 'unverified' ? (why ?? 'in-progress') : null,
      basis: state === 'denied' ? (basis ?? null) : null,
      reason: reason.trim(),
      blind,
      by: context.by,
      at: context.at,
      removed: false,
    };
    return record('allegation-reviewed', [created('reviews', review)]);
  },
});

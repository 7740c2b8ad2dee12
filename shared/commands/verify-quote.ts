import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { LIMITS } from '../case/limits.ts';
import { textOf } from '../text/well-formed.ts';
import { command, edited, record, refuse } from './command.ts';

/**
 * Ticks that the claimant really said it, and how that was found, or takes the tick away (`how` is null). It says
 * nothing about whether it is so, and never moves the state.
 */
export const verifyQuote = command({
  type: 'verify-quote',
  input: z.object({ id: idSchema, how: textOf(LIMITS.note).nullable() }),
  decide(kase, { id, how }, context) {
    const allegation = kase.records.allegations.get(id);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    if (how?.trim() === '') return refuse({ code: 'text-needed', field: 'how' });
    if (how === null && allegation.quote === null) return refuse({ code: 'nothing-changed' });
    const quote = how === null ? null : { how: how.trim(), by: context.by, at: context.at };
    const change = edited('allegations', allegation, { quote });
    return record(quote ? 'quote-verified' : 'quote-unverified', change ? [change] : []);
  },
});

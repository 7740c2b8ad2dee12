import { z } from 'zod';
import { idSchema } from '../case/records.ts';
import { command, created, record, refuse } from './command.ts';
import { orNull, partyNamed, responseFields } from './inputs.ts';

/**
 * Records what a party said about this very statement. A denial says what it denies: all of it, a part, or something
 * else; declining to comment is neither a denial nor silence.
 */
export const addResponse = command({
  type: 'add-response',
  input: z.object({ allegationId: idSchema }).extend(responseFields),
  decide(kase, { allegationId, party: name, ...input }, context) {
    const allegation = kase.records.allegations.get(allegationId);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    const party = partyNamed(kase, name, context);
    if (party.id === null) return refuse({ code: 'response-details-needed', missing: 'party' });
    if (input.kind === 'denied' && input.extent === null) {
      return refuse({ code: 'response-details-needed', missing: 'extent' });
    }
    const response = {
      id: context.newId(),
      allegationId,
      partyId: party.id,
      kind: input.kind,
      extent: input.kind === 'denied' ? input.extent : null,
      words: input.words.trim(),
      on: input.on,
      channel: orNull(input.channel),
      address: orNull(input.address),
      addedAt: context.at,
      removed: false,
    };
    return record('response-added', [...party.changes, created('responses', response)]);
  },
});

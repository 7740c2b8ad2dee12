import type { z } from 'zod';
import type { Response } from '../case/dealings.ts';
import { idSchema } from '../case/ids.ts';
import type { Context } from '../events/event.ts';
import { command, created, record, refuse } from './command.ts';
import { answer, orNull, partyNamed, responseFields } from './inputs.ts';
import { objectionToResponse } from './response-given.ts';

/**
 * Records what a party said about this very statement, or that it was asked and an answer is awaited. A denial says what
 * it denies: all of it, a part, or something else; declining to comment is neither a denial nor silence.
 */
export const addResponse = command({
  type: 'add-response',
  input: answer.extend({ allegationId: idSchema, party: responseFields.party }),
  decide(kase, { allegationId, party: name, ...input }, context) {
    const allegation = kase.records.allegations.get(allegationId);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    const party = partyNamed(kase, name, context);
    if (party.id === null) return refuse({ code: 'response-details-needed', missing: 'party' });
    const response = responseRecord(context.newId(), allegationId, party.id, input, context);
    const objection = objectionToResponse(response, context);
    if (objection) return refuse(objection);
    return record('response-added', [...party.changes, created('responses', response)]);
  },
});

/** A response as it is kept. What only a denial has, nothing else keeps. */
export function responseRecord(
  id: string,
  allegationId: string,
  partyId: string,
  given: z.infer<typeof answer>,
  { at }: Context,
): Response {
  const denied = given.kind === 'denied';
  return {
    id,
    allegationId,
    partyId,
    kind: given.kind,
    extent: denied ? given.extent : null,
    denies: denied ? orNull(given.denies) : null,
    words: given.words.trim(),
    contact: orNull(given.contact),
    askedOn: given.askedOn ?? null,
    deadline: given.deadline ?? null,
    attempts: [],
    on: given.on,
    channel: orNull(given.channel),
    address: orNull(given.address),
    addedAt: at,
    removed: false,
  };
}

import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull, partyNamed, responseDetails, responseFields } from './inputs.ts';
import { objectionToResponse } from './response-given.ts';

/** Changes fields of a response; what is not given stays. */
export const editResponse = command({
  type: 'edit-response',
  input: z
    .object({ id: idSchema })
    .extend(z.object({ ...responseFields, ...responseDetails }).partial().shape),
  decide(kase, { id, party: name, ...input }, context) {
    const response = kase.records.responses.get(id);
    if (!response || response.removed) return refuse({ code: 'not-found', kind: 'responses' });
    const party = partyNamed(kase, name, context);
    if (name !== undefined && party.id === null) {
      return refuse({ code: 'response-details-needed', missing: 'party' });
    }
    const kind = input.kind ?? response.kind;
    const finding = kase.records.allegations.get(response.allegationId)?.finding;
    const extent = kind === 'denied' ? (input.extent ?? response.extent) : null;
    const carries = finding?.responseId === id && response.extent !== 'else';
    if (carries && (kind !== 'denied' || extent === 'else')) return refuse({ code: 'carries-finding' });
    const change = edited('responses', response, {
      ...input,
      kind,
      extent,
      partyId: name === undefined ? undefined : party.id,
      denies: kind !== 'denied' ? null : input.denies === undefined ? undefined : orNull(input.denies),
      words: input.words?.trim(),
      contact: input.contact === undefined ? undefined : orNull(input.contact),
      channel: input.channel === undefined ? undefined : orNull(input.channel),
      address: input.address === undefined ? undefined : orNull(input.address),
    });
    if (!change) return refuse({ code: 'nothing-changed' });
    const objection = objectionToResponse({ ...response, ...change.after }, context);
    if (objection) return refuse(objection);
    return record('response-edited', [...party.changes, change]);
  },
});

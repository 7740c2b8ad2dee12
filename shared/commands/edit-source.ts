import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { nameKey } from '../text/name-key.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull, partyNamed, sourceDetails, sourceFields } from './inputs.ts';

/**
 * Changes what is known of a source; what is not given stays. Calling it confidential needs the description that was
 * agreed, in place of its name. What stood there before stays in the history: a case can forget only what it never knew.
 */
export const editSource = command({
  type: 'edit-source',
  input: z.object({ id: idSchema }).extend(z.object({ ...sourceFields, ...sourceDetails }).partial().shape),
  decide(kase, { id, ...input }, context) {
    const source = kase.records.sources.get(id);
    if (!source || source.removed) return refuse({ code: 'not-found', kind: 'sources' });
    if (input.name !== undefined && orNull(input.name) === null) {
      return refuse({ code: 'text-needed', field: 'name' });
    }
    const hides = input.confidential === true && !source.confidential;
    if (hides && nameKey(input.name ?? source.name) === nameKey(source.name)) {
      return refuse({ code: 'description-needed' });
    }
    const party = partyNamed(kase, input.party, context);
    const change = edited('sources', source, {
      name: input.name?.trim(),
      kind: input.kind,
      partyId: input.party === undefined ? undefined : party.id,
      interests: input.interests?.trim(),
      reliability: input.reliability,
      confidential: input.confidential,
    });
    if (!change) return refuse({ code: 'nothing-changed' });
    return record('source-edited', [...party.changes, change]);
  },
});

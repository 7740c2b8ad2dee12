import { z } from 'zod';
import { idSchema } from '../case/records.ts';
import { command, edited, record, refuse } from './command.ts';
import { orNull, partyNamed, sourceFields } from './inputs.ts';

/** Changes what is known of a source; what is not given stays. */
export const editSource = command({
  type: 'edit-source',
  input: z.object({ id: idSchema }).extend(z.object(sourceFields).partial().shape),
  decide(kase, { id, ...input }, context) {
    const source = kase.records.sources.get(id);
    if (!source || source.removed) return refuse({ code: 'not-found', kind: 'sources' });
    if (input.name !== undefined && orNull(input.name) === null) {
      return refuse({ code: 'text-needed', field: 'name' });
    }
    const party = partyNamed(kase, input.party, context);
    const change = edited('sources', source, {
      name: input.name?.trim(),
      kind: input.kind,
      partyId: input.party === undefined ? undefined : party.id,
    });
    if (!change) return refuse({ code: 'nothing-changed' });
    return record('source-edited', [...party.changes, change]);
  },
});

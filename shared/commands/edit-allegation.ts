import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';
import { allegationFields, cleanTags, orNull, partiesNamed, partyNamed } from './inputs.ts';

/** Changes any of the fields of an allegation; what is not given stays. Its state moves by `move-allegation` only. */
export const editAllegation = command({
  type: 'edit-allegation',
  input: z.object({ id: idSchema }).extend(z.object(allegationFields).partial().shape),
  decide(kase, { id, ...input }, context) {
    const allegation = kase.records.allegations.get(id);
    if (!allegation || allegation.removed) return refuse({ code: 'not-found', kind: 'allegations' });
    if (input.statement?.trim() === '') return refuse({ code: 'text-needed', field: 'statement' });
    const claimant = partyNamed(kase, input.claimant, context);
    // The party of the claimant may be made by the same command.
    const touches = partiesNamed(kase, input.touches ?? [], context, claimant);
    const change = edited('allegations', allegation, {
      statement: input.statement?.trim(),
      claimantId: input.claimant === undefined ? undefined : claimant.id,
      saidOn: input.saidOn,
      saidWhere: input.saidWhere === undefined ? undefined : orNull(input.saidWhere),
      happenedOn: input.happenedOn,
      touchedIds: input.touches && touches.ids,
      tags: input.tags && cleanTags(input.tags),
      priority: input.priority,
      serious: input.serious,
      assignee: input.assignee === undefined ? undefined : orNull(input.assignee),
      notes: input.notes,
    });
    if (!change) return refuse({ code: 'nothing-changed' });
    return record('allegation-edited', [...claimant.changes, ...touches.changes, change]);
  },
});

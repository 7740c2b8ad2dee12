import { z } from 'zod';
import { idSchema } from '../case/ids.ts';
import { command, edited, record, refuse } from './command.ts';
import { exhibitFields, orNull } from './inputs.ts';
import { objectionToTimes } from './times-given.ts';

/** Changes what is known about an exhibit; what is not given stays. The file is never changed. */
export const editExhibit = command({
  type: 'edit-exhibit',
  input: z.object({ id: idSchema }).extend(z.object(exhibitFields).partial().shape),
  decide(kase, { id, ...input }, context) {
    const exhibit = kase.records.exhibits.get(id);
    if (!exhibit || exhibit.removed) return refuse({ code: 'not-found', kind: 'exhibits' });
    if (input.title?.trim() === '') return refuse({ code: 'text-needed', field: 'title' });
    const objection = objectionToTimes(input, context);
    if (objection) return refuse(objection);
    const change = edited('exhibits', exhibit, {
      ...input,
      title: input.title?.trim(),
      address: input.address === undefined ? undefined : orNull(input.address),
      archivedAddress: input.archivedAddress === undefined ? undefined : orNull(input.archivedAddress),
    });
    return change ? record('exhibit-edited', [change]) : refuse({ code: 'nothing-changed' });
  },
});

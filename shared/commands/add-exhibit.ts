import { z } from 'zod';
import { exhibitSchema } from '../case/evidence.ts';
import { command, created, record, refuse } from './command.ts';
import { exhibitFields, orNull } from './inputs.ts';
import { objectionToTimes } from './times-given.ts';

/**
 * Enters a file that was taken in. The file itself must be durable beside the case before this is asked; here it is its
 * hash, its size and what is known about it. The same file twice is one exhibit: whoever takes files in asks
 * `exhibitOf()` first.
 */
export const addExhibit = command({
  type: 'add-exhibit',
  input: z.object(exhibitFields).extend({
    sha256: exhibitSchema.shape.sha256,
    bytes: exhibitSchema.shape.bytes,
    mediaType: exhibitSchema.shape.mediaType,
    fileName: exhibitSchema.shape.fileName,
  }),
  decide(kase, input, context) {
    const objection = objectionToTimes(input, context);
    if (objection) return refuse(objection);
    const number = kase.lastNumbers.exhibits + 1;
    const exhibit = {
      ...input,
      id: context.newId(),
      number,
      title: orNull(input.title) ?? input.fileName ?? `E${number}`,
      address: orNull(input.address),
      archivedAddress: orNull(input.archivedAddress),
      addedAt: context.at,
      removed: false,
    };
    return record('exhibit-added', [created('exhibits', exhibit)]);
  },
});

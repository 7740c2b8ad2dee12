import { z } from 'zod';
import type { Case } from '../case/case.ts';
import { exhibitSchema, type Exhibit } from '../case/evidence.ts';
import type { Context } from '../events/event.ts';
import { command, created, record, refuse } from './command.ts';
import { exhibitFields, orNull } from './inputs.ts';
import { objectionToTimes } from './times-given.ts';

/** All that is known of a file that was taken in. */
export const exhibitInput = z.object(exhibitFields).extend({
  sha256: exhibitSchema.shape.sha256,
  bytes: exhibitSchema.shape.bytes,
  mediaType: exhibitSchema.shape.mediaType,
  fileName: exhibitSchema.shape.fileName,
});

/**
 * Enters a file that was taken in. The file itself must be durable beside the case before this is asked; here it is its
 * hash, its size and what is known about it. The same file twice is one exhibit: whoever takes files in asks
 * `exhibitOf()` first.
 */
export const addExhibit = command({
  type: 'add-exhibit',
  input: exhibitInput,
  decide(kase, input, context) {
    const objection = objectionToTimes(input, context);
    if (objection) return refuse(objection);
    return record('exhibit-added', [created('exhibits', exhibitRecord(kase, input, context))]);
  },
});

/** The record of a file that was taken in, with the next number. */
export function exhibitRecord(
  kase: Case,
  input: z.infer<typeof exhibitInput>,
  { newId, at }: Context,
): Exhibit {
  const number = kase.lastNumbers.exhibits + 1;
  return {
    ...input,
    id: newId(),
    number,
    title: orNull(input.title) ?? input.fileName ?? `E${number}`,
    address: orNull(input.address),
    archivedAddress: orNull(input.archivedAddress),
    addedAt: at,
    removed: false,
  };
}

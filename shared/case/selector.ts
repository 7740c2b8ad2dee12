import { z } from 'zod';

/** A span of a document in W3C selectors, by its words and by position; positions count code points. */
export const selectorSchema = z.tuple([
  z.looseObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z.looseObject({
    type: z.literal('TextPositionSelector'),
    start: z.int().min(0),
    end: z.int().min(1),
  }),
]);

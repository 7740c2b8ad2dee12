import { z } from 'zod';
import { idSchema, sha256Schema } from './ids.ts';
import { DOUBTS } from './words.ts';

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

/** What everything has that is anchored to a span of a document. */
export const anchorShape = {
  documentId: idSchema,
  /** The SHA-256 of the text that the positions count in. */
  documentSha256: sha256Schema,
  selector: selectorSchema,
};

/**
 * What is in doubt about where an anchor stands, since its document came anew; null when nothing is. What `moved` stands in
 * the newest version already, and a person confirms it; everything else stays where it was until a person says where.
 */
export const doubtSchema = z.enum(DOUBTS).nullable();

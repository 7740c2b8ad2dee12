import { z } from 'zod';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { BLOCK_KINDS, DOCUMENT_FORMATS } from './words.ts';

/**
 * A part of a document's text that is more than a paragraph. `start` and `end` count code points of the text, the end
 * exclusive; blocks stand in reading order. A heading and an item have a level from 1. A table has a line for each row,
 * its cells parted by tabs.
 */
export const blockSchema = z.looseObject({
  kind: z.enum(BLOCK_KINDS),
  start: z.int().min(0),
  end: z.int().min(0),
  level: z.int().min(1).max(9).nullable(),
});
export type Block = z.infer<typeof blockSchema>;

/** Where a page of the original begins in the text, in code points, and what the page is called there: `iv`, `12`. */
export const pageSchema = z.looseObject({ label: textOf(LIMITS.tag), start: z.int().min(0) });
export type Page = z.infer<typeof pageSchema>;

/** What took the readable text out of a file, so that it can be done again. */
export const extractorSchema = z.looseObject({
  name: textOf(LIMITS.tag),
  version: textOf(LIMITS.tag),
});
export type Extractor = z.infer<typeof extractorSchema>;

/** What is known of a text beside its words: how it came, and how it is laid out. */
export const layoutShape = {
  /** What it came as. */
  format: z.enum(DOCUMENT_FORMATS),
  /** What took it out of its file; null when the text is the file, or was typed or pasted as it is. */
  extractor: extractorSchema.nullable(),
  /** How the bytes were read as characters, by the names of the WHATWG Encoding Standard; null when pasted or of no such kind. */
  encoding: textOf(LIMITS.tag).nullable(),
  /** BCP 47; declared by the file, or recognised; null when neither. */
  language: textOf(LIMITS.tag).nullable(),
  blocks: z.array(blockSchema).max(LIMITS.blocks),
  pages: z.array(pageSchema).max(LIMITS.pages),
} as const;

export const documentSchema = z.looseObject({
  id: idSchema,
  title: textOf(LIMITS.title),
  /** Never altered: a text that came anew is a document of its own, whose `previousId` is this one. */
  text: textOf(LIMITS.documentText),
  /** SHA-256 of `text` in UTF-8, in hexadecimal. */
  sha256: sha256Schema,
  ...layoutShape,
  /** The name of the file it came from, without its folder; null when it was pasted. */
  fileName: textOf(LIMITS.name).nullable(),
  /** The original file, kept as an exhibit; null when the text is all there was. */
  exhibitId: idSchema.nullable(),
  /** The version before this one; null for the first. */
  previousId: idSchema.nullable(),
  addedAt: instant,
  removed: z.boolean(),
});
export type Document = z.infer<typeof documentSchema>;

/** What reading a file gives, before it is a document: made in the parsing window, checked by main with this schema. */
export const extractedSchema = z.object({
  text: textOf(LIMITS.documentText),
  ...layoutShape,
  /** The title the file itself gives; null when it gives none. */
  title: textOf(LIMITS.title).nullable(),
});
export type Extracted = z.infer<typeof extractedSchema>;

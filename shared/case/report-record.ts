import { z } from 'zod';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';
import { when } from '../text/when.ts';
import { idSchema, sha256Schema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { LOGO_TYPES, EDITIONS } from './words.ts';

/**
 * What a report of this case says about itself, and which reports have left it. Like all schemas of records these are
 * loose, and a field without a value is null (see records.ts).
 */

/** A picture of a newsroom: small, and in the case itself, so that a report never depends on another file. */
export const logoSchema = z.looseObject({
  mediaType: z.enum(LOGO_TYPES),
  base64: z
    .string()
    .max(LIMITS.logoBase64)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
  /** What is read out in its place. */
  alt: textOf(LIMITS.name),
});
export type Logo = z.infer<typeof logoSchema>;

/** What people say on the cover and about the method. Every text may be empty. */
export const coverSchema = z.looseObject({
  /** Of the report; that of the case while it is empty. */
  title: textOf(LIMITS.title),
  /** As the newsroom counts its reports: "2.1", "draft". */
  version: textOf(LIMITS.tag),
  preparedFor: textOf(LIMITS.name),
  reviewedBy: textOf(LIMITS.name),
  /** How the work was done, in the newsroom's own words. */
  method: textOf(LIMITS.note),
  /** Interests to be disclosed: who pays, who is close to whom. */
  interests: textOf(LIMITS.note),
  /** Which automated suggestions were used, and for what. */
  suggestions: textOf(LIMITS.note),
});
export type Cover = z.infer<typeof coverSchema>;

export const EMPTY_COVER: Cover = {
  title: '',
  version: '',
  preparedFor: '',
  reviewedBy: '',
  method: '',
  interests: '',
  suggestions: '',
};

/** One file of a report that was written. Its folder is told of nowhere. */
export const reportFileSchema = z.looseObject({
  /** What it was written as: `html`, `pdf` … */
  format: textOf(LIMITS.tag),
  name: textOf(LIMITS.name),
  bytes: z.int().min(0),
  sha256: sha256Schema,
});

/** A report that left the case, as it was then. It is a fact: it can be neither edited nor taken back. */
export const reportRecordSchema = z.looseObject({
  id: idSchema,
  /** Its number within the case, as people say it: R2. */
  number: z.int().min(1),
  edition: z.enum(EDITIONS),
  /** BCP 47: the language of its own words. */
  language: textOf(LIMITS.tag),
  /** The references it was made of; null for all there were. */
  refs: z.array(textOf(LIMITS.tag)).nullable(),
  madeAt: instant,
  /** As it names who made it; empty when nobody said. */
  preparedBy: textOf(LIMITS.name),
  /** The hashes of the last events it tells of. */
  heads: z.array(sha256Schema).min(1),
  /** SHA-256 of the report as data (report/report-hash.ts): the same for every form. */
  contentSha256: sha256Schema,
  files: z.array(reportFileSchema),
  /** When it was published; null unless somebody said that it was. */
  publishedOn: when.nullable(),
  /** Where. */
  address: textOf(LIMITS.line).nullable(),
});
export type ReportRecord = z.infer<typeof reportRecordSchema>;

import { z } from 'zod';
import { sha256Schema } from '../case/ids.ts';
import { BASES, EDITIONS, LOGO_TYPES, STATES, WHYS } from '../case/words.ts';
import { instant } from '../text/instant.ts';
import { when } from '../text/when.ts';
import { CHANGE_CODES } from './report-since.ts';

/** The shape of what a report says about itself, about the reports before it, and of corrections; see report-schema.ts. */

const text = z.string();

export const coverSchema = z.object({
  title: text,
  version: text,
  preparedFor: text,
  reviewedBy: text,
  method: text,
  interests: text,
  suggestions: text,
  logo: z.object({ mediaType: z.enum(LOGO_TYPES), base64: text, alt: text }).nullable(),
});

export const reportNameSchema = z.object({
  number: z.int().min(1),
  edition: z.enum(EDITIONS),
  madeAt: instant,
  contentSha256: sha256Schema,
  publishedOn: when.nullable(),
  address: text.nullable(),
});

export const shortFindingSchema = z.object({
  state: z.enum(STATES),
  why: z.enum(WHYS).nullable(),
  basis: z.enum(BASES).nullable(),
  reason: text,
  overridden: z.boolean(),
});

export const changeSchema = z.object({
  ref: text,
  changes: z.array(z.enum(CHANGE_CODES)),
  finding: z.object({ from: shortFindingSchema, to: shortFindingSchema }).nullable(),
});

export const toldFindingSchema = shortFindingSchema.extend({ statement: text });

export const correctionSchema = z.object({
  ref: text,
  published: reportNameSchema,
  from: toldFindingSchema,
  to: toldFindingSchema,
  at: instant,
  by: text,
});

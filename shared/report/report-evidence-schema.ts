import { z } from 'zod';
import { sha256Schema } from '../case/ids.ts';
import { CREDIBILITIES, EXHIBIT_KINDS, LEVELS, RELIABILITIES, SOURCE_KINDS, STANCES } from '../case/words.ts';
import { instant } from '../text/instant.ts';
import { when } from '../text/when.ts';

/** The part of report-schema.ts that tells of evidence, sources and exhibits. */

const count = z.int().min(0);
const number = z.int().min(1);
const text = z.string();
const known = text.nullable();
const time = when.nullable();

export const sourceNameSchema = z.object({
  name: text,
  confidential: z.boolean(),
  kind: z.enum(SOURCE_KINDS).nullable(),
  party: known,
  reliability: z.enum(RELIABILITIES),
});

export const exhibitNameSchema = z.union([
  z.object({ withheld: z.literal(false), number, title: text, sha256: sha256Schema }),
  z.object({ withheld: z.literal(true) }),
]);

const place = {
  locator: known,
  publishedOn: time,
  accessedOn: time,
  address: known,
  exhibit: exhibitNameSchema.nullable(),
};

export const verdictSchema = z.union([
  z.object({
    counts: z.literal(true),
    as: z.enum(['primary', 'first-hand', 'secondary']),
    sameAs: number.nullable(),
  }),
  z.object({
    counts: z.literal(false),
    because: z.enum([
      'source-missing',
      'touched-party',
      'origin-unknown',
      'circle',
      'no-locator',
      'reliability-below',
      'credibility-below',
      'context',
      'withheld',
    ]),
  }),
]);

export const evidenceSchema = z.object({
  ...place,
  number,
  stance: z.enum(STANCES),
  source: sourceNameSchema.nullable(),
  level: z.enum(LEVELS),
  excerpt: text,
  authenticated: z.boolean(),
  authentication: known,
  credibility: z.enum(CREDIBILITIES),
  origin: z.object({
    type: z.enum(['first-hand', 'derived', 'derived-source', 'unknown']),
    from: number.nullable(),
    source: known,
  }),
  verdict: verdictSchema,
});

export const useSchema = z.object({ ref: text, number });

export const sourceSchema = sourceNameSchema.extend({
  interests: known,
  uses: z.array(useSchema.extend(place)),
  originOf: z.array(useSchema),
});

export const exhibitSchema = z.object({
  number,
  title: text,
  kind: z.enum(EXHIBIT_KINDS),
  sha256: sha256Schema,
  bytes: count,
  mediaType: text,
  fileName: known,
  publishedOn: time,
  capturedOn: time,
  accessedOn: time,
  address: known,
  archivedAddress: known,
  addedAt: instant,
  uses: z.array(useSchema),
});

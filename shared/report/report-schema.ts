import { z } from 'zod';
import { sha256Schema } from '../case/ids.ts';
import {
  BASES,
  CLAIMANT_TYPES,
  CREDIBILITIES,
  DECISIONS,
  EXTENTS,
  PRIORITIES,
  QUERY_KINDS,
  RELATION_KINDS,
  RELIABILITIES,
  RESPONSE_KINDS,
  SECOND_PERSONS,
  STATES,
  WHYS,
  DOUBTS,
  EDITIONS,
} from '../case/words.ts';
import { instant } from '../text/instant.ts';
import { when } from '../text/when.ts';
import { evidenceSchema, exhibitSchema, sourceSchema } from './report-evidence-schema.ts';
import { changeSchema, correctionSchema, coverSchema, reportNameSchema } from './report-past-schema.ts';

/**
 * The shape of a report as schemas, for other programs (report-json-schema.ts). The types with what each field means
 * stand beside what makes them, report-data.ts first; the compiler holds the two to be the same (report-schema.test.ts).
 */

const count = z.int().min(0);
const number = z.int().min(1);
const text = z.string();
const known = text.nullable();
const moment = instant;
const time = when.nullable();

export const missingSchema = z.union([
  z.object({ code: z.enum(['needs-primary', 'needs-first-hand', 'needs-secondary']), count }),
  z.object({ code: z.literal('also-contradicted') }),
  z.object({ code: z.literal('also-supported') }),
  z.object({ code: z.literal('denies-something-else') }),
  z.object({ code: z.literal('needs-reply'), parties: z.array(text) }),
  z.object({ code: z.literal('needs-second-person') }),
]);

const decided = {
  state: z.enum(STATES),
  why: z.enum(WHYS).nullable(),
  basis: z.enum(BASES).nullable(),
  reason: text,
  by: text,
  at: moment,
};

export const findingSchema = z.object({
  ...decided,
  deniedBy: z.object({ party: text, extent: z.enum(EXTENTS), denies: known }).nullable(),
  restsOn: z.array(number),
  override: known,
  lacks: z.array(missingSchema),
});

export const earlierSchema = z.object({ ...decided, override: known, undone: z.boolean() });

export const reviewSchema = z.object({
  ...decided,
  blind: z.boolean(),
  agrees: z.boolean(),
  superseded: z.boolean(),
});

export const weightSchema = z.object({ items: count, counting: count, origins: count, met: z.boolean() });

export const responseSchema = z.object({
  party: text,
  kind: z.enum(RESPONSE_KINDS),
  extent: z.enum(EXTENTS).nullable(),
  denies: known,
  words: text,
  contact: known,
  askedOn: time,
  deadline: time,
  answered: z.boolean(),
  overdue: z.boolean(),
  attempts: z.array(z.object({ on: time, channel: text, note: text })).nullable(),
  on: time,
  channel: known,
  address: known,
});

const doubt = z.enum(DOUBTS).nullable();

export const passageSchema = z.union([
  z.object({
    withheld: z.literal(false),
    documentTitle: text,
    documentSha256: sha256Schema,
    doubt,
    prefix: text,
    exact: text,
    suffix: text,
    start: count,
    end: count,
  }),
  z.object({ withheld: z.literal(true), doubt, exact: text }),
]);

export const ratingSchema = z.object({
  label: text,
  value: z.number().nullable(),
  worst: z.number().nullable(),
  best: z.number().nullable(),
  claimReviewed: text,
  url: text,
  publishedOn: time,
  claimantType: z.enum(CLAIMANT_TYPES).nullable(),
  firstAppearance: known,
  appearances: z.array(text),
  by: text,
  at: moment,
});

export const publishingSchema = z.object({
  publisher: z.object({ name: text, url: text, logo: known }).nullable(),
  scale: z
    .object({
      ratings: z.array(z.object({ label: text, value: z.number().nullable() })),
      worst: z.number().nullable(),
      best: z.number().nullable(),
    })
    .nullable(),
});

export const relationSchema = z.object({
  kind: z.enum([...RELATION_KINDS, 'wider']),
  ref: text,
  statement: text,
  state: z.enum(STATES),
  overridden: z.boolean(),
  note: text,
});

export const workSchema = z.object({
  priority: z.enum(PRIORITIES),
  tags: z.array(text),
  assignee: known,
  notes: text,
  questions: z.array(
    z.union([
      z.object({ code: z.enum(['circle', 'confirmed-by-none']), numbers: z.array(number) }),
      z.object({ code: z.enum(['alike', 'relayed']), numbers: z.tuple([number, number]) }),
    ]),
  ),
  earlier: z.array(earlierSchema),
});

export const allegationSchema = z.object({
  ref: text,
  statement: text,
  claimant: known,
  saidOn: time,
  saidWhere: known,
  happenedOn: time,
  touches: z.array(text),
  quote: z.object({ how: text, by: text, at: moment }).nullable(),
  serious: z.boolean(),
  unasked: z.array(text).nullable(),
  passages: z.array(passageSchema),
  finding: findingSchema,
  rating: ratingSchema.nullable(),
  reviews: z.array(reviewSchema),
  evidenceFor: weightSchema,
  evidenceAgainst: weightSchema,
  needs: z.object({ corroborated: z.array(missingSchema), deniedByEvidence: z.array(missingSchema) }),
  evidence: z.array(evidenceSchema),
  responses: z.array(responseSchema),
  relations: z.array(relationSchema),
  work: workSchema.nullable(),
});

export const querySchema = z.object({
  number,
  kind: z.enum(QUERY_KINDS),
  question: text,
  proposed: known,
  decider: known,
  by: text,
  addedAt: moment,
  documentTitle: known,
  exact: text,
  ref: known,
  decision: z
    .object({ outcome: z.enum(DECISIONS), wording: known, reason: text, by: text, at: moment })
    .nullable(),
});

const refs = z.array(text);

export const partySchema = z.object({
  name: text,
  claims: z.object({ unverified: refs, corroborated: refs, denied: refs }),
  touched: refs,
  responses: z.array(z.object({ kind: z.enum(RESPONSE_KINDS), extent: z.enum(EXTENTS).nullable(), refs })),
});

export const standardSchema = z.object({
  primary: number,
  firstHand: number,
  secondary: number,
  authenticated: z.boolean(),
  reliability: z.enum(RELIABILITIES),
  credibility: z.enum(CREDIBILITIES),
  replyIfSerious: z.boolean(),
  secondPerson: z.enum(SECOND_PERSONS),
});

export const documentSchema = z.union([
  z.object({
    withheld: z.literal(false),
    title: text,
    fileName: known,
    sha256: sha256Schema,
    addedAt: moment,
  }),
  z.object({ withheld: z.literal(true) }),
]);

export const reportSchema = z.object({
  edition: z.enum(EDITIONS),
  madeAt: moment,
  preparedBy: text,
  appVersion: text,
  case: z.object({ id: text, title: text, createdAt: moment }),
  cover: coverSchema,
  scope: z.object({ total: count, refs: refs.nullable(), words: text }),
  counts: z.object({ unverified: count, corroborated: count, denied: count }),
  standard: standardSchema,
  publishing: publishingSchema,
  documents: z.array(documentSchema),
  allegations: z.array(allegationSchema),
  overrides: z.array(z.object({ ref: text, state: z.enum(STATES), override: text, by: text, at: moment })),
  unasked: z.array(z.object({ ref: text, parties: z.array(text) })),
  unverified: z.array(
    z.object({ ref: text, why: z.enum(WHYS).nullable(), reason: text, needs: z.array(missingSchema) }),
  ),
  queries: z.array(querySchema),
  parties: z.array(partySchema),
  sources: z.array(sourceSchema),
  since: z.object({ previous: reportNameSchema.nullable(), changes: z.array(changeSchema) }),
  corrections: z.array(correctionSchema),
  exhibits: z.object({ listed: z.array(exhibitSchema), withheld: count }),
  history: z.object({ events: count, heads: z.array(sha256Schema) }),
  fileSha256: sha256Schema.nullable(),
});

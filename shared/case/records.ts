import { z } from 'zod';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';
import { when } from '../text/when.ts';
import { querySchema, relationSchema, responseSchema, reviewSchema } from './dealings.ts';
import { documentSchema } from './document.ts';
import { evidenceSchema, exhibitSchema, sourceSchema } from './evidence.ts';
import { idSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { houseScaleSchema, publisherSchema, ratingSchema } from './publishing.ts';
import { coverSchema, logoSchema, reportRecordSchema } from './report-record.ts';
import { anchorShape, doubtSchema } from './selector.ts';
import { standardSchema } from './standard.ts';
import { BASES, MARK_KINDS, PRIORITIES, STATES, WHYS } from './words.ts';

/**
 * The nouns of a case, one schema each. Objects are loose on purpose: fields that a newer minor version of Stet added
 * are kept as they are. A field without a value is null, never absent, so that every change can say what was before.
 */

/** What belongs to the case itself. `refPrefix` begins every reference, as `CHN` does in `CHN-014`. */
export const caseInfoSchema = z.looseObject({
  id: idSchema,
  title: textOf(LIMITS.title),
  refPrefix: z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/),
  standard: standardSchema,
  /** What its reports say about themselves. */
  cover: coverSchema,
  /** The picture on their cover. Apart from its words, so that changing those does not record the picture again. */
  logo: logoSchema.nullable(),
  /** Who publishes its ratings; null until somebody said. */
  publisher: publisherSchema.nullable(),
  /** What its ratings are out of; null where nothing is rated. */
  scale: houseScaleSchema.nullable(),
  createdAt: instant,
});
export type CaseInfo = z.infer<typeof caseInfoSchema>;

/** A span of a document that an allegation is anchored to. */
export const passageSchema = z.looseObject({
  id: idSchema,
  allegationId: idSchema,
  ...anchorShape,
  doubt: doubtSchema,
  removed: z.boolean(),
});
export type Passage = z.infer<typeof passageSchema>;

/** What a checker says of words that become no allegation, so that every line of a document can be accounted for. */
export const markSchema = z.looseObject({
  id: idSchema,
  kind: z.enum(MARK_KINDS),
  ...anchorShape,
  by: textOf(LIMITS.name),
  addedAt: instant,
  removed: z.boolean(),
});
export type Mark = z.infer<typeof markSchema>;

/** The state of an allegation with everything that state rests on. */
export const findingSchema = z.looseObject({
  state: z.enum(STATES),
  /** Only while unverified. */
  why: z.enum(WHYS).nullable(),
  /** Only while denied. */
  basis: z.enum(BASES).nullable(),
  /** The response that a denial by a party rests on. */
  responseId: idSchema.nullable(),
  evidenceIds: z.array(idSchema),
  reason: textOf(LIMITS.note),
  /** The written reason for a move the standard did not allow. */
  override: textOf(LIMITS.note).nullable(),
  by: textOf(LIMITS.name),
  at: instant,
});
export type Finding = z.infer<typeof findingSchema>;

/** That the claimant really said it, which is apart from whether it is so: "X said it" is not "it is true". */
export const quoteSchema = z.looseObject({
  /** Against what it was compared. */
  how: textOf(LIMITS.note),
  by: textOf(LIMITS.name),
  at: instant,
});
export type Quote = z.infer<typeof quoteSchema>;

export const allegationSchema = z.looseObject({
  id: idSchema,
  /** The short human reference people use in talk, such as `CHN-014`. Never used twice in a case. */
  ref: z.string().min(1).max(20),
  statement: textOf(LIMITS.statement),
  claimantId: idSchema.nullable(),
  saidOn: when.nullable(),
  saidWhere: textOf(LIMITS.line).nullable(),
  /** When what is alleged is said to have happened. */
  happenedOn: when.nullable(),
  /** Parties it would harm or oblige if it were so: evidence that comes from them counts zero, and they are asked. */
  touchedIds: z.array(idSchema).max(LIMITS.touched),
  quote: quoteSchema.nullable(),
  tags: z.array(textOf(LIMITS.tag)).max(LIMITS.tags),
  priority: z.enum(PRIORITIES),
  /** Would it harm someone if it were wrong? */
  serious: z.boolean(),
  assignee: textOf(LIMITS.name).nullable(),
  notes: textOf(LIMITS.note),
  finding: findingSchema,
  /** What is published of it; set by a person, and never following from its state. */
  rating: ratingSchema.nullable(),
  createdAt: instant,
  removed: z.boolean(),
});
export type Allegation = z.infer<typeof allegationSchema>;

export const partySchema = z.looseObject({ id: idSchema, name: textOf(LIMITS.name), removed: z.boolean() });

/** Every kind of record, by the name it has in the case file. Adding a kind is a line here and a migration. */
export const RECORD_SCHEMAS = {
  case: caseInfoSchema,
  documents: documentSchema,
  passages: passageSchema,
  marks: markSchema,
  allegations: allegationSchema,
  parties: partySchema,
  sources: sourceSchema,
  exhibits: exhibitSchema,
  evidence: evidenceSchema,
  responses: responseSchema,
  queries: querySchema,
  reviews: reviewSchema,
  relations: relationSchema,
  reports: reportRecordSchema,
} as const;

export type Kind = keyof typeof RECORD_SCHEMAS;
export type RecordOf<K extends Kind> = z.infer<(typeof RECORD_SCHEMAS)[K]>;
export const KINDS = Object.keys(RECORD_SCHEMAS) as readonly Kind[];

import { z } from 'zod';
import { instant } from '../text/instant.ts';
import { partialDate } from '../text/partial-date.ts';
import { textOf } from '../text/well-formed.ts';
import { LIMITS } from './limits.ts';
import {
  BASES,
  EXTENTS,
  LEVELS,
  PRIORITIES,
  RESPONSE_KINDS,
  SOURCE_KINDS,
  STANCES,
  STATES,
  WHYS,
} from './words.ts';

/**
 * The nouns of a case, one schema each. Objects are loose on purpose: fields that a newer minor version of Stet added
 * are kept as they are. A field without a value is null, never absent, so that every change can say what was before.
 */

export const idSchema = z.string().min(1).max(64);
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The newsroom's rules, as data. One of the three numbers reached is enough: so many authenticated primary records, or
 * so many first-hand sources of distinct origins, or so many secondary reports of distinct origins. The defaults
 * follow the order of preference taught by the KSJ Fact-Checking Project (primary sources first, otherwise several
 * that do not repeat one another).
 */
export const standardSchema = z.looseObject({
  primary: z.int().min(1).max(20),
  firstHand: z.int().min(1).max(20),
  secondary: z.int().min(1).max(20),
});
export type Standard = z.infer<typeof standardSchema>;
export const DEFAULT_STANDARD: Standard = { primary: 1, firstHand: 2, secondary: 3 };

/** What belongs to the case itself. `refPrefix` begins every reference, as `CHN` does in `CHN-014`. */
export const caseInfoSchema = z.looseObject({
  id: idSchema,
  title: textOf(LIMITS.title),
  refPrefix: z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/),
  standard: standardSchema,
  createdAt: instant,
});
export type CaseInfo = z.infer<typeof caseInfoSchema>;

export const documentSchema = z.looseObject({
  id: idSchema,
  title: textOf(LIMITS.title),
  text: textOf(LIMITS.documentText),
  /** SHA-256 of `text` in UTF-8, in hexadecimal. */
  sha256: sha256Schema,
  format: z.enum(['text', 'markdown']),
  /** The name of the file it came from, without its folder; null when it was pasted. */
  fileName: textOf(LIMITS.name).nullable(),
  addedAt: instant,
  removed: z.boolean(),
});
export type Document = z.infer<typeof documentSchema>;

/** A span of a document that an allegation is anchored to, in W3C selectors; positions count code points. */
export const passageSchema = z.looseObject({
  id: idSchema,
  allegationId: idSchema,
  documentId: idSchema,
  /** The SHA-256 of the text that the positions count in. */
  documentSha256: sha256Schema,
  selector: z.tuple([
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
  ]),
  removed: z.boolean(),
});
export type Passage = z.infer<typeof passageSchema>;

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

export const allegationSchema = z.looseObject({
  id: idSchema,
  /** The short human reference people use in talk, such as `CHN-014`. Never used twice in a case. */
  ref: z.string().min(1).max(20),
  statement: textOf(LIMITS.statement),
  claimantId: idSchema.nullable(),
  saidOn: partialDate.nullable(),
  saidWhere: textOf(LIMITS.line).nullable(),
  tags: z.array(textOf(LIMITS.tag)).max(LIMITS.tags),
  priority: z.enum(PRIORITIES),
  /** Would it harm someone if it were wrong? */
  serious: z.boolean(),
  assignee: textOf(LIMITS.name).nullable(),
  notes: textOf(LIMITS.note),
  finding: findingSchema,
  createdAt: instant,
  removed: z.boolean(),
});
export type Allegation = z.infer<typeof allegationSchema>;

export const partySchema = z.looseObject({ id: idSchema, name: textOf(LIMITS.name), removed: z.boolean() });

export const sourceSchema = z.looseObject({
  id: idSchema,
  name: textOf(LIMITS.name),
  kind: z.enum(SOURCE_KINDS),
  /** The party this source belongs to or speaks for, if any. */
  partyId: idSchema.nullable(),
  removed: z.boolean(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Where an evidence item got it from. An origin that is not known is said to be so, never guessed. */
export const originSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('first-hand') }),
  z.looseObject({ type: z.literal('derived'), evidenceId: idSchema }),
  z.looseObject({ type: z.literal('unknown') }),
]);
export type Origin = z.infer<typeof originSchema>;

export const evidenceSchema = z.looseObject({
  id: idSchema,
  /** Its number within the allegation, as people say it: #2. */
  number: z.int().min(1),
  allegationId: idSchema,
  sourceId: idSchema,
  stance: z.enum(STANCES),
  excerpt: textOf(LIMITS.note),
  /** Page, paragraph, timestamp: where in the source. */
  locator: textOf(LIMITS.line).nullable(),
  level: z.enum(LEVELS),
  origin: originSchema,
  publishedOn: partialDate.nullable(),
  accessedOn: partialDate.nullable(),
  address: textOf(LIMITS.line).nullable(),
  addedAt: instant,
  removed: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const responseSchema = z.looseObject({
  id: idSchema,
  allegationId: idSchema,
  partyId: idSchema,
  kind: z.enum(RESPONSE_KINDS),
  /** Only for a denial. */
  extent: z.enum(EXTENTS).nullable(),
  /** What was said, word for word. */
  words: textOf(LIMITS.note),
  on: partialDate.nullable(),
  channel: textOf(LIMITS.line).nullable(),
  address: textOf(LIMITS.line).nullable(),
  addedAt: instant,
  removed: z.boolean(),
});
export type Response = z.infer<typeof responseSchema>;

/** Every kind of record, by the name it has in the case file. Adding a kind is a line here and a migration. */
export const RECORD_SCHEMAS = {
  case: caseInfoSchema,
  documents: documentSchema,
  passages: passageSchema,
  allegations: allegationSchema,
  parties: partySchema,
  sources: sourceSchema,
  evidence: evidenceSchema,
  responses: responseSchema,
} as const;

export type Kind = keyof typeof RECORD_SCHEMAS;
export type RecordOf<K extends Kind> = z.infer<(typeof RECORD_SCHEMAS)[K]>;
export const KINDS = Object.keys(RECORD_SCHEMAS) as readonly Kind[];

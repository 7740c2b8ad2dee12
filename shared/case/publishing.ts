import { z } from 'zod';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';
import { when } from '../text/when.ts';
import { idSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { CLAIMANT_TYPES } from './words.ts';

/**
 * What a newsroom publishes of its checks: who it is, its own scale of ratings, and the ratings people gave. A rating is
 * set by a person and never comes from a state, least of all from a denial. Like all schemas of records these are loose,
 * and a field without a value is null (see records.ts).
 */

/** Who publishes. */
export const publisherSchema = z.looseObject({
  name: textOf(LIMITS.name),
  /** Of its site, absolute: what it publishes is on that host or below it. */
  url: textOf(LIMITS.line),
  /** The address of its logo; null when there is none. */
  logo: textOf(LIMITS.line).nullable(),
});
export type Publisher = z.infer<typeof publisherSchema>;

export const houseRatingSchema = z.looseObject({
  id: idSchema,
  /** As it is published: "Mostly true", "Bez podstaw". */
  label: textOf(LIMITS.line),
  /** On the scale from `worst` to `best`; null where the house rates without numbers. */
  value: z.number().nullable(),
});

/** A newsroom's own scale: labels in their order, each with a number or all without. */
export const houseScaleSchema = z.looseObject({
  ratings: z.array(houseRatingSchema).max(LIMITS.ratings),
  /** Both, or neither where the house rates without numbers. */
  worst: z.number().nullable(),
  best: z.number().nullable(),
});
export type HouseScale = z.infer<typeof houseScaleSchema>;

/** The rating of an allegation, as it is published. */
export const ratingSchema = z.looseObject({
  /** Of the house scale. */
  ratingId: idSchema,
  /** Of the page it is published on, absolute. */
  url: textOf(LIMITS.line),
  /** The claim in short, without a word of the rating. */
  claimReviewed: textOf(LIMITS.line),
  /** When it was published; null while nobody said. */
  publishedOn: when.nullable(),
  /** Whether the claimant is a person or an organization; null when that is not known. */
  claimantType: z.enum(CLAIMANT_TYPES).nullable(),
  /** The address where it was said first, if that is known, and others where it was said. */
  firstAppearance: textOf(LIMITS.line).nullable(),
  appearances: z.array(textOf(LIMITS.line)).max(LIMITS.appearances),
  by: textOf(LIMITS.name),
  at: instant,
});
export type Rating = z.infer<typeof ratingSchema>;

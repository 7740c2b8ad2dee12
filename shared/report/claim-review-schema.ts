import { z } from 'zod';

/**
 * A ClaimReview as Stet writes it (schema.org/ClaimReview; Google, Fact Check structured data): the rules as a schema,
 * from which the JSON Schema is made. What JSON Schema has no words for is checked before (publishing/): numbers in
 * their order, and whose host an address is on.
 */

const text = z.string().regex(/\S/u);
const address = z.string().regex(/^[Hh][Tt]{2}[Pp][Ss]?:\/\/[^\s/?#@<>"\\]+[^\s<>"\\]*$/u);
const time = z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}Z)?)?)?$/);

/** Numbers only if all three are there. */
const rating = z.union([
  z.strictObject({
    '@type': z.literal('Rating'),
    ratingValue: z.number().min(1),
    bestRating: z.number().gt(1),
    worstRating: z.number().min(1),
    alternateName: text,
  }),
  z.strictObject({ '@type': z.literal('Rating'), alternateName: text }),
]);

const work = z.strictObject({ '@type': z.literal('CreativeWork'), url: address });

export const claimReviewSchema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ClaimReview'),
  url: address,
  datePublished: time.optional(),
  claimReviewed: text,
  author: z.strictObject({
    '@type': z.literal('Organization'),
    name: text,
    url: address,
    logo: address.optional(),
  }),
  reviewRating: rating,
  itemReviewed: z.strictObject({
    '@type': z.literal('Claim'),
    author: z.strictObject({ '@type': z.enum(['Person', 'Organization']), name: text }).optional(),
    datePublished: time.optional(),
    firstAppearance: work.optional(),
    appearance: z.array(work).min(1).optional(),
  }),
});
export type ClaimReview = z.infer<typeof claimReviewSchema>;

/** The rules as a JSON Schema (draft 2020-12): a file is one ClaimReview, or a list of several. */
export function claimReviewJsonSchema(): z.core.JSONSchema.JSONSchema {
  const names = z.registry<{ id: string; description?: string }>();
  names.add(claimReviewSchema, { id: 'claimReview' });
  names.add(address, { id: 'address', description: 'Absolute.' });
  names.add(time, { id: 'time', description: 'As precise as it is known; a minute is in UTC.' });
  const file = z.union([claimReviewSchema, z.array(claimReviewSchema).min(2)]);
  return { title: 'ClaimReview as Stet writes it', ...z.toJSONSchema(file, { metadata: names }) };
}

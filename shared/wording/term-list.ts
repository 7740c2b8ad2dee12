import { z } from 'zod';
import ar from './terms/ar.json' with { type: 'json' };
import de from './terms/de.json' with { type: 'json' };
import en from './terms/en.json' with { type: 'json' };
import es from './terms/es.json' with { type: 'json' };
import fr from './terms/fr.json' with { type: 'json' };
import ru from './terms/ru.json' with { type: 'json' };
import uk from './terms/uk.json' with { type: 'json' };
import zh from './terms/zh.json' with { type: 'json' };
import { LISTED_REASONS } from './reasons.ts';

/** Letters, with what parts the words of a phrase, and `*`. */
const words = z.array(z.string().regex(/^\p{L}[\p{L}\p{M}’, *-]*$/u));

/**
 * Words that say more than a report knows, in one language. A form is a word or a phrase; a `*` at the end of a word
 * stands for any ending. Case and marks do not matter, nor whether a phrase is written with spaces or hyphens.
 */
export const termListSchema = z
  .strictObject({
    /** The primary language, as `en`. */
    language: z.string().regex(/^[a-z]{2,3}$/),
    /** Whether words stand apart; where they do not, forms have no `*`. */
    spaced: z.boolean().default(true),
    /** What is written together with the word after it and is no part of it, as the Arabic “and”. */
    prefixes: words.default([]),
    /**
     * Words near a term that show that nobody asserts it: “not”, “whether”, “until”. They reach no further than a mark or
     * one of `ends`: “and”, “but”.
     */
    unasserted: z.strictObject({ before: words, after: words, ends: words }),
    terms: z
      .array(
        z.strictObject({
          reason: z.enum(LISTED_REASONS),
          forms: words.min(1),
          /** Phrases around a form in which it is meant otherwise: “admitted to hospital”. */
          unless: words.default([]),
          /** Whether it is in order where nobody asserts it: “not confirmed” is, “did not admit” still presumes. */
          onlyAsserted: z.boolean().default(false),
          /** What to write instead, in the language of the list; none where leaving it out is best. */
          suggestions: words,
        }),
      )
      .min(1),
  })
  .refine(
    ({ spaced, terms }) =>
      spaced || terms.every(({ forms }) => forms.every((form) => /^[\p{L}\p{M}]+$/u.test(form))),
    'without spaces between words, a form is letters only',
  );
export type TermList = z.infer<typeof termListSchema>;
export type Term = TermList['terms'][number];

/** A language is a file in `terms/` and its name here. */
const LISTS: Readonly<Record<string, unknown>> = { ar, de, en, es, fr, ru, uk, zh };

/** The languages that have a list, as primary tags. */
export const LISTED_LANGUAGES: readonly string[] = Object.keys(LISTS);

/** The list of a language by its BCP 47 tag, whatever its region or script; null when there is none. */
export function termList(tag: string): TermList | null {
  const primary = /^[a-z]+/i.exec(tag)?.[0].toLowerCase() ?? '';
  return Object.hasOwn(LISTS, primary) ? termListSchema.parse(LISTS[primary]) : null;
}

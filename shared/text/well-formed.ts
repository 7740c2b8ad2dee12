import { z } from 'zod';

const loneSurrogate = /\p{Surrogate}/u;

/** Whether a string is valid Unicode. RFC 8785, which the history is hashed by, forbids lone surrogates. */
export function isWellFormed(text: string): boolean {
  return !loneSurrogate.test(text);
}

/** Replaces every lone surrogate by U+FFFD, as a text decoder would, so that pasted text can be hashed. */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A schema for text a person wrote: valid Unicode of at most `max` UTF-16 units. */
export function textOf(max: number) {
  return z
    .string()
    .refine((text) => text.length <= max, { message: `longer than ${max} UTF-16 units` })
    .refine(isWellFormed, { message: 'not valid Unicode text' });
}

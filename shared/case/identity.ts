import { z } from 'zod';
import { canonical, sha256Hex } from '../events/seal.ts';
import { instant } from '../text/instant.ts';
import { textOf } from '../text/well-formed.ts';
import { idSchema } from './ids.ts';
import { LIMITS } from './limits.ts';

/**
 * The vault: who the confidential sources of a case are. It is no part of the case file, its history, its backups or
 * its exports. The case holds a commitment to each identity, so that it can be shown later that the vault still says
 * what it said, and so that an identity can be erased while the history goes on to verify.
 */

/** What is protected of a source; `contact` is how to reach it, and `notes` is anything else that would give it away. */
export const identitySchema = z.object({
  name: textOf(LIMITS.name),
  contact: textOf(LIMITS.note),
  notes: textOf(LIMITS.note),
});
export type Identity = z.infer<typeof identitySchema>;

const keptSchema = identitySchema.extend({
  /** 32 bytes of chance in hexadecimal: without it a commitment could be guessed from a list of names. */
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  at: instant,
  /** Until the case is known to have the commitment: after a crash it is looked for in the history. */
  pending: z.literal(true).optional(),
});
export type KeptIdentity = z.infer<typeof keptSchema>;

export const VAULT_FORMAT = 'stet-vault';

/** The file of a vault. Earlier identities of a source are kept until it is erased, so that undo finds them. */
export const vaultSchema = z.object({
  format: z.literal(VAULT_FORMAT),
  formatVersion: z.literal(1),
  caseId: idSchema,
  identities: z.record(idSchema, z.array(keptSchema)),
});
export type Vault = z.infer<typeof vaultSchema>;

/** What the case holds of an identity: SHA-256 over its canonical form (RFC 8785) with the salt. */
export function commitmentTo({ name, contact, notes, salt }: Identity & { salt: string }): string {
  return sha256Hex(canonical({ name, contact, notes, salt }));
}

/** The identity that a commitment of the case is to, if the vault has it. */
export function identityFor(vault: Vault, sourceId: string, commitment: string | null): KeptIdentity | null {
  if (commitment === null || !Object.hasOwn(vault.identities, sourceId)) return null;
  return vault.identities[sourceId]?.find((kept) => commitmentTo(kept) === commitment) ?? null;
}

/**
 * Every text of a vault that must appear nowhere else, each once: names, and the lines of contacts and notes. What is
 * shorter than three characters is found everywhere and protects nothing; where characters stand for words or
 * syllables, as in Chinese, Japanese and Korean, two are a whole name.
 */
export function protectedStrings(vault: Vault): string[] {
  const texts = Object.values(vault.identities).flatMap((kept) =>
    kept.flatMap(({ name, contact, notes }) => [name, ...contact.split('\n'), ...notes.split('\n')]),
  );
  return [...new Set(texts.map((text) => text.trim()))].filter(
    (text) => Array.from(text).length >= (DENSE.test(text) ? 2 : 3),
  );
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

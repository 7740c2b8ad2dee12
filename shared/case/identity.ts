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

/**
 * A name that must be in no file that leaves, of somebody who is no source: a victim, a minor, a colleague. `forms` are
 * other ways to write it, such as in another script.
 */
export const protectedNameSchema = z.object({
  id: idSchema,
  name: textOf(LIMITS.name),
  forms: z.array(textOf(LIMITS.name)).max(LIMITS.tags),
});
export type ProtectedName = z.infer<typeof protectedNameSchema>;

/** Nobody enters more by hand; a search takes them all. */
const MOST_NAMES = 1_000;

/** What a person decides about protection: names that are protected, and words of such names that others have, too. */
export const protectedNamesSchema = z.object({
  protectedNames: z.array(protectedNameSchema).max(MOST_NAMES),
  /** Single words of names, and lines, that may leave all the same. A whole name never may. */
  allowed: z.array(textOf(LIMITS.name)).max(MOST_NAMES),
});
export type ProtectedNames = z.infer<typeof protectedNamesSchema>;

/** The file of a vault. Earlier identities of a source are kept until it is erased, so that undo finds them. */
export const vaultSchema = protectedNamesSchema.extend({
  format: z.literal(VAULT_FORMAT),
  formatVersion: z.literal(2),
  caseId: idSchema,
  identities: z.record(idSchema, z.array(keptSchema)),
});
export type Vault = z.infer<typeof vaultSchema>;

const firstVaultSchema = vaultSchema
  .omit({ protectedNames: true, allowed: true })
  .extend({ formatVersion: z.literal(1) });

/** A vault as its file has it, also one of version 1, which knew sources only; null when it is none. */
export function vaultFrom(file: unknown): Vault | null {
  const first = firstVaultSchema.safeParse(file);
  if (first.success) return { ...first.data, formatVersion: 2, protectedNames: [], allowed: [] };
  return vaultSchema.safeParse(file).data ?? null;
}

export function emptyVault(caseId: string): Vault {
  return { format: VAULT_FORMAT, formatVersion: 2, caseId, identities: {}, protectedNames: [], allowed: [] };
}

/** What the case holds of an identity: SHA-256 over its canonical form (RFC 8785) with the salt. */
export function commitmentTo({ name, contact, notes, salt }: Identity & { salt: string }): string {
  return sha256Hex(canonical({ name, contact, notes, salt }));
}

/** The identity that a commitment of the case is to, if the vault has it. */
export function identityFor(vault: Vault, sourceId: string, commitment: string | null): KeptIdentity | null {
  if (commitment === null || !Object.hasOwn(vault.identities, sourceId)) return null;
  return vault.identities[sourceId]?.find((kept) => commitmentTo(kept) === commitment) ?? null;
}

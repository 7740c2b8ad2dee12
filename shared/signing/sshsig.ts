import { sha256 } from '@noble/hashes/sha2.js';
import { base64, toBase64 } from '../text/base64.ts';
import { ascii, firstString, joined, sshName, sshString, sshStrings } from './ssh-wire.ts';

/**
 * Detached signatures by SSH keys, as OpenSSH defines and makes them (PROTOCOL.sshsig of OpenSSH, version 1 of the
 * format). Here they are read only; whether one holds is found out in electron/signing/check-signature.ts.
 */

/** What Stet's signatures are made for: one for anything else says nothing about a report. */
export const NAMESPACE = 'stet-report';

const MAGIC = ascii('SSHSIG');
const VERSION = joined(MAGIC, Uint8Array.of(0, 0, 0, 1));
const ARMOUR = /^-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]+)\r?\n-----END SSH SIGNATURE-----\s*$/;
/** Far more characters than the longest signature by the longest key has. */
export const LONGEST_SIGNATURE = 65_536;

/** A signature as it was read: who it says it is by and for what, nothing of which is known to hold. */
export interface SshSignature {
  /** In the form SSH writes keys in (RFC 4253, section 6.6). A comment, such as the name of an account, is not in it. */
  publicKey: Uint8Array;
  /** As SSH names it: `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa`, `sk-ssh-ed25519@openssh.com` … */
  keyType: string;
  namespace: string;
  /** By which the message was hashed before it was signed. */
  hash: 'sha256' | 'sha512';
  /** In the form SSH writes signatures in: the name of the algorithm, then what depends on it. */
  signature: Uint8Array;
}

/** Reads a signature in its armour. Null when the text is anything but one of version 1, whole and with nothing more. */
export function parseSignature(text: string): SshSignature | null {
  if (text.length > LONGEST_SIGNATURE) return null;
  const written = ARMOUR.exec(text)?.[1]?.replace(/[\r\n]/g, '');
  if (written === undefined) return null;
  const bytes = base64(written);
  // There is one way to write bytes in Base64; anything else was not written by a program that signs.
  if (toBase64(bytes) !== written) return null;
  if (VERSION.some((byte, at) => bytes[at] !== byte)) return null;
  // OpenSSH writes nothing into what is reserved, passes over what is there and does not sign it.
  const fields = sshStrings(bytes.subarray(VERSION.length), [
    'publicKey',
    'namespace',
    'reserved',
    'hash',
    'signature',
  ]);
  if (!fields) return null;
  const { publicKey, signature } = fields;
  const keyType = sshName(firstString(publicKey) ?? new Uint8Array());
  const namespace = sshName(fields.namespace);
  const hash = sshName(fields.hash);
  if (keyType === null || namespace === null) return null;
  return hash === 'sha256' || hash === 'sha512' ? { publicKey, keyType, namespace, hash, signature } : null;
}

/** What the key itself signed: the purpose and the hash of the message (section 3 of PROTOCOL.sshsig). */
export function signedData({ namespace, hash }: SshSignature, digest: Uint8Array): Uint8Array {
  const reserved = new Uint8Array();
  const strings = [ascii(namespace), reserved, ascii(hash), digest];
  return joined(MAGIC, ...strings.map(sshString));
}

/** What people know a key by, as `ssh-keygen -l` prints it: `SHA256:` and the SHA-256 of the key in unpadded Base64. */
export function fingerprint({ publicKey }: Pick<SshSignature, 'publicKey'>): string {
  return `SHA256:${toBase64(sha256(publicKey)).replace(/=+$/, '')}`;
}

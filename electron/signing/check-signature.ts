import { createHash, createPublicKey, verify, type JsonWebKey, type VerifyKeyObjectInput } from 'node:crypto';
import { signedData, type SshSignature } from '../../shared/signing/sshsig.ts';
import { firstString, joined, sshName, sshStrings } from '../../shared/signing/ssh-wire.ts';

/**
 * Whether a signature is of a message, found out with Node's own cryptography, so that nothing need be installed to
 * check a report. `unknown-kind` is a key that is checked by OpenSSH only: certificates and DSA among them.
 */
export type Soundness = 'sound' | 'unsound' | 'unknown-kind';

/** Checks one part of the data and of the signature in it against a key; null stands for what is not well formed. */
type Check = (publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array) => boolean | null;

/** Checks a signature of any kind that OpenSSH makes by default, its purpose included, whatever that is. */
export function checkSignature(signature: SshSignature, message: Uint8Array): Soundness {
  const check = CHECKS.get(signature.keyType);
  if (!check) return 'unknown-kind';
  if (sshName(firstString(signature.publicKey) ?? new Uint8Array()) !== signature.keyType) return 'unsound';
  const digest = createHash(signature.hash).update(message).digest();
  const sound = check(signature.publicKey, signature.signature, signedData(signature, digest));
  return sound === true ? 'sound' : 'unsound';
}

/** RSA keys below this many bits are refused, as OpenSSH does. */
const LEAST_RSA_BITS = 1024;
/** After a signature by a hardware key: a byte of flags, such as that somebody touched it, and a counter of four. */
const FLAGS_AND_COUNTER = 5;

interface Curve {
  name: string;
  jwk: string;
  hash: string;
  /** Of a coordinate, and of each half of a signature, in bytes. */
  size: number;
}
/** The curves of SSH, with the hash that goes with each (RFC 5656, sections 6.2.1 and 10.1). */
const P256: Curve = { name: 'nistp256', jwk: 'P-256', hash: 'sha256', size: 32 };
const CURVES: readonly Curve[] = [
  P256,
  { name: 'nistp384', jwk: 'P-384', hash: 'sha384', size: 48 },
  { name: 'nistp521', jwk: 'P-521', hash: 'sha512', size: 66 },
];

const SK_ED25519 = 'sk-ssh-ed25519@openssh.com';
const SK_ECDSA = 'sk-ecdsa-sha2-nistp256@openssh.com';

const CHECKS = new Map<string, Check>([
  ['ssh-ed25519', ed25519],
  ['ssh-rsa', rsa],
  ...CURVES.map((curve): [string, Check] => [`ecdsa-sha2-${curve.name}`, ecdsaOn(curve)]),
  [SK_ED25519, skEd25519],
  [SK_ECDSA, skEcdsa],
]);

/** RFC 8709. */
function ed25519(publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array): boolean | null {
  const key = sshStrings(publicKey, ['type', 'point']);
  const made = sshStrings(signature, ['algorithm', 'value']);
  if (!key || !made || sshName(made.algorithm) !== 'ssh-ed25519') return null;
  return holdsEd25519(key.point, made.value, data);
}

/** RFC 8332: never by SHA-1, which `ssh-rsa` as an algorithm stands for. */
function rsa(publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array): boolean | null {
  const key = sshStrings(publicKey, ['type', 'exponent', 'modulus']);
  const made = sshStrings(signature, ['algorithm', 'value']);
  const algorithm = made && sshName(made.algorithm);
  if (!key || !made || (algorithm !== 'rsa-sha2-256' && algorithm !== 'rsa-sha2-512')) return null;
  const [n, e] = [positive(key.modulus), positive(key.exponent)];
  if (!n || !e || bitsOf(n) < LEAST_RSA_BITS) return null;
  const value = padded(made.value, n.length);
  if (!value) return null;
  const hash = algorithm === 'rsa-sha2-256' ? 'sha256' : 'sha512';
  return holds(hash, data, { kty: 'RSA', n: base64url(n), e: base64url(e) }, value);
}

/** RFC 5656. */
function ecdsaOn(curve: Curve): Check {
  return (publicKey, signature, data) => {
    const key = sshStrings(publicKey, ['type', 'curve', 'point']);
    const made = sshStrings(signature, ['algorithm', 'value']);
    if (!key || !made || sshName(key.curve) !== curve.name) return null;
    if (sshName(made.algorithm) !== `ecdsa-sha2-${curve.name}`) return null;
    return holdsEcdsa(curve, key.point, made.value, data);
  };
}

/** PROTOCOL.u2f of OpenSSH: a hardware key signs the hash of the data among what it says itself. */
function skEd25519(publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array): boolean | null {
  const key = sshStrings(publicKey, ['type', 'point', 'application']);
  const made = sshStrings(signature, ['algorithm', 'value'], FLAGS_AND_COUNTER);
  if (!key || !made || sshName(made.algorithm) !== SK_ED25519) return null;
  return holdsEd25519(key.point, made.value, saidByHardware(key.application, signature, data));
}

function skEcdsa(publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array): boolean | null {
  const key = sshStrings(publicKey, ['type', 'curve', 'point', 'application']);
  const made = sshStrings(signature, ['algorithm', 'value'], FLAGS_AND_COUNTER);
  if (!key || !made || sshName(key.curve) !== P256.name || sshName(made.algorithm) !== SK_ECDSA) return null;
  return holdsEcdsa(P256, key.point, made.value, saidByHardware(key.application, signature, data));
}

function saidByHardware(application: Uint8Array, signature: Uint8Array, data: Uint8Array): Uint8Array {
  return joined(sha256(application), signature.subarray(-FLAGS_AND_COUNTER), sha256(data));
}

function holdsEd25519(point: Uint8Array, value: Uint8Array, data: Uint8Array): boolean | null {
  return holds(null, data, { kty: 'OKP', crv: 'Ed25519', x: base64url(point) }, value);
}

function holdsEcdsa(
  { jwk, hash, size }: Curve,
  point: Uint8Array,
  value: Uint8Array,
  data: Uint8Array,
): boolean | null {
  const halves = sshStrings(value, ['r', 's']);
  const [r, s] = [halves && positive(halves.r), halves && positive(halves.s)];
  const [left, right] = [r && padded(r, size), s && padded(s, size)];
  // 4 stands before a point that is written in full; OpenSSH writes no other.
  if (!left || !right || point[0] !== 4 || point.length !== 1 + 2 * size) return null;
  const [x, y] = [base64url(point.subarray(1, 1 + size)), base64url(point.subarray(1 + size))];
  return holds(hash, data, { kty: 'EC', crv: jwk, x, y }, joined(left, right), 'ieee-p1363');
}

function holds(
  hash: string | null,
  data: Uint8Array,
  jwk: JsonWebKey,
  value: Uint8Array,
  dsaEncoding: VerifyKeyObjectInput['dsaEncoding'] = 'der',
): boolean | null {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return verify(hash, data, { key, dsaEncoding }, value);
  } catch {
    // The bytes are no key of that kind: a point that is not on its curve, for example.
    return null;
  }
}

/** The digits of an `mpint` (RFC 4251, section 5) above zero, without zeros before them; null when it is none. */
function positive(mpint: Uint8Array): Uint8Array | null {
  const first = mpint.findIndex((byte) => byte !== 0);
  return first < 0 || (mpint[0] ?? 0) >= 0x80 ? null : mpint.subarray(first);
}

/** Bytes with zeros before them up to a length; null when they are longer. */
function padded(bytes: Uint8Array, length: number): Uint8Array | null {
  return bytes.length > length ? null : joined(new Uint8Array(length - bytes.length), bytes);
}

function bitsOf(number: Uint8Array): number {
  return number.length * 8 - (Math.clz32(number[0] ?? 0) - 24);
}

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

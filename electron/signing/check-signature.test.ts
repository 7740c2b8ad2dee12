import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprint, parseSignature, signedData, type SshSignature } from '../../shared/signing/sshsig.ts';
import { ascii, joined, sshString, sshStrings } from '../../shared/signing/ssh-wire.ts';
import { testFolder } from '../testing/folder.ts';
import { COMMENT, fingerprintOf, hasKeygen, holdsByHand, makeKey, signByHand } from '../testing/ssh-keys.ts';
import { checkSignature } from './check-signature.ts';

/** Every verdict is compared with that of ssh-keygen itself. */

const REPORT = Buffer.from('A report, with é and a line.\n');
const CHANGED = Buffer.from('A report, with e and a line.\n');

function read(text: string): SshSignature {
  const signature = parseSignature(text);
  if (!signature) throw new Error('not a signature');
  return signature;
}

/** As ssh-keygen writes it. */
function armoured({ publicKey, namespace, hash, signature }: SshSignature): string {
  const strings = [publicKey, ascii(namespace), new Uint8Array(), ascii(hash), signature];
  const blob = joined(ascii('SSHSIG'), Uint8Array.of(0, 0, 0, 1), ...strings.map(sshString));
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(/.{1,70}/gu) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

/** The verdict, which must be the one of ssh-keygen, too. */
function verdict(signature: SshSignature, message: Uint8Array) {
  const found = checkSignature(signature, message);
  const path = join(testFolder(), 'report.sig');
  writeFileSync(path, armoured(signature));
  expect(holdsByHand(path, message)).toBe(found === 'sound');
  return found;
}

if (!hasKeygen) console.warn('No ssh-keygen here: signatures are not compared with those of OpenSSH.');

describe.skipIf(!hasKeygen)('a signature that ssh-keygen made', () => {
  const KINDS = [
    ['ed25519', '', 'ssh-ed25519'],
    ['ecdsa', '256', 'ecdsa-sha2-nistp256'],
    ['ecdsa', '384', 'ecdsa-sha2-nistp384'],
    ['ecdsa', '521', 'ecdsa-sha2-nistp521'],
    ['rsa', '2048', 'ssh-rsa'],
    // A modulus that fills no whole number of bytes.
    ['rsa', '1031', 'ssh-rsa'],
  ] as const;

  test.each(KINDS)('with %s %s holds for what was signed and nothing else', (type, bits, keyType) => {
    const key = makeKey(testFolder(), 'key', { type, bits });
    for (const hash of ['sha256', 'sha512']) {
      const text = signByHand(key, REPORT, 'stet-report', hash);
      const signature = read(text);
      expect(signature).toMatchObject({ keyType, namespace: 'stet-report', hash });
      expect(fingerprint(signature)).toBe(fingerprintOf(key));
      // The text as it is, and as this test writes it.
      expect(armoured(signature)).toBe(text);
      expect(verdict(signature, REPORT)).toBe('sound');
      expect(verdict(signature, CHANGED)).toBe('unsound');
      expect(verdict(signature, new Uint8Array())).toBe('unsound');
    }
  });

  test.each(KINDS)('with %s %s holds of an empty file, too', (type, bits) => {
    const key = makeKey(testFolder(), 'key', { type, bits });
    expect(verdict(read(signByHand(key, new Uint8Array())), new Uint8Array())).toBe('sound');
  });

  test.each(KINDS)('with %s %s does not hold once any part of it is another', (type, bits) => {
    const folder = testFolder();
    const [own, other] = [makeKey(folder, 'own', { type, bits }), makeKey(folder, 'other', { type, bits })];
    const signature = read(signByHand(own, REPORT));
    const { publicKey } = read(signByHand(other, REPORT));
    expect(verdict({ ...signature, publicKey }, REPORT)).toBe('unsound');
    expect(checkSignature({ ...signature, namespace: 'file' }, REPORT)).toBe('unsound');
    expect(checkSignature({ ...signature, hash: 'sha256' }, REPORT)).toBe('unsound');
    // Every byte of the key and of the signature counts.
    for (const part of ['publicKey', 'signature'] as const) {
      for (let at = 0; at < signature[part].length; at++) {
        const damaged = Uint8Array.from(signature[part]);
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        expect(checkSignature({ ...signature, [part]: damaged }, REPORT)).toBe('unsound');
      }
    }
  });

  test('never holds the comment of its key', () => {
    const key = makeKey(testFolder(), 'key');
    const text = signByHand(key, REPORT);
    const decoded = Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64').toString('latin1');
    expect(decoded).toContain('ssh-ed25519');
    expect(decoded).not.toContain(COMMENT);
  });
});

/** A hardware key, as far as its signatures show: it signs what it was asked, and who asked. */
function hardware(
  kind: 'ed25519' | 'ecdsa',
  signature: Omit<SshSignature, 'publicKey' | 'signature' | 'keyType'>,
) {
  const ed = kind === 'ed25519';
  const pair = ed ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyType = ed ? 'sk-ssh-ed25519@openssh.com' : 'sk-ecdsa-sha2-nistp256@openssh.com';
  const application = ascii('ssh:');
  const fields = ed ? [pointOf(pair.publicKey)] : [ascii('nistp256'), pointOf(pair.publicKey)];
  const publicKey = joined(...[ascii(keyType), ...fields, application].map(sshString));
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const unsigned = { ...signature, keyType, publicKey, signature: new Uint8Array() };
  const data = signedData(unsigned, createHash(signature.hash).update(REPORT).digest());
  const said = Uint8Array.of(1, 0, 0, 1, 44);
  const asked = joined(sha256(application), said, sha256(data));
  const value = ed
    ? sign(null, asked, pair.privateKey)
    : halves(sign('sha256', asked, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }));
  return { ...unsigned, signature: joined(sshString(ascii(keyType)), sshString(value), said) };
}

function pointOf(key: KeyObject): Uint8Array {
  const { x = '', y } = key.export({ format: 'jwk' });
  const left = Buffer.from(x, 'base64url');
  return y === undefined ? left : joined(Uint8Array.of(4), left, Buffer.from(y, 'base64url'));
}

/** Two numbers as SSH writes them, with a zero before a first byte that would make them negative. */
function halves(value: Uint8Array): Uint8Array {
  const number = (bytes: Uint8Array): Uint8Array => {
    const digits = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
    return sshString((digits[0] ?? 0) >= 0x80 ? joined(Uint8Array.of(0), digits) : digits);
  };
  return joined(number(value.subarray(0, 32)), number(value.subarray(32)));
}

describe.skipIf(!hasKeygen)('a signature by a hardware key', () => {
  test.each(['ed25519', 'ecdsa'] as const)(
    'of the kind %s holds for what was signed and nothing else',
    (kind) => {
      for (const hash of ['sha256', 'sha512'] as const) {
        const signature = hardware(kind, { namespace: 'stet-report', hash });
        expect(verdict(signature, REPORT)).toBe('sound');
        expect(verdict(signature, CHANGED)).toBe('unsound');
        const other = hardware(kind, { namespace: 'stet-report', hash });
        expect(verdict({ ...signature, publicKey: other.publicKey }, REPORT)).toBe('unsound');
        for (let at = 0; at < signature.signature.length; at++) {
          const damaged = Uint8Array.from(signature.signature);
          damaged[at] = (damaged[at] ?? 0) ^ 1;
          expect(checkSignature({ ...signature, signature: damaged }, REPORT)).toBe('unsound');
        }
      }
    },
  );
});

describe('what is not well formed', () => {
  const signature = (
    publicKey: Uint8Array,
    keyType: string,
    made: Uint8Array = new Uint8Array(),
  ): SshSignature => ({
    publicKey,
    keyType,
    namespace: 'stet-report',
    hash: 'sha512',
    signature: made,
  });
  const strings = (...texts: (string | Uint8Array)[]) =>
    joined(...texts.map((each) => sshString(typeof each === 'string' ? ascii(each) : each)));
  const KINDS = [
    'ssh-ed25519',
    'ssh-rsa',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp521',
    'sk-ssh-ed25519@openssh.com',
    'sk-ecdsa-sha2-nistp256@openssh.com',
  ];

  test.each(KINDS)('never holds and never throws: %s', (kind) => {
    const keys = [
      new Uint8Array(),
      strings(kind),
      strings(kind, new Uint8Array(3)),
      strings(kind, new Uint8Array(32).fill(9), new Uint8Array(32)),
      strings(kind, 'nistp256', new Uint8Array(65).fill(4)),
      strings(kind, 'nistp256', new Uint8Array(65).fill(4), 'ssh:'),
      strings(kind, Uint8Array.of(1, 0, 1), new Uint8Array(256).fill(0x7f)),
    ];
    const made: Uint8Array[] = [
      new Uint8Array(),
      strings(kind, new Uint8Array(64)),
      strings(kind, strings('a', 'b')),
    ];
    for (const key of keys)
      for (const value of [...made, ...made.map((each) => joined(each, new Uint8Array(5)))])
        expect(checkSignature(signature(key, kind, value), REPORT)).toBe('unsound');
  });

  test('a kind of key that only OpenSSH knows is told as such', () => {
    for (const kind of ['ssh-dss', 'ssh-ed25519-cert-v01@openssh.com', '__proto__', 'constructor'])
      expect(checkSignature(signature(strings(kind), kind), REPORT)).toBe('unknown-kind');
  });

  const rsaKey = (bits: number) => {
    const pair = generateKeyPairSync('rsa', { modulusLength: bits });
    const { n = '', e = '' } = pair.publicKey.export({ format: 'jwk' });
    const modulus = joined(Uint8Array.of(0), Buffer.from(n, 'base64url'));
    return { ...pair, blob: strings('ssh-rsa', Buffer.from(e, 'base64url'), modulus) };
  };
  const dataOf = (unsigned: SshSignature, message: Uint8Array) =>
    signedData(unsigned, createHash('sha512').update(message).digest());

  test('RSA is neither by SHA-1 nor with a key that is too short', () => {
    const signedBy = ({ privateKey, blob }: ReturnType<typeof rsaKey>, hash: string, algorithm: string) => {
      const unsigned = signature(blob, 'ssh-rsa');
      return { ...unsigned, signature: strings(algorithm, sign(hash, dataOf(unsigned, REPORT), privateKey)) };
    };
    const [long, short] = [rsaKey(1024), rsaKey(1016)];
    expect(checkSignature(signedBy(long, 'sha256', 'rsa-sha2-256'), REPORT)).toBe('sound');
    expect(checkSignature(signedBy(long, 'sha256', 'rsa-sha2-512'), REPORT)).toBe('unsound');
    expect(checkSignature(signedBy(long, 'sha1', 'ssh-rsa'), REPORT)).toBe('unsound');
    expect(checkSignature(signedBy(short, 'sha256', 'rsa-sha2-256'), REPORT)).toBe('unsound');
  });

  test.skipIf(!hasKeygen)('RSA may leave out the zeros before a number', () => {
    const { privateKey, blob } = rsaKey(1024);
    const unsigned = signature(blob, 'ssh-rsa');
    for (let tries = 0; ; tries++) {
      const message = Buffer.from(`Report ${tries}`);
      const value = sign('sha512', dataOf(unsigned, message), privateKey);
      // One in 256 begins so.
      if (value[0] !== 0) continue;
      const made = strings('rsa-sha2-512', value.subarray(1));
      expect(verdict({ ...unsigned, signature: made }, message)).toBe('sound');
      return;
    }
  });

  test.skipIf(!hasKeygen)('a number that would be negative is none', () => {
    const key = makeKey(testFolder(), 'key', { type: 'ecdsa', bits: '256' });
    for (;;) {
      const made = read(signByHand(key, REPORT));
      const { algorithm, value } = sshStrings(made.signature, ['algorithm', 'value']) ?? {};
      const { r, s } = sshStrings(value ?? new Uint8Array(), ['r', 's']) ?? {};
      // Every other one has a zero before it.
      if (!algorithm || !r || !s || r[0] !== 0) continue;
      const cut = strings(algorithm, strings(r.subarray(1), s));
      expect(verdict({ ...made, signature: cut }, REPORT)).toBe('unsound');
      return;
    }
  });
});

import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { fingerprint, LONGEST_SIGNATURE, parseSignature, signedData } from './sshsig.ts';
import { ascii, firstString, joined, sshName, sshString, sshStrings } from './ssh-wire.ts';

interface Fields {
  version?: number;
  publicKey?: Uint8Array;
  namespace?: Uint8Array;
  reserved?: Uint8Array;
  hash?: Uint8Array;
  signature?: Uint8Array;
  after?: Uint8Array;
}

const KEY = joined(sshString(ascii('ssh-ed25519')), sshString(new Uint8Array(32).fill(7)));

function blobOf(fields: Fields): Uint8Array {
  const strings = [
    fields.publicKey ?? KEY,
    fields.namespace ?? ascii('stet-report'),
    fields.reserved ?? new Uint8Array(),
    fields.hash ?? ascii('sha512'),
    fields.signature ?? ascii('signature'),
  ];
  const version = Uint8Array.of(0, 0, 0, fields.version ?? 1);
  return joined(ascii('SSHSIG'), version, ...strings.map(sshString), fields.after ?? new Uint8Array());
}

const BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';

function armoured(blob: Uint8Array, lineBreak = '\n'): string {
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(/.{1,70}/gu) ?? [];
  return [BEGIN, ...lines, END, ''].join(lineBreak);
}
const written = (fields: Fields = {}): string => armoured(blobOf(fields));

/** The example of PROTOCOL.sshsig. */
const EXAMPLE = `${BEGIN}
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgJKxoLBJBivUPNTUJUSslQTt2hD
jozKvHarKeN8uYFqgAAAADZm9vAAAAAAAAAFMAAAALc3NoLWVkMjU1MTkAAABAKNC4IEbt
Tq0Fb56xhtuE1/lK9H9RZJfON4o6hE9R4ZGFX98gy0+fFJ/1d2/RxnZky0Y7GojwrZkrHT
FgCqVWAQ==
${END}
`;

describe('a signature', () => {
  it('is read with its key, its purpose and its hash', () => {
    const signature = parseSignature(written());
    expect(signature).toMatchObject({ keyType: 'ssh-ed25519', namespace: 'stet-report', hash: 'sha512' });
    expect([...(signature?.publicKey ?? [])]).toEqual([...KEY]);
    expect(signature && Buffer.from(signature.signature).toString()).toBe('signature');
  });

  it('is known by the fingerprint of its key, as OpenSSH prints it', () => {
    const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';
    const publicKey = Buffer.from(key, 'base64');
    // The key and the fingerprint that a large host of repositories publishes.
    expect(fingerprint({ publicKey })).toBe('SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU');
  });

  it('may have come by mail, with other line breaks and an empty line after it', () => {
    expect(parseSignature(armoured(blobOf({}), '\r\n'))).toEqual(parseSignature(written()));
    expect(parseSignature(`${written()}\n \n`)).toEqual(parseSignature(written()));
  });

  it('may have something in what is reserved, which changes nothing', () => {
    expect(parseSignature(written({ reserved: ascii('later') }))).toEqual(parseSignature(written()));
  });

  it.each([
    // The example lacks the name of the hash, as the first draft of the format did.
    ['the example of the specification', EXAMPLE],
    ['nothing', ''],
    ['words', 'Signed, M. K.'],
    ['an armour without content', `${BEGIN}\n\n${END}\n`],
    ['something before the armour', `x\n${written()}`],
    ['something after the armour', `${written()}x`],
    ['two signatures', written() + written()],
    ['an armour of something else', written().replaceAll('SSH SIGNATURE', 'PGP SIGNATURE')],
    ['a character that is not Base64', written().replace('U1NI', 'U1N-')],
    ['Base64 without its padding', written({ signature: ascii('xx') }).replace(/=+\n/u, '\n')],
    ['another magic', armoured(joined(ascii('SSHSIX'), blobOf({}).subarray(6)))],
    ['a newer version', written({ version: 2 })],
    ['a key without a type', written({ publicKey: Uint8Array.of(1, 2, 3) })],
    ['a type that is no name', written({ publicKey: sshString(ascii('ssh\u001b[31m')) })],
    ['no purpose', written({ namespace: new Uint8Array() })],
    ['a purpose that moves the cursor', written({ namespace: ascii('stet\u001b[2J') })],
    ['an unknown hash', written({ hash: ascii('md5') })],
    ['something after the last field', written({ after: Uint8Array.of(0) })],
    ['more than any signature has', written({ signature: new Uint8Array(LONGEST_SIGNATURE) })],
  ])('is not %s', (_what, text) => {
    expect(parseSignature(text)).toBeNull();
  });

  it('cut off anywhere is none', () => {
    const blob = blobOf({});
    for (let length = 0; length < blob.length; length++)
      expect(parseSignature(armoured(blob.subarray(0, length)))).toBeNull();
  });
});

describe('properties', () => {
  const bytes = (maxLength: number) => fc.uint8Array({ maxLength });

  test('what was written is what is read', () => {
    const fields = fc.record({
      publicKey: bytes(600).map((rest) => joined(sshString(ascii('ssh-rsa')), rest)),
      signature: bytes(600),
      hash: fc.constantFrom('sha256', 'sha512').map(ascii),
    });
    fc.assert(
      fc.property(fields, (given) => {
        const read = parseSignature(written(given));
        expect(read && Buffer.from(read.publicKey).equals(given.publicKey)).toBe(true);
        expect(read && Buffer.from(read.signature).equals(given.signature)).toBe(true);
        expect(read?.hash).toBe(Buffer.from(given.hash).toString());
      }),
    );
  });

  test('junk of any kind is never more than no signature', () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }),
      bytes(300).map((blob) => armoured(blob)),
      bytes(300).map((rest) => armoured(joined(blobOf({}).subarray(0, 10), rest))),
    );
    fc.assert(
      fc.property(junk, (text) => {
        expect(parseSignature(text)).toBeNull();
      }),
    );
  });

  test('a damaged byte gives another signature or none, and never an error', () => {
    const blob = blobOf({});
    const at = fc.nat({ max: blob.length - 1 });
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = Uint8Array.from(blob);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        expect(parseSignature(armoured(damaged))).not.toEqual(parseSignature(armoured(blob)));
      }),
    );
  });

  test('the same bytes in another buffer are read as the same strings', () => {
    fc.assert(
      fc.property(fc.array(bytes(40), { maxLength: 5 }), bytes(9), (strings, before) => {
        const whole = joined(before, ...strings.map(sshString));
        const names = strings.map((_, index) => String(index));
        const read = sshStrings(whole.subarray(before.length), names);
        expect(names.map((name) => [...(read?.[name] ?? [])])).toEqual(strings.map((each) => [...each]));
      }),
    );
  });
});

test('what the key signed begins with the magic and holds the purpose, so that it is nothing else', () => {
  const signature = parseSignature(written());
  if (!signature) throw new Error('not read');
  const digest = createHash('sha512').update('report').digest();
  const data = signedData(signature, digest);
  expect(Buffer.from(data.subarray(0, 6)).toString()).toBe('SSHSIG');
  const fields = sshStrings(data.subarray(6), ['namespace', 'reserved', 'hash', 'digest']);
  expect(fields && sshName(fields.namespace)).toBe('stet-report');
  expect(fields?.reserved).toHaveLength(0);
  expect(fields && Buffer.from(fields.digest).equals(digest)).toBe(true);
});

test('a string longer than what is there is none', () => {
  expect(firstString(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 1))).toBeNull();
  expect(firstString(Uint8Array.of(0, 0, 0))).toBeNull();
  expect(firstString(Uint8Array.of(0, 0, 0, 1, 9, 9))).toEqual(Uint8Array.of(9));
});

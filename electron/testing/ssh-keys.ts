import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For tests only: keys of a person who has OpenSSH, made anew, and what ssh-keygen itself says of signatures. */

/** Whether this computer has an ssh-keygen; what needs one is passed over where it has none, and a test says so. */
export const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
/** A comment as OpenSSH gives keys by itself; it must never be seen again. */
export const COMMENT = 'mk@desk-of-mk';

/** Makes a key in a folder and answers the path of its private half. */
export function makeKey(folder: string, name: string, { type = 'ed25519', bits = '', passphrase = '' } = {}) {
  const path = join(folder, name);
  const size = bits === '' ? [] : ['-b', bits];
  execFileSync('ssh-keygen', ['-q', '-t', type, ...size, '-N', passphrase, '-C', COMMENT, '-f', path]);
  return path;
}

/** Its fingerprint, as ssh-keygen prints it. */
export function fingerprintOf(key: string): string {
  return (
    /SHA256:\S+/u.exec(execFileSync('ssh-keygen', ['-l', '-f', `${key}.pub`], { encoding: 'utf8' }))?.[0] ??
    ''
  );
}

/** The public half as a line of a file, without its comment. */
export function publicLine(key: string): string {
  return readFileSync(`${key}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
}

/** Signs with ssh-keygen itself, as a person does who has no Stet. */
export function signByHand(key: string, message: Uint8Array, namespace = 'stet-report', hash = 'sha512') {
  const args = ['-Y', 'sign', '-n', namespace, '-O', `hashalg=${hash}`, '-f', key];
  return execFileSync('ssh-keygen', args, {
    input: message,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** Whether ssh-keygen itself finds that a signature in a file holds. */
export function holdsByHand(signaturePath: string, message: Uint8Array): boolean {
  const args = ['-Y', 'check-novalidate', '-n', 'stet-report', '-s', signaturePath];
  return spawnSync('ssh-keygen', args, { input: message }).status === 0;
}

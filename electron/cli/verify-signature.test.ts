import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Keygen from '../signing/ssh-keygen.ts';
import { testFolder } from '../testing/folder.ts';
import {
  fingerprintOf,
  hasKeygen,
  holdsByHand,
  makeKey,
  publicLine,
  signByHand,
} from '../testing/ssh-keys.ts';
import { done, stet } from '../testing/verbs.ts';
import { EXIT } from './outcome.ts';

const keygen = vi.hoisted(() => ({ absent: false, says: null as Keygen.KeygenRun | null }));
vi.mock('../signing/ssh-keygen.ts', async (original) => {
  const real = await original<typeof Keygen>();
  const runKeygen: typeof real.runKeygen = (...args) =>
    keygen.absent || keygen.says ? Promise.resolve(keygen.says) : real.runKeygen(...args);
  return { ...real, runKeygen };
});

const REPORT = Buffer.from('<!doctype html><title>Report</title>\n');
let folder: string;
let report: string;
let sig: string;

beforeEach(() => {
  Object.assign(keygen, { absent: false, says: null });
  folder = testFolder();
  report = join(folder, 'Report.html');
  sig = `${report}.sig`;
  writeFileSync(report, REPORT);
});

const key = (name = 'key', options = {}): string => makeKey(folder, name, options);
const verify = (...more: string[]) => stet('verify-signature', report, ...more);
const text = (): string => readFileSync(sig, 'utf8');

if (!hasKeygen) console.warn('No ssh-keygen here: checking is not tested.');

describe.skipIf(!hasKeygen)('verify-signature', () => {
  let mine: string;
  beforeEach(() => {
    mine = key('mine');
    writeFileSync(sig, signByHand(mine, REPORT));
  });
  /** Why it is found wanting. */
  const wanting = async (...more: string[]): Promise<string> => {
    const { code, out, err } = await verify(...more);
    expect([code, out]).toEqual([EXIT.wanting, '']);
    return err;
  };
  const signers = (...lines: string[]): string[] => {
    const list = join(folder, 'signers');
    writeFileSync(list, lines.map((line) => `${line}\n`).join(''));
    return ['--signers', list];
  };

  test('needs no ssh-keygen, and takes a signature from elsewhere', async () => {
    keygen.absent = true;
    const elsewhere = join(testFolder(), 'sent by mail.sig');
    renameSync(sig, elsewhere);
    expect((await verify('--signature', elsewhere)).out).toContain(fingerprintOf(mine));
  });

  test('refuses a report that was changed', async () => {
    writeFileSync(report, Buffer.concat([REPORT, Buffer.from(' ')]));
    expect(await wanting()).toMatch(/Report\.html\.sig: The signature does not match/u);
  });

  test('refuses a signature for another purpose', async () => {
    writeFileSync(sig, signByHand(mine, REPORT, 'git'));
    expect(await wanting()).toMatch(/made for something else/u);
  });

  test('refuses a damaged signature', async () => {
    const [first = '', ...rest] = text().split('\n').slice(1);
    const swapped = first.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A'));
    writeFileSync(sig, ['-----BEGIN SSH SIGNATURE-----', swapped, ...rest].join('\n'));
    expect((await verify()).code).not.toBe(EXIT.done);
    expect(holdsByHand(sig, REPORT)).toBe(false);
  });

  test('ends with 3 for what is no signature, and for what is not there', async () => {
    for (const junk of ['', 'Signed, M. K.', 'x'.repeat(100_000), '-----BEGIN SSH SIGNATURE-----\n']) {
      writeFileSync(sig, junk);
      expect(await verify()).toMatchObject({ code: EXIT.input, out: '' });
    }
    rmSync(sig);
    expect((await verify()).err).toMatch(/Report\.html\.sig: There is no file/u);
  });

  test('is asked wrongly with half of what it needs', async () => {
    for (const args of [['--identity', 'mk'], ['--signers', 'list'], ['--signature'], [report]])
      expect((await verify(...args)).code).toBe(EXIT.usage);
  });

  describe('with a list of signers', () => {
    test('says whose key it is', async () => {
      const list = signers(`mk@desk ${publicLine(mine)}`);
      expect(await done('verify-signature', report, ...list, '--identity', 'mk@desk')).toBe(
        `The report is what was signed by the key ${fingerprintOf(mine)} (ssh-ed25519), which the list of signers has for “mk@desk”.\n`,
      );
    });

    test('refuses the key of somebody else, and one that is not on it', async () => {
      const other = key('other');
      const list = signers(`ab@desk ${publicLine(other)}`, `mk@desk ${publicLine(other)}`);
      expect(await wanting(...list, '--identity', 'mk@desk')).toMatch(/for “mk@desk”/u);
      expect(await wanting(...list, '--identity=-Y')).toMatch(/for “-Y”/u);
      expect(await wanting(...signers(`ab ${publicLine(mine)}`), '--identity', 'mk')).toMatch(/for “mk”/u);
    });

    test('holds to what the list limits a key to', async () => {
      const limited = (options: string) => [
        ...signers(`mk ${options} ${publicLine(mine)}`),
        '--identity',
        'mk',
      ];
      expect(await wanting(...limited('namespaces="git"'))).toMatch(/or not for reports now/u);
      expect(await wanting(...limited('valid-before="20200101"'))).toMatch(/or not for reports now/u);
      expect((await verify(...limited('namespaces="stet-report"'))).code).toBe(EXIT.done);
    });

    test('believes ssh-keygen only if it speaks of the same key and ends well', async () => {
      const list = [...signers(`mk ${publicLine(mine)}`), '--identity', 'mk'];
      const good = (fingerprint: string, code = 0) => ({
        code,
        err: '',
        ended: null,
        out: `Good "stet-report" signature for mk with ED25519 key ${fingerprint}\n`,
      });
      keygen.says = good(fingerprintOf(mine));
      expect((await verify(...list)).code).toBe(EXIT.done);
      keygen.says = good(fingerprintOf(key('other')));
      expect(await wanting(...list)).toMatch(/for “mk”/u);
      keygen.says = good(fingerprintOf(mine), 255);
      expect(await wanting(...list)).toMatch(/for “mk”/u);
      keygen.says = { code: 1, out: '', err: 'ssh-keygen: unknown option -- Y\n', ended: null };
      expect(await verify(...list)).toMatchObject({
        code: EXIT.input,
        err: expect.stringContaining('OpenSSH 8.1') as string,
      });
    });

    test('needs ssh-keygen and the list', async () => {
      const list = signers(`mk ${publicLine(mine)}`);
      const absent = ['--signers', join(folder, 'none'), '--identity', 'mk'];
      expect((await verify(...absent)).err).toMatch(/none: There is no file/u);
      keygen.absent = true;
      expect(await verify(...list, '--identity', 'mk')).toMatchObject({
        code: EXIT.input,
        err: expect.stringContaining('ssh-keygen') as string,
      });
    });
  });
});

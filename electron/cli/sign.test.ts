import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type * as Keygen from '../signing/ssh-keygen.ts';
import { testFolder } from '../testing/folder.ts';
import {
  COMMENT,
  fingerprintOf,
  hasKeygen,
  holdsByHand,
  makeKey,
  publicLine,
  signByHand,
} from '../testing/ssh-keys.ts';
import { done, stet } from '../testing/verbs.ts';
import { EXIT } from './outcome.ts';

const keygen = vi.hoisted(() => ({ absent: false }));
vi.mock('../signing/ssh-keygen.ts', async (original) => {
  const real = await original<typeof Keygen>();
  const runKeygen: typeof real.runKeygen = (...args) =>
    keygen.absent ? Promise.resolve(null) : real.runKeygen(...args);
  return { ...real, runKeygen };
});

const REPORT = Buffer.from('<!doctype html><title>Report</title>\n');
let folder: string;
let report: string;
let sig: string;

beforeEach(() => {
  keygen.absent = false;
  // Nobody who runs the tests is asked for anything, and no agent of theirs is.
  for (const name of ['SSH_AUTH_SOCK', 'SSH_ASKPASS', 'SSH_ASKPASS_REQUIRE', 'DISPLAY', 'WAYLAND_DISPLAY'])
    vi.stubEnv(name, undefined);
  folder = testFolder();
  report = join(folder, 'Report.html');
  sig = `${report}.sig`;
  writeFileSync(report, REPORT);
});
afterEach(() => vi.unstubAllEnvs());

const key = (name = 'key', options = {}): string => makeKey(folder, name, options);
const sign = (keyPath: string, path = report) => stet('sign', path, '--key', keyPath);
const text = (): string => readFileSync(sig, 'utf8');
const names = (): string[] => readdirSync(folder).sort();

if (!hasKeygen) console.warn('No ssh-keygen here: signing is not tested.');

describe.skipIf(!hasKeygen)('sign', () => {
  test.each([
    ['ed25519', '', 'ssh-ed25519'],
    ['ecdsa', '521', 'ecdsa-sha2-nistp521'],
    ['rsa', '2048', 'ssh-rsa'],
  ])(
    'with a key of the kind %s puts beside the report what ssh-keygen finds to hold',
    async (type, bits, kind) => {
      const mine = key('key', { type, bits });
      expect(await done('sign', report, '--key', mine)).toBe(
        `Wrote ${sig}, by the key ${fingerprintOf(mine)} (${kind})\n`,
      );
      expect(holdsByHand(sig, REPORT)).toBe(true);
      expect(readFileSync(report).equals(REPORT)).toBe(true);
      expect(names()).toEqual(['Report.html', 'Report.html.sig', 'key', 'key.pub']);
      expect(await done('verify-signature', report)).toBe(
        `The report is what was signed by the key ${fingerprintOf(mine)} (${kind}). Whose key that is, you have to know.\n`,
      );
    },
  );

  test('takes the public half, when the private one is beside it', async () => {
    const mine = key();
    expect((await sign(`${mine}.pub`)).code).toBe(EXIT.done);
    expect(holdsByHand(sig, REPORT)).toBe(true);
  });

  test.each([
    ['a name like an option', '-Y'],
    ['a name like a longer one', '--key=x'],
    ['spaces', ' my report of today .html'],
    ['another script', 'Звіт про перевірку – 報告.pdf'],
    ['what a shell would read', '$(touch x);`touch y`"\'|&.md'],
    ['a line break', 'one\ntwo.json'],
  ])('takes a report, a key and a list with %s', async (_what, name) => {
    const mine = key('made');
    const inside = join(folder, 'inside');
    mkdirSync(inside);
    // Names without a folder before them, as they are typed.
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(inside);
    const keyPath = join(inside, `${name}.key`);
    renameSync(mine, keyPath);
    renameSync(`${mine}.pub`, `${keyPath}.pub`);
    writeFileSync(name, REPORT);
    writeFileSync(`${name}.signers`, `"mk" ${publicLine(keyPath)}\n`);
    await done('sign', `--key=${name}.key`, '--', name);
    expect(holdsByHand(join(inside, `${name}.sig`), REPORT)).toBe(true);
    await done('verify-signature', `--signers=${name}.signers`, '--identity', 'mk', '--', name);
    expect(readdirSync(inside)).toHaveLength(5);
  });

  test('never shows, nor writes, who the comment of a key says it is of', async () => {
    const mine = key('mine');
    const locked = key('locked', { passphrase: 'correct horse' });
    const said = [await sign(mine), await stet('verify-signature', report), await sign(locked)].flatMap(
      ({ out, err }) => [out, err],
    );
    const decoded = Buffer.from(text().split('\n').slice(1, -2).join(''), 'base64').toString('latin1');
    for (const each of [...said, text(), decoded])
      expect(each).not.toMatch(new RegExp(`${COMMENT}|horse`, 'u'));
  });

  describe('signs nothing and says why', () => {
    /** The one sentence that says why. */
    const refused = async (keyPath: string): Promise<string> => {
      const { code, out, err } = await sign(keyPath);
      expect([code, out]).toEqual([EXIT.input, '']);
      expect(err.trimEnd()).not.toContain('\n');
      expect(names()).not.toContain('Report.html.sig');
      return err;
    };

    test('when the key is locked and nobody can be asked', async () => {
      expect(await refused(key('key', { passphrase: 'secret words' }))).toMatch(
        /locked with a passphrase.*ssh-add/u,
      );
    });

    test('when what answers for the person gives a wrong passphrase', async () => {
      const askpass = join(folder, 'askpass');
      writeFileSync(askpass, '#!/bin/sh\necho wrong\n', { mode: 0o700 });
      vi.stubEnv('SSH_ASKPASS', askpass);
      expect(await refused(key('key', { passphrase: 'secret words' }))).toMatch(/locked with a passphrase/u);
    });

    test('when there is no such key', async () => {
      expect(await refused(join(folder, 'none'))).toMatch(/none: There is no file of that name/u);
    });

    test('when it is a folder', async () => {
      expect(await refused(folder)).toMatch(/a folder or a device/u);
    });

    test('when it is no key', async () => {
      expect(await refused(report)).toMatch(/not an SSH key/u);
    });

    test('when only the public half is there and no agent has the other', async () => {
      const mine = key();
      rmSync(mine);
      expect(await refused(`${mine}.pub`)).toMatch(/public half of a key.*ssh-add/u);
    });

    test.skipIf(process.platform === 'win32')('when others may read the key', async () => {
      const mine = key();
      chmodSync(mine, 0o644);
      expect(await refused(mine)).toMatch(/chmod 600/u);
    });

    test('when there is no ssh-keygen', async () => {
      keygen.absent = true;
      expect(await refused(key())).toMatch(/OpenSSH Client.*openssh-client/u);
    });

    test('when the report is not there', async () => {
      rmSync(report);
      const { code, err } = await sign(key());
      expect([code, err]).toEqual([EXIT.input, expect.stringMatching(/Report\.html: There is no file/u)]);
    });

    test('when it was asked wrongly', async () => {
      for (const args of [[], [report], [report, '--key', ''], [report, report, '--key', 'k']])
        expect(await stet('sign', ...args)).toMatchObject({ code: EXIT.usage, out: '' });
    });
  });

  test.skipIf(process.platform === 'win32')(
    'asks for a passphrase with the window that the desktop has',
    async () => {
      const askpass = join(folder, 'askpass');
      writeFileSync(askpass, '#!/bin/sh\necho secret words\n', { mode: 0o700 });
      vi.stubEnv('SSH_ASKPASS', askpass);
      expect((await sign(key('key', { passphrase: 'secret words' }))).code).toBe(EXIT.done);
      expect(holdsByHand(sig, REPORT)).toBe(true);
    },
  );

  test.skipIf(process.platform === 'win32')('signs nothing that changes meanwhile', async () => {
    const askpass = join(folder, 'askpass');
    writeFileSync(askpass, `#!/bin/sh\necho more >> '${report}'\necho secret words\n`, { mode: 0o700 });
    vi.stubEnv('SSH_ASKPASS', askpass);
    const { code, err } = await sign(key('key', { passphrase: 'secret words' }));
    expect([code, err]).toEqual([
      EXIT.input,
      expect.stringMatching(/Report\.html: The report changed while/u),
    ]);
    expect(names()).not.toContain('Report.html.sig');
  });

  describe.skipIf(process.platform === 'win32')('with an agent', () => {
    beforeEach(() => {
      const started = execFileSync('ssh-agent', ['-a', join(folder, 'agent')], { encoding: 'utf8' });
      const pid = Number(/SSH_AGENT_PID=(\d+)/u.exec(started)?.[1]);
      vi.stubEnv('SSH_AUTH_SOCK', join(folder, 'agent'));
      return () => void process.kill(pid);
    });
    const add = (...args: string[]) =>
      execFileSync('ssh-add', ['-q', ...args], { stdio: 'ignore', env: { ...process.env } });

    test('signs by the public half alone', async () => {
      const mine = key();
      add(mine);
      rmSync(mine);
      expect((await sign(`${mine}.pub`)).code).toBe(EXIT.done);
      expect(holdsByHand(sig, REPORT)).toBe(true);
    });

    test('says so when the agent asks and is not allowed to', async () => {
      const mine = key();
      add('-c', mine);
      const { code, err } = await sign(mine);
      expect([code, err]).toEqual([EXIT.input, expect.stringMatching(/agent refused/u)]);
      expect(names()).not.toContain('Report.html.sig');
    });
  });

  describe('where a file of that name is', () => {
    /** What is said when it is left alone. */
    const kept = async (mine: string): Promise<string> => {
      const before = readFileSync(sig);
      const { code, err } = await sign(mine);
      expect(code).toBe(EXIT.output);
      expect(readFileSync(sig).equals(before)).toBe(true);
      return err;
    };
    const IN_THE_WAY = /Report\.html\.sig: A file of that name/u;

    test('replaces a signature that became void when the report was written anew', async () => {
      writeFileSync(sig, signByHand(key('other'), Buffer.from('the report before')));
      expect((await sign(key('mine'))).code).toBe(EXIT.done);
      expect(holdsByHand(sig, REPORT)).toBe(true);
    });

    test('replaces one by the same key', async () => {
      const mine = key();
      await done('sign', report, '--key', mine);
      await done('sign', report, '--key', mine);
      expect(holdsByHand(sig, REPORT)).toBe(true);
    });

    test('keeps the signature of this very report by somebody else', async () => {
      await done('sign', report, '--key', key('other'));
      expect(await kept(key('mine'))).toMatch(IN_THE_WAY);
    });

    test('keeps a signature for something else, and what is no signature', async () => {
      const mine = key('mine');
      writeFileSync(sig, signByHand(mine, REPORT, 'file'));
      expect(await kept(mine)).toMatch(IN_THE_WAY);
      writeFileSync(sig, '-----BEGIN PGP SIGNATURE-----\n');
      expect(await kept(mine)).toMatch(IN_THE_WAY);
      writeFileSync(sig, 'x'.repeat(100_000));
      expect(await kept(mine)).toMatch(IN_THE_WAY);
    });

    test('says so when it is a folder', async () => {
      mkdirSync(sig);
      expect((await sign(key())).code).toBe(EXIT.output);
    });
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testFolder } from '../testing/folder.ts';
import { findKeygen, run } from './ssh-keygen.ts';

/** Programs in the place of ssh-keygen that wait, or say what they were given. */

let folder: string;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => vi.unstubAllEnvs());

function program(script: string, name = 'program'): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
  return path;
}
const none = new Uint8Array();

async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 500) throw new Error('it never came to that');
    await wait(10);
  }
}

describe.skipIf(process.platform === 'win32')('running', () => {
  test('hands over the message and the arguments as they are, through no shell', async () => {
    const args = ['-n', '$(touch made)', '', '"; touch made', 'a\nb'];
    const echo = program(`for each in "$@"; do echo "<$each>"; done; cat; echo said >&2; exit 3`);
    const said: string[] = [];
    const ran = await run(echo, args, Buffer.from('é message'), {
      asks: 'desktop',
      onSaid: (text) => said.push(text),
    });
    expect(ran).toEqual({
      code: 3,
      out: `${args.map((each) => `<${each}>\n`).join('')}é message`,
      err: 'said\n',
      ended: null,
    });
    expect(said.join('')).toBe('said\n');
  });

  test('gives only those variables that it needs', async () => {
    vi.stubEnv('SSH_AUTH_SOCK', '/run/agent');
    vi.stubEnv('NODE_OPTIONS', '--no-warnings');
    vi.stubEnv('LD_LIBRARY_PATH', '/lib');
    vi.stubEnv('STET_SECRET', 'x');
    vi.stubEnv('SSH_ASKPASS_REQUIRE', undefined);
    const all = program('/usr/bin/env');
    const variables = async (asks: 'desktop' | 'terminal') =>
      (await run(all, [], none, { asks })).out.split('\n');
    const given = await variables('desktop');
    expect(given).toEqual(expect.arrayContaining(['SSH_AUTH_SOCK=/run/agent', 'SSH_ASKPASS_REQUIRE=force']));
    expect(given.filter((each) => /^(NODE|LD|STET|npm|VITEST)_/u.test(each))).toEqual([]);
    expect(await variables('terminal')).toContain('SSH_ASKPASS_REQUIRE=never');
    vi.stubEnv('SSH_ASKPASS_REQUIRE', 'prefer');
    expect(await variables('desktop')).toContain('SSH_ASKPASS_REQUIRE=prefer');
  });

  test('is cancelled with everything it has started', async () => {
    const [began, goesOn] = [join(folder, 'began'), join(folder, 'goes-on')];
    // As ssh-keygen does, which waits for the program that asks for a passphrase.
    const asking = program(`echo > '${began}'; sleep 1; echo > '${goesOn}'`, 'asking');
    const ending = new AbortController();
    const running = run(program(`'${asking}'`), [], none, { asks: 'desktop', signal: ending.signal });
    await eventually(() => existsSync(began));
    ending.abort();
    expect(await running).toMatchObject({ code: null, ended: 'cancelled' });
    await wait(1500);
    expect(existsSync(goesOn)).toBe(false);
  });

  test.each(['desktop', 'terminal'] as const)(
    'is ended when nobody answers, where one asks at the %s',
    async (asks) => {
      const pid = join(folder, 'pid');
      const waiting = program(`echo $$ > '${pid}.tmp'; mv '${pid}.tmp' '${pid}'; exec sleep 60`);
      const running = run(waiting, [], none, { asks, longest: 300 });
      await eventually(() => existsSync(pid));
      expect(await running).toMatchObject({ code: null, ended: 'took-too-long' });
      const id = Number(readFileSync(pid, 'utf8'));
      await eventually(() => !lives(id));
    },
  );

  test('is not begun when it was cancelled before', async () => {
    const made = join(folder, 'made');
    const signal = AbortSignal.abort();
    const ran = await run(program(`echo > '${made}'`), [], none, { asks: 'desktop', signal });
    expect(ran.ended).toBe('cancelled');
    expect(existsSync(made)).toBe(false);
  });

  test('ends as a value where there is no such program, and where it reads nothing', async () => {
    const absent = await run(join(folder, 'absent'), [], none, { asks: 'desktop' });
    expect(absent).toMatchObject({ code: null, ended: null });
    const deaf = await run(program('exit 0'), [], new Uint8Array(5_000_000), { asks: 'desktop' });
    expect(deaf).toMatchObject({ code: 0, out: '' });
  });

  test('keeps no more of what it says than a signature needs', async () => {
    const talking = program('head -c 3000000 /dev/zero | tr "\\0" x');
    expect((await run(talking, [], none, { asks: 'desktop' })).out.length).toBeLessThan(200_000);
  });
});

function lives(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === 'win32')('finding ssh-keygen', () => {
  test('looks into the folders of PATH in their order, then where systems keep it', async () => {
    const [first, second, usual] = ['first', 'second', 'usual'].map((name) => join(folder, name));
    for (const each of [first, second, usual]) mkdirSync(each ?? '');
    const path = [first, second].join(delimiter);
    expect(await findKeygen(path, [usual ?? ''])).toBeNull();
    const inUsual = program('', 'usual/ssh-keygen');
    expect(await findKeygen(path, [usual ?? ''])).toBe(inUsual);
    const inSecond = program('', 'second/ssh-keygen');
    expect(await findKeygen(path, [usual ?? ''])).toBe(inSecond);
    // A folder, or a file that may not be run, is none.
    mkdirSync(join(first ?? '', 'ssh-keygen'));
    expect(await findKeygen(path, [usual ?? ''])).toBe(inSecond);
  });

  test('never takes one from the folder the process is in', async () => {
    program('', 'ssh-keygen');
    const before = process.cwd();
    process.chdir(folder);
    try {
      for (const path of ['', '.', delimiter, `.${delimiter}`]) expect(await findKeygen(path, [])).toBeNull();
    } finally {
      process.chdir(before);
    }
  });
});

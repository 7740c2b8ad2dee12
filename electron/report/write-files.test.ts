import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { realDisk, type Disk } from '../case-store/disk.ts';
import { failingDisk } from '../testing/failing-disk.ts';
import { testFolder } from '../testing/folder.ts';
import { writeFiles } from './write-files.ts';

let folder: string;
beforeEach(() => {
  folder = testFolder();
});

const file = (name: string, text: string) => ({ path: join(folder, name), bytes: Buffer.from(text) });
const there = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

test('writes all, in the place of what was there', async () => {
  writeFileSync(join(folder, 'a'), 'old');
  expect(await writeFiles(realDisk, [file('a', 'A'), file('b', 'B')])).toEqual({ ok: true, value: null });
  expect(there()).toEqual({ a: 'A', b: 'B' });
});

test('writes none when one cannot be, and puts back what was there', async () => {
  writeFileSync(join(folder, 'a'), 'old');
  mkdirSync(join(folder, 'b'));
  const done = await writeFiles(realDisk, [file('a', 'A'), file('c', 'C'), file('b', 'B')]);
  expect(done).toMatchObject({ ok: false, error: { path: join(folder, 'b') } });
  expect(there()).toEqual({ a: 'old' });
});

test.each(['create', 'write', 'sync', 'rename', 'syncFolder'] as const)(
  'a disk that fails at %s leaves everything as it was',
  async (operation) => {
    const disk = failingDisk();
    writeFileSync(join(folder, 'a'), 'old');
    disk.fail(operation, 'ENOSPC');
    expect(await writeFiles(disk, [file('a', 'A'), file('b', 'B')])).toMatchObject({
      ok: false,
      error: { problem: { code: 'disk-full' } },
    });
    disk.mend();
    const left = Object.entries(there());
    // What cannot be renamed back is kept under another name rather than lost.
    expect(left.filter(([name]) => !name.endsWith('.tmp'))).toEqual([['a', 'old']].slice(0, left.length));
    expect(left.map(([, text]) => text)).toContain('old');
  },
);

test('the second that cannot get its name takes the first along', async () => {
  writeFileSync(join(folder, 'a'), 'old');
  writeFileSync(join(folder, 'b'), 'old too');
  const disk: Disk = {
    ...realDisk,
    rename: (from, to) =>
      to.endsWith('b') && readFileSync(from, 'utf8') === 'B'
        ? Promise.reject(Object.assign(new Error('held'), { code: 'EPERM' }))
        : realDisk.rename(from, to),
  };
  for (const each of [disk, { ...disk, link: () => Promise.reject(new Error('no second names')) }]) {
    expect(await writeFiles(each, [file('a', 'A'), file('b', 'B')])).toEqual({
      ok: false,
      error: { path: join(folder, 'b'), problem: { code: 'read-only' } },
    });
    expect(there()).toEqual({ a: 'old', b: 'old too' });
  }
});

test('what is done last goes with them', async () => {
  const undone: string[] = [];
  const last = {
    path: join(folder, 'z'),
    work: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    undo: async () => void undone.push('z'),
  };
  expect(await writeFiles(realDisk, [file('a', 'A')], last)).toMatchObject({ error: { path: last.path } });
  expect([there(), undone]).toEqual([{}, ['z']]);
});

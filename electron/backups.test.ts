import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Backups, toPrune } from './backups.ts';
import { failingDisk } from './testing/failing-disk.ts';
import { testFolder } from './testing/folder.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ID = '019353c1-0000-7000-8000-0123456789ab';
const ABOUT = { id: ID, title: 'Mill fire' };
const START = Date.parse('2026-11-24T14:02:33.123Z');

function setUp(
  ...given: ConstructorParameters<typeof Backups> extends [string, ...infer R] ? Partial<R> : []
) {
  const root = testFolder();
  const folder = join(root, 'data', 'backups');
  const path = join(root, 'Mill.stet');
  writeFileSync(path, 'first');
  const backups = new Backups(folder, ...given);
  let version = 0;
  /** Keeps the case `minutes` after the start, changed since the last time. */
  const keepAt = async (minutes: number, options?: { force: boolean }) => {
    writeFileSync(path, `version ${String(++version)}`);
    return valueOf(await backups.keep(path, ABOUT, new Date(START + minutes * MINUTE), options));
  };
  return { root, folder, path, backups, keepAt, own: join(folder, ID) };
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const minutesOf = (list: { at: string }[]): number[] =>
  list.map(({ at }) => (Date.parse(at) - START) / MINUTE);

describe('keeping', () => {
  test('a copy with its time as its name, and where the case was', async () => {
    const { backups, path, own } = setUp();
    const kept = valueOf(await backups.keep(path, ABOUT, new Date(START)));
    expect(kept).toEqual({
      name: '2026-11-24T14-02-33-123Z.stet',
      at: '2026-11-24T14:02:33.123Z',
      bytes: 5,
    });
    expect(readdirSync(own).sort()).toEqual(['2026-11-24T14-02-33-123Z.stet', 'about.json']);
    expect(readFileSync(join(own, kept?.name ?? ''), 'utf8')).toBe('first');
    expect(JSON.parse(readFileSync(join(own, 'about.json'), 'utf8'))).toEqual({ ...ABOUT, paths: [path] });
    expect(await backups.of(ID)).toEqual([kept]);
  });

  test('at most once in 15 minutes', async () => {
    const { backups, keepAt } = setUp();
    for (const minutes of [0, 1, 14.99, 15, 29, 30]) await keepAt(minutes);
    expect(minutesOf(await backups.of(ID))).toEqual([30, 15, 0]);
  });

  test('at any time when it is forced to, even twice in one millisecond', async () => {
    const { backups, keepAt } = setUp();
    for (const minutes of [0, 0, 1]) await keepAt(minutes, { force: true });
    expect(minutesOf(await backups.of(ID))).toEqual([1, 1 / MINUTE, 0]);
  });

  test('not what the last one holds already, not even when it is forced to', async () => {
    const { backups, path } = setUp();
    const keep = (minutes: number) =>
      backups.keep(path, ABOUT, new Date(START + minutes * MINUTE), { force: true });
    expect(valueOf(await keep(0))).not.toBeNull();
    expect(valueOf(await keep(60))).toBeNull();
    writeFileSync(path, 'other');
    expect(valueOf(await keep(120))).not.toBeNull();
    // What an earlier one holds is still worth keeping: that one goes sooner.
    writeFileSync(path, 'first');
    expect(valueOf(await keep(180))).not.toBeNull();
    expect(minutesOf(await backups.of(ID))).toEqual([180, 120, 0]);
  });

  test('cases apart from one another', async () => {
    const { backups, path, keepAt } = setUp();
    await keepAt(0);
    valueOf(await backups.keep(path, { id: 'other', title: 'Other' }, new Date(START)));
    expect(await backups.of('other')).toHaveLength(1);
    expect(await backups.of(ID)).toHaveLength(1);
    expect(await backups.of('third')).toEqual([]);
  });

  test('once, when two windows ask at once', async () => {
    const { backups, path } = setUp();
    const answers = await Promise.all([0, 1, 2].map((ms) => backups.keep(path, ABOUT, new Date(START + ms))));
    expect(answers.map((each) => valueOf(each) !== null)).toEqual([true, false, false]);
    expect(await backups.of(ID)).toHaveLength(1);
  });

  test('a file that nobody may write to, as one that can be removed again', async () => {
    const { backups, path, own } = setUp();
    chmodSync(path, 0o444);
    const kept = valueOf(await backups.keep(path, ABOUT, new Date(START)));
    expect(statSync(join(own, kept?.name ?? '')).mode & 0o777).toBe(0o600);
  });

  test('what a link to the case leads to', async () => {
    const { backups, path, root } = setUp();
    symlinkSync(path, join(root, 'link.stet'));
    const keep = (minutes: number) =>
      backups.keep(join(root, 'link.stet'), ABOUT, new Date(START + minutes * MINUTE));
    expect(valueOf(await keep(0))?.bytes).toBe(5);
    expect(valueOf(await keep(60))).toBeNull();
  });

  test('prunes, and leaves alone what it did not make', async () => {
    const { backups, keepAt, own } = setUp();
    await keepAt(0);
    const strangers = [
      'notes.txt',
      '2026-11-24.stet',
      '2026-13-40T99-02-33-123Z.stet',
      '2025-02-30T10-00-00-000Z.stet',
      '+002025-02-20T10-00-00-000Z.stet',
      'copy of about.json',
    ];
    for (const name of strangers) writeFileSync(join(own, name), '');
    mkdirSync(join(own, '2026-11-24T14-02-33-124Z.stet'));
    for (let count = 1; count < 25; count++) await keepAt(count * 20);
    const list = await backups.of(ID);
    // Ten newest, and the last of the day before; the 24th has 29 times twenty minutes left.
    expect(minutesOf(list)).toEqual([480, 460, 440, 420, 400, 380, 360, 340, 320, 300]);
    for (const name of strangers) expect(existsSync(join(own, name))).toBe(true);
    await keepAt(24 * 60);
    for (let count = 1; count < 12; count++) await keepAt(24 * 60 + count * 20);
    expect(minutesOf(await backups.of(ID)).at(-1)).toBe(480);
    expect(await backups.of(ID)).toHaveLength(11);
  });

  test.each([-400 * 24 * 60, -60, 60, 400 * 24 * 60])(
    'goes on after the clock jumped by %d minutes',
    async (jump) => {
      const { backups, keepAt } = setUp();
      for (let count = 0; count < 20; count++) await keepAt(count * 20);
      const kept = await keepAt(380 + jump, { force: true });
      expect(kept).not.toBeNull();
      expect(await backups.of(ID)).toContainEqual(kept);
      expect(await keepAt(380 + jump + 1)).toBeNull();
      const next = await keepAt(380 + jump + 30, { force: true });
      expect(await backups.of(ID)).toContainEqual(next);
    },
  );

  test('a clock that goes back costs no backup, and holds up none', async () => {
    const { backups, keepAt } = setUp();
    for (let count = 0; count < 20; count++) await keepAt(count * 20);
    const before = await backups.of(ID);
    for (let count = 0; count < 30; count++) expect(await keepAt(count * 20 - 10 * 24 * 60)).not.toBeNull();
    expect(await backups.of(ID)).toEqual(expect.arrayContaining(before));
    expect((await backups.of(ID)).length).toBeLessThan(2 * 17);
  });

  test('a backup from the future is the last one only where there is no other', async () => {
    const { backups, path } = setUp();
    const keep = async (content: string, minutes: number) => {
      writeFileSync(path, content);
      return valueOf(await backups.keep(path, ABOUT, new Date(START + minutes * MINUTE)));
    };
    await keep('of later', 600);
    expect(await keep('of later', 0)).toBeNull();
    expect(await keep('of now', 20)).not.toBeNull();
    expect(await keep('of later', 40)).not.toBeNull();
    expect(await keep('of later', 60)).toBeNull();
  });

  test('the one just made stays, however many there are from the future', async () => {
    const { backups, keepAt, own } = setUp();
    await keepAt(0, { force: true });
    for (let day = 10; day < 30; day++) writeFileSync(join(own, `2027-03-${day}T10-00-00-000Z.stet`), '');
    const kept = await keepAt(0, { force: true });
    expect(kept?.at).toBe(new Date(START + 1).toISOString());
    expect(await backups.of(ID)).toContainEqual(kept);
  });
});

describe('failures', () => {
  const half = (_from: string, to: string): Promise<void> => {
    writeFileSync(to, 'fir');
    return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  };

  test('a full disk is told and leaves nothing half-written', async () => {
    const { backups, path, own } = setUp(undefined, half);
    const kept = await backups.keep(path, ABOUT, new Date(START));
    expect(kept).toEqual({ ok: false, error: { code: 'disk-full' } });
    expect(readdirSync(own)).toEqual(['about.json']);
  });

  test.each(['syncFile', 'rename', 'syncFolder', 'create', 'list', 'fingerprint'] as const)(
    'a disk on which %s fails is told, and the next backup is made',
    async (operation) => {
      const disk = failingDisk();
      const { backups, path, own } = setUp(disk);
      disk.fail(operation, 'EROFS');
      expect(await backups.keep(path, ABOUT, new Date(START))).toEqual({
        ok: false,
        error: { code: 'read-only' },
      });
      expect(existsSync(own) ? readdirSync(own).filter((name) => name.endsWith('.tmp')) : []).toEqual([]);
      disk.mend();
      expect(valueOf(await backups.keep(path, ABOUT, new Date(START + 60 * MINUTE)))?.bytes).toBe(5);
    },
  );

  test.each(['syncFile', 'rename', 'syncFolder', 'list', 'fingerprint'] as const)(
    'a disk on which %s fails later costs no backup made before',
    async (operation) => {
      const disk = failingDisk();
      const { backups, path, keepAt } = setUp(disk);
      const first = await keepAt(0);
      writeFileSync(path, 'changed');
      disk.fail(operation, 'EDQUOT');
      const kept = await backups.keep(path, ABOUT, new Date(START + 60 * MINUTE));
      expect(kept).toEqual({ ok: false, error: { code: 'disk-full' } });
      disk.mend();
      expect(await backups.of(ID)).toContainEqual(first);
    },
  );

  test('old ones that cannot be removed do not stop a new one', async () => {
    const disk = failingDisk();
    const { backups, keepAt } = setUp(disk);
    for (let count = 0; count < 10; count++) await keepAt(count * 20);
    disk.fail('remove', 'EPERM');
    expect(await keepAt(200)).not.toBeNull();
    expect(await backups.of(ID)).toHaveLength(11);
    disk.mend();
    await keepAt(220);
    expect(await backups.of(ID)).toHaveLength(10);
  });

  test('a file that is written to while it is copied is not kept', async () => {
    const { backups, own } = setUp(undefined, async (from, to) => {
      copyFileSync(from, to);
      writeFileSync(from, 'other');
    });
    const path = join(own, '..', '..', '..', 'Mill.stet');
    const kept = await backups.keep(path, ABOUT, new Date(START));
    expect(kept).toEqual({ ok: false, error: { code: 'changed-on-disk' } });
    expect(readdirSync(own)).toEqual(['about.json']);
  });

  test('a case that is gone, and a folder in its place', async () => {
    const { backups, root } = setUp();
    for (const [path, code] of [
      [join(root, 'gone.stet'), 'folder-gone'],
      [root, 'write-failed'],
    ] as const) {
      const kept = await backups.keep(path, ABOUT, new Date(START));
      expect(kept).toMatchObject({ ok: false, error: { code } });
    }
    expect(await backups.of(ID)).toEqual([]);
  });

  test('a data folder that is a file', async () => {
    const { root, path } = setUp();
    const backups = new Backups(path);
    expect(await backups.keep(path, ABOUT, new Date(START))).toMatchObject({ ok: false });
    expect([await backups.of(ID), await backups.ofPath(path), await backups.pathOf(ID, 'x')]).toEqual([
      [],
      null,
      null,
    ]);
    expect(readdirSync(root)).toEqual(['Mill.stet']);
  });

  test('what a crash left half-written is swept away', async () => {
    const { keepAt, own } = setUp();
    await keepAt(0);
    for (const name of ['.2026-11-24T14-02-33-124Z.stet.123.tmp', '.about.json.123.tmp'])
      writeFileSync(join(own, name), 'hal');
    await keepAt(1);
    expect(readdirSync(own).sort()).toEqual(['2026-11-24T14-02-33-123Z.stet', 'about.json']);
  });
});

describe('finding', () => {
  test.each([
    '..',
    '.',
    'con',
    'a/b',
    '..\\x',
    '../../../Mill',
    'C:',
    ID.toUpperCase(),
    '',
    'x\u0000y',
    '\ud800',
    '__proto__',
    'é'.repeat(64),
  ])('the id %j names no folder of its own', async (id) => {
    const { backups, path, folder } = setUp();
    const name = createHash('sha256').update(id, 'utf16le').digest('hex');
    mkdirSync(folder, { recursive: true });
    valueOf(await backups.keep(path, { id, title: '' }, new Date(START)));
    expect(readdirSync(folder)).toEqual([name]);
    expect(await backups.of(id)).toHaveLength(1);
  });

  test('a file that cannot be read, by any path its case was seen under', async () => {
    const { backups, path, root, keepAt } = setUp();
    await keepAt(0);
    const moved = join(root, 'Moved.stet');
    copyFileSync(path, moved);
    // Within 15 minutes nothing is copied, but the new path is remembered.
    valueOf(await backups.keep(moved, { ...ABOUT, title: 'Mill fire, 2' }, new Date(START + MINUTE)));
    const expected = { id: ID, title: 'Mill fire, 2', backups: await backups.of(ID) };
    expect(expected.backups).toHaveLength(1);
    expect(await backups.ofPath(path)).toEqual(expected);
    expect(await backups.ofPath(join(root, 'x', '..', 'Moved.stet'))).toEqual(expected);
    expect(await backups.ofPath(join(root, 'other.stet'))).toBeNull();
  });

  test('the paths seen last, of a case that was seen under very many', async () => {
    const { backups, path, root, keepAt } = setUp();
    await keepAt(0);
    for (let count = 0; count < 100; count++)
      valueOf(await backups.keep(join(root, String(count)), ABOUT, new Date(START)));
    expect(await backups.ofPath(path)).toBeNull();
    expect(await backups.ofPath(join(root, '0'))).not.toBeNull();
    expect(await backups.ofPath(join(root, '99'))).not.toBeNull();
  });

  test('the case that was there last, of two that had the same path', async () => {
    const { backups, path, keepAt } = setUp();
    const keep = async (id: string, minutes: number) => {
      writeFileSync(path, id);
      valueOf(await backups.keep(path, { id, title: id }, new Date(START + minutes * MINUTE)));
    };
    await keepAt(0);
    await keep('b', 40);
    await keep('a', 20);
    expect((await backups.ofPath(path))?.id).toBe('b');
  });

  test.each(['', 'no json', '{}', '{"id": "x", "title": "", "paths": "all"}'])(
    'what belongs to a case although its about.json says %j',
    async (content) => {
      const { backups, path, own, folder, keepAt } = setUp();
      await keepAt(0);
      writeFileSync(join(folder, 'stray'), '');
      writeFileSync(join(own, 'about.json'), content);
      expect(await backups.ofPath(path)).toBeNull();
      expect(await backups.of(ID)).toHaveLength(1);
      await keepAt(20);
      expect((await backups.ofPath(path))?.backups).toHaveLength(2);
    },
  );

  test('nothing by an about.json in the folder of another case', async () => {
    const { backups, path, own, folder, keepAt } = setUp();
    await keepAt(0);
    mkdirSync(join(folder, 'elsewhere'));
    copyFileSync(join(own, 'about.json'), join(folder, 'elsewhere', 'about.json'));
    writeFileSync(join(own, 'about.json'), '{}');
    expect(await backups.ofPath(path)).toBeNull();
  });

  test('the path of a backup, and of nothing else', async () => {
    const { backups, own, path, keepAt } = setUp();
    const kept = await keepAt(0);
    const name = kept?.name ?? '';
    expect(await backups.pathOf(ID, name)).toBe(join(own, name));
    symlinkSync(path, join(own, '2026-11-24T15-00-00-000Z.stet'));
    mkdirSync(join(own, '2026-11-24T16-00-00-000Z.stet'));
    const others = [
      '',
      '.',
      'about.json',
      `../${ID}/${name}`,
      `./${name}`,
      join(own, name),
      '../../../Mill.stet',
      '2026-11-24T15-00-00-000Z.stet',
      '2026-11-24T16-00-00-000Z.stet',
      name.toLowerCase(),
    ];
    for (const other of others) expect(await backups.pathOf(ID, other)).toBeNull();
    expect(await backups.pathOf('other', name)).toBeNull();
    expect(await backups.of(ID)).toEqual([kept]);
  });
});

describe('toPrune', () => {
  const now = fc.integer({ min: START - 30 * DAY, max: START + 30 * DAY });
  const times = fc.uniqueArray(fc.integer({ min: START - 12 * DAY, max: START + 2 * DAY }), {
    maxLength: 60,
    size: 'max',
  });
  const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const daysBefore = (time: number): string[] =>
    Array.from({ length: 7 }, (_, days) => dayOf(time - days * DAY));

  test('keeps the newest 10 and the newest of each of the last 7 days, and nothing else', () => {
    fc.assert(
      fc.property(times, now, (made, at) => {
        const past = made.filter((time) => time <= at).sort((a, b) => a - b);
        const expected = new Set(past.slice(-10));
        // An independent telling of the rule: later ones of a day push earlier ones out.
        const daily = new Map(past.map((time) => [dayOf(time), time]));
        for (const day of daysBefore(at)) if (daily.has(day)) expected.add(daily.get(day) ?? 0);
        const gone = new Set(toPrune(made, at));
        expect(past.filter((time) => !gone.has(time))).toEqual([...expected].sort((a, b) => a - b));
      }),
    );
  });

  test('never takes the newest, and never what it was not given or one twice', () => {
    fc.assert(
      fc.property(times, now, (made, at) => {
        const gone = toPrune(made, at);
        expect(new Set(gone).size).toBe(gone.length);
        expect(gone.every((time) => made.includes(time))).toBe(true);
        expect(gone).not.toContain(Math.max(...made.filter((time) => time <= at)));
        expect(made.length - gone.length).toBeLessThanOrEqual(2 * 17);
      }),
    );
  });

  test('has nothing more to take right after, nor when the clock goes back', () => {
    fc.assert(
      fc.property(times, now, fc.nat({ max: 40 * DAY }), (made, at, back) => {
        const gone = new Set(toPrune(made, at));
        const kept = made.filter((time) => !gone.has(time) && time <= at);
        expect(toPrune(kept, at)).toEqual([]);
        expect(toPrune(kept, at - back)).toEqual([]);
      }),
    );
  });
});

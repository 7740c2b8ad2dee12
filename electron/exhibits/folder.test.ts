import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { failingDisk, type FailingDisk } from '../testing/failing-disk.ts';
import { testFolder } from '../testing/folder.ts';
import { copyExhibits } from './copying.ts';
import { ExhibitFolder } from './folder.ts';

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const FULL = { ok: false, error: { code: 'disk-full' } };

let disk: FailingDisk;
let folder: ExhibitFolder;
beforeEach(() => {
  disk = failingDisk();
  folder = new ExhibitFolder(join(testFolder(), 'Case.stet'), disk);
});
const stored = ({ path }: ExhibitFolder = folder): string[] => readdirSync(path).sort();
const put = (content: string, into = folder) => into.put(Buffer.from(content));

describe('storing a file', () => {
  test.each(['create', 'write', 'size', 'sync', 'rename', 'syncFolder'] as const)(
    'on a disk that fails at %s leaves nothing, nor a folder without a file',
    async (operation) => {
      disk.fail(operation, 'ENOSPC');
      expect(await put('words')).toEqual(FULL);
      expect(existsSync(folder.path)).toBe(false);
      disk.mend();
      expect(await put('words')).toMatchObject({ ok: true, value: { isNew: true } });
    },
  );

  test.each(['create', 'write', 'size', 'sync', 'rename', 'syncFolder'] as const)(
    'on a disk that fails at %s leaves those that are there',
    async (operation) => {
      await put('before');
      disk.fail(operation, 'ENOSPC');
      expect(await put('words')).toEqual(FULL);
      expect(stored()).toEqual([sha256('before')]);
    },
  );

  test('does not make the folders above its own: the drive of the case may be gone', async () => {
    const gone = join(testFolder(), 'drive', 'Case.stet');
    expect(await put('words', new ExhibitFolder(gone))).toEqual({
      ok: false,
      error: { code: 'folder-gone' },
    });
    expect(existsSync(dirname(gone))).toBe(false);
  });

  test('sweeps away what a crash left half-stored, and nothing else', async () => {
    mkdirSync(folder.path);
    writeFileSync(join(folder.path, '.taking.01234567-89ab-cdef-0123-456789abcdef.tmp'), 'half');
    writeFileSync(join(folder.path, 'mine.tmp'), 'mine');
    await put('one');
    expect(stored()).toEqual([sha256('one'), 'mine.tmp'].sort());
  });

  test('leaves alone what is being stored at the same time', async () => {
    const source = join(testFolder(), 'large');
    writeFileSync(source, Buffer.alloc(30_000_000, 'x'));
    let second: Promise<unknown> | undefined;
    const onBytes = (): void => void (second ??= put('meanwhile'));
    expect(await folder.take(source, { onBytes })).toMatchObject({ ok: true, value: { bytes: 30_000_000 } });
    expect(await second).toMatchObject({ ok: true });
    expect(stored()).toHaveLength(2);
  });

  test('keeps another file that stands under its hash aside', async () => {
    mkdirSync(folder.path);
    writeFileSync(folder.fileOf(sha256('One.')), 'evil');
    expect(await put('One.')).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await folder.check({ sha256: sha256('One.'), bytes: 4 })).toBe('there');
    const aside = stored().find((name) => name.startsWith(`${sha256('One.')}.altered-`));
    expect(readFileSync(join(folder.path, aside ?? ''), 'utf8')).toBe('evil');
  });
});

describe('copying the files of a case', () => {
  let copy: ExhibitFolder;
  beforeEach(async () => {
    copy = new ExhibitFolder(join(testFolder(), 'Copy.stet'), disk);
    await put('one');
    await put('two');
  });

  test('takes all along, read-only, but not what was kept aside', async () => {
    writeFileSync(`${folder.fileOf(sha256('one'))}.altered-2026`, 'evil');
    expect((await copyExhibits(folder, copy)).ok).toBe(true);
    expect(stored(copy)).toEqual([sha256('one'), sha256('two')].sort());
    expect(await copy.check({ sha256: sha256('one'), bytes: 3 })).toBe('there');
    expect(statSync(copy.fileOf(sha256('one'))).mode & 0o777).toBe(0o444);
  });

  test('of a case without any makes no folder', async () => {
    const none = new ExhibitFolder(join(testFolder(), 'Case.stet'));
    expect((await copyExhibits(none, copy)).ok).toBe(true);
    expect(existsSync(copy.path)).toBe(false);
  });

  test('leaves a right one where it is, and keeps a wrong one aside', async () => {
    mkdirSync(copy.path);
    writeFileSync(copy.fileOf(sha256('one')), 'one');
    writeFileSync(copy.fileOf(sha256('two')), '2wo');
    const copied = await copyExhibits(folder, copy);
    expect(await copy.check({ sha256: sha256('two'), bytes: 3 })).toBe('there');
    if (copied.ok) await copied.value();
    // Only what was copied goes again.
    expect(stored(copy).map((name) => name.replace(/altered-.*/u, 'altered'))).toEqual(
      [sha256('one'), `${sha256('two')}.altered`].sort(),
    );
  });

  test('can be taken back, and then leaves nothing', async () => {
    const copied = await copyExhibits(folder, copy);
    if (copied.ok) await copied.value();
    expect(existsSync(copy.path)).toBe(false);
    expect(stored()).toHaveLength(2);
  });

  test.each(['syncFile', 'rename', 'syncFolder'] as const)(
    'to a disk that fails at %s leaves nothing',
    async (operation) => {
      disk.fail(operation, 'ENOSPC');
      expect(await copyExhibits(folder, copy)).toEqual(FULL);
      expect(existsSync(copy.path)).toBe(false);
    },
  );

  test('where there is no folder says so', async () => {
    const nowhere = new ExhibitFolder(join(testFolder(), 'none', 'Copy.stet'));
    expect(await copyExhibits(folder, nowhere)).toEqual({ ok: false, error: { code: 'folder-gone' } });
  });
});

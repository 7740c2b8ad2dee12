import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseInfo, present } from '../../shared/case/case.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { failingDisk } from '../testing/failing-disk.ts';
import { testFolder } from '../testing/folder.ts';
import { context, newStore } from '../testing/stores.ts';
import { checkAll } from './checking.ts';
import { copyExhibits } from './copying.ts';
import { findFiles } from './finding.ts';
import { ExhibitFolder } from './folder.ts';
import { takeIn as taken, type Source } from './taking.ts';

/** Takes sources in with the store's own commit. */
const takeIn = (store: CaseStore, sources: readonly Source[], following: Parameters<typeof taken>[4] = {}) =>
  taken(
    store,
    sources,
    (command) => store.commit([command], context),
    () => context().at,
    following,
  );

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A file somewhere else, as a person has it. */
function fileWith(content: string | Uint8Array, name = 'notes.txt'): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

const exhibits = ({ kase }: CaseStore) => present(kase.records.exhibits.values());
const stored = (store: CaseStore): string[] => {
  const { path } = new ExhibitFolder(store.path);
  return existsSync(path) ? readdirSync(path) : [];
};

describe('taking a file in', () => {
  test('keeps it beside the case by its hash, read-only, and says what is known of it', async () => {
    const store = await newStore();
    const taken = await takeIn(store, [{ path: fileWith('Seen at noon.') }]);
    expect(taken.ok && taken.value.ids).toHaveLength(1);
    const hash = sha256('Seen at noon.');
    expect(stored(store)).toEqual([hash]);
    const path = join(dirname(store.path), 'Case.files', hash);
    expect(readFileSync(path, 'utf8')).toBe('Seen at noon.');
    expect(statSync(path).mode & 0o777).toBe(0o444);
    expect(exhibits(store)).toMatchObject([
      {
        number: 1,
        title: 'notes.txt',
        fileName: 'notes.txt',
        kind: 'document',
        mediaType: 'text/plain',
        bytes: 13,
      },
    ]);
    await store.close();
    expect(readdirSync(dirname(store.path)).sort()).toEqual(['Case.files', 'Case.stet']);
  });

  test('recognises a file that is there already, under whatever name', async () => {
    const store = await newStore();
    await takeIn(store, [{ path: fileWith('Same.') }]);
    const again = await takeIn(store, [{ path: fileWith('Same.', 'other name.md') }]);
    const [exhibit] = exhibits(store);
    expect(again).toEqual({ ok: true, value: { ids: [], known: [exhibit?.id] } });
    expect([exhibits(store).length, stored(store).length]).toEqual([1, 1]);
  });

  test('takes an empty file, and one of many pieces', async () => {
    const store = await newStore();
    const large = new Uint8Array(3_000_000).map((_, at) => at % 251);
    expect((await takeIn(store, [{ path: fileWith('') }, { path: fileWith(large, 'large.bin') }])).ok).toBe(
      true,
    );
    expect(stored(store).sort()).toEqual([sha256(''), sha256(large)].sort());
    expect(exhibits(store).map(({ bytes }) => bytes)).toEqual([0, 3_000_000]);
  });

  test.skipIf(process.platform === 'win32')(
    'refuses what is no ordinary file, and leaves nothing',
    async () => {
      const store = await newStore();
      const folder = testFolder();
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      symlinkSync('/dev/zero', join(folder, 'endless'));
      for (const name of ['pipe', 'endless', '.']) {
        const taken = await takeIn(store, [{ path: join(folder, name) }]);
        expect(taken).toMatchObject({ ok: false, error: { problem: { code: 'not-a-file' } } });
      }
      expect(await takeIn(store, [{ path: join(folder, 'gone') }])).toMatchObject({
        error: { problem: { code: 'file-missing' }, file: 'gone' },
      });
      expect([stored(store), exhibits(store)]).toEqual([[], []]);
    },
  );

  test('of a file that changes meanwhile nothing is kept', async () => {
    const store = await newStore();
    const path = fileWith('x'.repeat(2_000_000));
    let touched = false;
    const taken = await takeIn(store, [{ path }], {
      onBytes: () => {
        if (!touched) writeFileSync(path, 'y'.repeat(2_000_001));
        touched = true;
      },
    });
    expect(taken).toMatchObject({ ok: false, error: { problem: { code: 'changed-while-read' } } });
    expect([stored(store), exhibits(store)]).toEqual([[], []]);
  });

  test('can be ended, and leaves what was whole before', async () => {
    const store = await newStore();
    const ending = new AbortController();
    const sources = [{ path: fileWith('First.') }, { path: fileWith('z'.repeat(2_000_000), 'second.txt') }];
    const taken = await takeIn(store, sources, {
      signal: ending.signal,
      onFile: (name) => name === 'second.txt' && ending.abort(),
    });
    expect(taken).toMatchObject({ ok: false, error: { problem: { code: 'cancelled' } } });
    expect([stored(store), exhibits(store).length]).toEqual([[sha256('First.')], 1]);
  });

  test.each(['create', 'write', 'sync', 'rename'] as const)(
    'a disk that fails at %s leaves nothing half-stored',
    async (operation) => {
      const disk = failingDisk();
      const folder = new ExhibitFolder(join(testFolder(), 'Case.stet'), disk);
      disk.fail(operation, 'ENOSPC');
      expect(await folder.put(Buffer.from('words'))).toEqual({ ok: false, error: { code: 'disk-full' } });
      expect(readdirSync(folder.path)).toEqual([]);
      disk.mend();
      expect((await folder.put(Buffer.from('words'))).ok).toBe(true);
    },
  );

  test('a file under that hash that is another is kept aside, and the right one takes its place', async () => {
    const folder = new ExhibitFolder(join(testFolder(), 'Case.stet'));
    mkdirSync(folder.path);
    writeFileSync(folder.fileOf(sha256('One.')), 'evil');
    expect(await folder.put(Buffer.from('One.'))).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await folder.check({ sha256: sha256('One.'), bytes: 4 })).toBe('there');
    const aside = readdirSync(folder.path).find((name) => name.includes('.altered-'));
    expect(readFileSync(join(folder.path, aside ?? ''), 'utf8')).toBe('evil');
  });

  test('a record that cannot be saved takes its file with it', async () => {
    const store = await newStore();
    writeFileSync(store.path, '{}');
    await store.standAside(async () => `${store.path}.aside`);
    const taken = await takeIn(store, [{ path: fileWith('Too late.') }]);
    expect(taken).toMatchObject({ ok: false, error: { problem: { code: 'changed-on-disk' } } });
    expect(stored(store)).toEqual([]);
  });

  test('names of files are names only, whatever they hold', async () => {
    const store = await newStore();
    const name = `=cmd|x\u202e\n${'ü'.repeat(100)}.txt`;
    await takeIn(store, [{ path: fileWith('a', name) }]);
    expect(exhibits(store)[0]?.fileName).toBe(name.replace('\n', ' '));
    expect(stored(store)).toEqual([sha256('a')]);
  });
});

describe('looking after exhibits', () => {
  async function withTwo(): Promise<{ store: CaseStore; folder: ExhibitFolder }> {
    const store = await newStore();
    await takeIn(store, [{ path: fileWith('One.') }, { path: fileWith('Two.', 'two.txt') }]);
    return { store, folder: new ExhibitFolder(store.path) };
  }
  const overwrite = (path: string, content: string): void => {
    chmodSync(path, 0o644);
    writeFileSync(path, content);
  };

  test('missing and altered ones are counted and named', async () => {
    const { store, folder } = await withTwo();
    expect(await checkAll(store)).toMatchObject({ checked: 2, missing: 0, altered: 0 });
    overwrite(folder.fileOf(sha256('One.')), 'Öne');
    rmSync(folder.fileOf(sha256('Two.')));
    const { wrong, ...counts } = await checkAll(store);
    expect(counts).toEqual({ checked: 2, missing: 1, altered: 1 });
    expect(wrong.map(({ exhibit, state }) => [exhibit.number, state])).toEqual([
      [1, 'altered'],
      [2, 'missing'],
    ]);
  });

  test('are found again by their hash in a folder, whatever they are called; an altered one is kept aside', async () => {
    const { store, folder } = await withTwo();
    overwrite(folder.fileOf(sha256('One.')), '1ne.');
    rmSync(folder.fileOf(sha256('Two.')));
    const elsewhere = testFolder();
    mkdirSync(join(elsewhere, 'deep', 'down'), { recursive: true });
    writeFileSync(join(elsewhere, 'deep', 'down', 'renamed.bin'), 'One.');
    writeFileSync(join(elsewhere, 'same size'), 'Ten.');
    writeFileSync(join(elsewhere, 'another'), 'Two.');
    const found = await findFiles(folder, exhibits(store), elsewhere);
    expect(found).toEqual({ ok: true, value: 2 });
    expect(await checkAll(store)).toMatchObject({ missing: 0, altered: 0 });
    const aside = stored(store).find((name) => name.includes('.altered-'));
    expect(readFileSync(join(folder.path, aside ?? ''), 'utf8')).toBe('1ne.');
  });

  test('go along when the case is saved under another name, and not when that fails', async () => {
    const { store } = await withTwo();
    const to = join(testFolder(), 'Copy.stet');
    expect(await copyExhibits(store.kase, store.path, to)).toEqual({ ok: true, value: null });
    const copy = new ExhibitFolder(to);
    for (const exhibit of exhibits(store)) expect(await copy.check(exhibit)).toBe('there');
    expect(statSync(copy.fileOf(sha256('One.'))).mode & 0o777).toBe(0o444);
    const nowhere = join(fileWith('a file, no folder'), 'Copy.stet');
    expect((await copyExhibits(store.kase, store.path, nowhere)).ok).toBe(false);
    expect(caseInfo(store.kase).title).toBe('Case');
  });
});

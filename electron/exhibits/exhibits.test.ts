import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { present } from '../../shared/case/case.ts';
import type { CaseStore, OpenOptions } from '../case-store/case-store.ts';
import { realDisk } from '../case-store/disk.ts';
import { testFolder } from '../testing/folder.ts';
import { context, newStore, storeAt } from '../testing/stores.ts';
import { checkAll } from './checking.ts';
import { findFiles } from './finding.ts';
import { ExhibitFolder } from './folder.ts';
import { takeIn as taken, type Source } from './taking.ts';

const open = (path: string, options?: OpenOptions): Promise<CaseStore> => storeAt(path, realDisk, options);

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
    await takeIn(store, [{ path: fileWith('b', '\n') }]);
    expect(exhibits(store)[1]).toMatchObject({ fileName: null, title: 'E2' });
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

  test('what was gone through is told, and looking can be ended', async () => {
    const { store, folder } = await withTwo();
    rmSync(folder.fileOf(sha256('Two.')));
    const elsewhere = testFolder();
    writeFileSync(join(elsewhere, 'another'), 'Two.');
    const ending = new AbortController();
    let done = 0;
    const onBytes = (bytes: number) => void (done += bytes);
    const onFile = (name: string) => name.endsWith('another') && ending.abort();
    const looking = { signal: ending.signal, onBytes, onFile };
    expect(await findFiles(folder, exhibits(store), elsewhere, looking)).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect([done, await folder.stateOf({ sha256: sha256('Two.'), bytes: 4 })]).toEqual([4, 'missing']);
    expect(await findFiles(folder, exhibits(store), elsewhere, { onBytes })).toEqual({ ok: true, value: 1 });
    expect(done).toBe(4 + 8);
  });

  test.skipIf(process.platform === 'win32')('links are not followed when looking for them', async () => {
    const { store, folder } = await withTwo();
    rmSync(folder.fileOf(sha256('Two.')));
    const [elsewhere, further] = [testFolder(), testFolder()];
    writeFileSync(join(further, 'another'), 'Two.');
    symlinkSync(further, join(elsewhere, 'to a folder'));
    symlinkSync(join(further, 'another'), join(elsewhere, 'to a file'));
    symlinkSync(elsewhere, join(elsewhere, 'round'));
    expect(await findFiles(folder, exhibits(store), elsewhere)).toEqual({ ok: true, value: 0 });
    expect(await findFiles(folder, exhibits(store), join(elsewhere, 'none'))).toEqual({ ok: true, value: 0 });
  });

  test('are found in the folder that stayed behind when the case was renamed outside Stet', async () => {
    const { store } = await withTwo();
    await store.close();
    const moved = join(dirname(store.path), 'Renamed.stet');
    renameSync(store.path, moved);
    const again = await open(moved);
    expect(await checkAll(again)).toMatchObject({ checked: 2, missing: 2 });
    const folder = ExhibitFolder.of(again);
    expect(await findFiles(folder, exhibits(again), dirname(moved))).toEqual({ ok: true, value: 2 });
    expect(await checkAll(again)).toMatchObject({ missing: 0, altered: 0 });
  });

  test('stay as they are when an earlier version of the case is restored', async () => {
    const store = await newStore();
    await takeIn(store, [{ path: fileWith('One.') }]);
    await store.snapshot();
    const earlier = readFileSync(store.path);
    await takeIn(store, [{ path: fileWith('Two.') }]);
    expect((await store.giveWay(`${store.path}.aside`, earlier)).ok).toBe(true);
    const restored = await open(store.path);
    expect(await checkAll(restored)).toMatchObject({ checked: 1, missing: 0, altered: 0 });
    expect(stored(restored).sort()).toEqual([sha256('One.'), sha256('Two.')].sort());
  });

  test('of an earlier version stand beside the case it is of', async () => {
    const { store } = await withTwo();
    await store.snapshot();
    const backup = join(testFolder(), '2026-11-24T09-00-00-000Z.stet');
    writeFileSync(backup, readFileSync(store.path));
    const options = { readOnly: { code: 'earlier-version', at: '' }, exhibitsBeside: store.path } as const;
    expect(await checkAll(await open(backup, options))).toMatchObject({ checked: 2, missing: 0 });
    expect(await checkAll(await open(backup, { readOnly: options.readOnly }))).toMatchObject({ missing: 2 });
  });
});

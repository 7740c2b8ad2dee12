import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyCase } from '../../shared/events/verify-case.ts';
import { failingDisk } from '../testing/failing-disk.ts';
import { testFolder } from '../testing/folder.ts';
import { allegation, beside, context, newStore, statements, storeAt } from '../testing/stores.ts';
import { CaseStore } from './case-store.ts';
import { realDisk } from './disk.ts';
import { thisMachine } from './neighbourhood.ts';

/** As a second process would see the case now, without disturbing the first. */
const seen = async (store: CaseStore) =>
  statements(await storeAt(store.path, realDisk, { readOnly: { code: 'asked' } }));

/** Leaves a store as a killed process would: nothing is closed, and its lock names a process that is no more. */
function die(store: CaseStore): void {
  const lock = `${store.path}.lock`;
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/"started":"\d+"/, '"started":"1"'));
}

describe('an open case', () => {
  test('what was acknowledged is on the disk, and after closing all of it is in the case file', async () => {
    const store = await newStore();
    expect((await store.commit([allegation('One.')], context)).ok).toBe(true);
    expect(await seen(store)).toEqual(['One.']);
    expect(beside(store)).toEqual(['Case.stet', 'Case.stet.journal-1', 'Case.stet.lock']);
    expect(await store.close()).toEqual({ ok: true, value: null });
    expect(beside(store)).toEqual(['Case.stet']);
    expect(readFileSync(store.path, 'utf8')).toContain('One.');
  });

  test('commits asked for at once are carried out one after the other', async () => {
    const store = await newStore();
    const names = Array.from({ length: 20 }, (_, index) => `Statement ${index}.`);
    await Promise.all(names.map((name) => store.commit([allegation(name)], context)));
    expect(await seen(store)).toEqual(names);
    expect(verifyCase(store.kase)).toBeNull();
  });

  test('several commands are all carried out, or none', async () => {
    const store = await newStore();
    const done = await store.commit([allegation('One.'), allegation('  ')], context);
    expect(done).toEqual({ ok: false, error: { refusal: { code: 'text-needed', field: 'statement' } } });
    expect(statements(store)).toEqual([]);
    expect((await store.commit([allegation('One.'), allegation('Two.')], context)).ok).toBe(true);
    expect(await seen(store)).toEqual(['One.', 'Two.']);
  });

  test('listeners hear of a change after it is on the disk', async () => {
    const store = await newStore();
    const heard: string[] = [];
    store.subscribe((change) => {
      expect(readFileSync(`${store.path}.journal-1`, 'utf8')).toContain('One.');
      heard.push(...change.rows.map((row) => row.statement));
    });
    await store.commit([allegation('One.')], context);
    expect(heard).toEqual(['One.']);
  });

  test('edits made while a snapshot is written are kept, in the next journal', async () => {
    const store = await newStore();
    await store.commit([allegation('Before.')], context);
    const snapshot = store.snapshot();
    await store.commit([allegation('During.')], context);
    expect(await snapshot).toEqual({ ok: true, value: null });
    expect(beside(store)).toEqual(['Case.stet', 'Case.stet.journal-2', 'Case.stet.lock']);
    expect(readFileSync(store.path, 'utf8')).not.toContain('During.');
    die(store);
    const again = await storeAt(store.path);
    expect(statements(again)).toEqual(['Before.', 'During.']);
    expect(again.found).toEqual({ recovered: 1, problem: null, migrated: null });
  });
});

describe('a lock that was taken over', () => {
  test('ends what the first can change: nothing it is told is saved gets lost', async () => {
    const one = await newStore();
    await one.commit([allegation('One.')], context);
    // Nobody can tell whether the first still lives, and a person says that it does not.
    const neighbourhood = { ...thisMachine, lifeOf: async () => 'unclear' as const };
    const opened = await CaseStore.open(one.path, { takeOver: true }, { disk: realDisk, neighbourhood });
    if (!opened.ok) throw new Error(opened.error.code);
    const other = opened.value;
    expect(await one.commit([allegation('Lost?')], context)).toEqual({
      ok: false,
      error: { save: { code: 'lock-lost' } },
    });
    expect(statements(one)).toEqual(['One.']);
    await other.commit([allegation('Two.')], context);
    expect((await other.close()).ok).toBe(true);
    expect(statements(await storeAt(one.path))).toEqual(['One.', 'Two.']);
  });
});

describe('after a crash', () => {
  test('what was acknowledged in a case without any history is brought back too', async () => {
    const first = await newStore();
    await first.close();
    writeFileSync(
      first.path,
      readFileSync(first.path, 'utf8').replace(/"history": \[.*\]/su, '"history": []'),
    );
    const store = await storeAt(first.path);
    expect((await store.commit([allegation('One.')], context)).ok).toBe(true);
    die(store);
    const again = await storeAt(store.path);
    expect(again.found).toEqual({ recovered: 1, problem: null, migrated: null });
    expect(statements(again)).toEqual(['One.']);
  });

  test('what was acknowledged is brought back and counted, and work goes on', async () => {
    const store = await newStore();
    await store.commit([allegation('One.')], context);
    await store.commit([allegation('Two.')], context);
    die(store);
    const again = await storeAt(store.path);
    expect(again.found).toEqual({ recovered: 2, problem: null, migrated: null });
    expect(again.readOnly).toBeNull();
    await again.commit([allegation('Three.')], context);
    await again.close();
    const last = await storeAt(store.path);
    expect(statements(last)).toEqual(['One.', 'Two.', 'Three.']);
    expect(verifyCase(last.kase)).toBeNull();
  });

  test('a torn last frame was never acknowledged and is left out', async () => {
    const store = await newStore();
    await store.commit([allegation('One.')], context);
    await store.commit([allegation('Torn.')], context);
    const journal = `${store.path}.journal-1`;
    writeFileSync(journal, readFileSync(journal, 'utf8').slice(0, -20));
    die(store);
    const again = await storeAt(store.path);
    expect(statements(again)).toEqual(['One.']);
    expect(again.found.problem).toBeNull();
  });

  test('a bad frame with good ones after it is damage: it is said, and every byte is kept', async () => {
    const store = await newStore();
    for (const name of ['One.', 'Two.', 'Three.']) await store.commit([allegation(name)], context);
    const journal = `${store.path}.journal-1`;
    const damaged = readFileSync(journal, 'utf8').replace('Two.', 'Twö.');
    writeFileSync(journal, damaged);
    die(store);
    const again = await storeAt(store.path);
    expect(statements(again)).toEqual(['One.']);
    expect(again.found).toMatchObject({ recovered: 1, problem: { code: 'journal-damaged' } });
    const kept = join(dirname(store.path), again.found.problem?.kept ?? '');
    expect(readFileSync(kept, 'utf8')).toBe(damaged);
    await again.close();
    expect(readFileSync(kept, 'utf8')).toBe(damaged);
  });

  test('a journal of another state of the file is not applied, and kept', async () => {
    const store = await newStore();
    const earlier = readFileSync(store.path, 'utf8');
    await store.commit([allegation('One.')], context);
    await store.snapshot();
    await store.commit([allegation('Two.')], context);
    die(store);
    writeFileSync(store.path, earlier);
    const again = await storeAt(store.path);
    expect(statements(again)).toEqual([]);
    expect(again.found.problem).toMatchObject({ code: 'journal-damaged' });
    expect(readFileSync(join(dirname(store.path), again.found.problem?.kept ?? ''), 'utf8')).toContain(
      'Two.',
    );
  });

  test('files left half-written are swept away', async () => {
    const store = await newStore();
    die(store);
    writeFileSync(join(dirname(store.path), '.Case.stet.019b0000-0000-4000-8000-000000001234.tmp'), 'half');
    await storeAt(store.path);
    expect(beside(store)).toEqual(['Case.stet', 'Case.stet.lock']);
  });
});

describe('a failing disk', () => {
  test.each([
    ['create', 'ENOSPC', 'disk-full'],
    ['create', 'EACCES', 'read-only'],
    ['create', 'ENOENT', 'folder-gone'],
    ['write', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'write-failed'],
    ['syncFolder', 'EIO', 'write-failed'],
  ] as const)(
    '%s: %s is said, memory is as it was, and saving goes on after',
    async (operation, code, said) => {
      const disk = failingDisk();
      const store = await newStore(disk);
      disk.fail(operation, code);
      const done = await store.commit([allegation('Refused.')], context);
      expect(done).toMatchObject({ ok: false, error: { save: { code: said } } });
      expect(statements(store)).toEqual([]);
      disk.mend();
      expect((await store.commit([allegation('Kept.')], context)).ok).toBe(true);
      expect(await seen(store)).toEqual(['Kept.']);
      await store.close();
      expect(beside(store)).toEqual(['Case.stet']);
    },
  );

  test('a failed sync in the middle: the next edit goes into a new journal and the refused one never comes back', async () => {
    const disk = failingDisk();
    const store = await newStore(disk);
    await store.commit([allegation('One.')], context);
    disk.fail('sync', 'EIO');
    expect((await store.commit([allegation('Refused.')], context)).ok).toBe(false);
    disk.mend();
    await store.commit([allegation('Two.')], context);
    die(store);
    expect(statements(await storeAt(store.path))).toEqual(['One.', 'Two.']);
  });

  test.each(['write', 'sync', 'rename', 'syncFolder'] as const)(
    'a snapshot whose %s fails loses nothing',
    async (operation) => {
      const disk = failingDisk();
      const store = await newStore(disk);
      await store.commit([allegation('One.')], context);
      disk.fail(operation, 'ENOSPC');
      expect(await store.snapshot()).toEqual({ ok: false, error: { code: 'disk-full' } });
      disk.mend();
      expect(await seen(store)).toEqual(['One.']);
      await store.commit([allegation('Two.')], context);
      await store.close();
      expect(statements(await storeAt(store.path))).toEqual(['One.', 'Two.']);
      expect(beside(store)).toEqual(['Case.stet', 'Case.stet.lock']);
    },
  );
});

describe('opening what is no case', () => {
  test.each([
    ['nothing at all', '', 'not-json'],
    ['no JSON', '{"format": "stet-case",', 'not-json'],
    ['JSON of something else', '{"name": "package"}', 'not-a-case'],
    ['a case from the future', '{"format": "stet-case", "formatVersion": 99}', 'from-the-future'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 'not-text'],
  ])('%s is said to be so, and nothing is left beside it', async (_name, content, code) => {
    const path = join(testFolder(), 'Broken.stet');
    writeFileSync(path, content);
    expect(await CaseStore.open(path)).toMatchObject({ ok: false, error: { code } });
    expect(readdirSync(dirname(path))).toEqual(['Broken.stet']);
  });

  test('a folder is no file', async () => {
    expect(await CaseStore.open(testFolder())).toEqual({ ok: false, error: { code: 'not-a-file' } });
  });
});

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../shared/commands/create-case.ts';
import { testFolder } from '../testing/folder.ts';
import { allegation, beside, context, newStore, statements, storeAt } from '../testing/stores.ts';
import { CaseStore } from './case-store.ts';

describe('what others do', () => {
  test('a file that something else changed is never overwritten by a snapshot', async () => {
    const store = await newStore();
    await store.commit([allegation('Mine.')], context);
    const theirs = readFileSync(store.path, 'utf8').replace('"Case"', '"Other"');
    writeFileSync(store.path, theirs);
    expect(await store.changedOutside()).toBe(true);
    expect(await store.snapshot()).toEqual({ ok: false, error: { code: 'changed-on-disk' } });
    expect(readFileSync(store.path, 'utf8')).toBe(theirs);
    expect(beside(store)).toContain('Case.stet.journal-1');
  });

  test('of two versions neither is lost: mine goes on, the other is kept beside it', async () => {
    const store = await newStore();
    await store.commit([allegation('Mine.')], context);
    const theirs = readFileSync(store.path, 'utf8').replace('"Case"', '"Other"');
    writeFileSync(store.path, theirs);
    const aside = `${store.path}.aside`;
    expect(await store.keepMine(aside)).toEqual({ ok: true, value: null });
    expect(readFileSync(aside, 'utf8')).toBe(theirs);
    await store.commit([allegation('More of mine.')], context);
    expect(await store.close()).toEqual({ ok: true, value: null });
    expect(statements(await storeAt(store.path))).toEqual(['Mine.', 'More of mine.']);
  });

  test('of two versions neither is lost: the other stays, mine is kept beside it', async () => {
    const store = await newStore();
    await store.commit([allegation('Mine.')], context);
    const theirs = readFileSync(store.path, 'utf8').replace('"Case"', '"Other"');
    writeFileSync(store.path, theirs);
    const aside = `${store.path}.aside`;
    expect(await store.giveWay(aside)).toEqual({ ok: true, value: aside });
    expect(await store.close()).toEqual({ ok: true, value: null });
    expect(readFileSync(store.path, 'utf8')).toBe(theirs);
    expect(beside(store)).not.toContain('Case.stet.journal-1');
    expect(statements(await storeAt(aside))).toEqual(['Mine.']);
    expect(await store.commit([allegation('Too late.')], context)).toMatchObject({
      error: { save: { code: 'opened-read-only' } },
    });
  });

  test('while nobody decides, mine is safe beside it, nothing new is saved, and closing keeps it', async () => {
    const store = await newStore();
    await store.commit([allegation('Mine.')], context);
    const theirs = readFileSync(store.path, 'utf8').replace('"Case"', '"Other"');
    writeFileSync(store.path, theirs);
    const aside = `${store.path}.aside`;
    expect(await store.standAside(async () => aside)).toEqual({ ok: true, value: null });
    expect(await store.commit([allegation('Too late.')], context)).toEqual({
      ok: false,
      error: { save: { code: 'changed-on-disk' } },
    });
    expect(await store.close(async () => 'another')).toEqual({ ok: true, value: aside });
    expect(readFileSync(store.path, 'utf8')).toBe(theirs);
    expect(beside(store)).toEqual(['Case.stet', 'Case.stet.aside']);
    expect(statements(await storeAt(aside))).toEqual(['Mine.']);
  });

  test('closing keeps mine beside it also when nobody had noticed yet, and when the file is gone', async () => {
    for (const gone of [false, true]) {
      const store = await newStore();
      await store.commit([allegation('Mine.')], context);
      if (gone) rmSync(store.path);
      else writeFileSync(store.path, '{}');
      const aside = `${store.path}.aside`;
      expect(await store.close(async () => aside)).toEqual({ ok: true, value: aside });
      expect(statements(await storeAt(aside))).toEqual(['Mine.']);
      expect(beside(store)).not.toContain('Case.stet.journal-1');
    }
  });

  test('a file that went away and came back is the same file', async () => {
    const store = await newStore();
    await store.commit([allegation('Mine.')], context);
    renameSync(store.path, `${store.path}.away`);
    expect([await store.changedOutside(), await store.isGone()]).toEqual([true, true]);
    const aside = `${store.path}.aside`;
    await store.standAside(async () => aside);
    expect(store.stoodAside).toBe(aside);
    renameSync(`${store.path}.away`, store.path);
    expect(await store.changedOutside()).toBe(false);
    await store.standDown();
    expect((await store.commit([allegation('More.')], context)).ok).toBe(true);
    expect(await store.close()).toEqual({ ok: true, value: null });
    expect(beside(store)).toEqual(['Case.stet']);
    expect(statements(await storeAt(store.path))).toEqual(['Mine.', 'More.']);
  });

  test('nothing is written into the empty folder that an unplugged drive leaves', async () => {
    const store = await newStore();
    const folder = dirname(store.path);
    renameSync(folder, `${folder} gone`);
    mkdirSync(folder);
    const refused = { ok: false, error: { save: { code: 'folder-gone' } } };
    expect(await store.commit([allegation('One.')], context)).toEqual(refused);
    expect(await store.standAside(async () => `${store.path}.aside`)).toEqual({
      ok: false,
      error: { code: 'folder-gone' },
    });
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    renameSync(`${folder} gone`, folder);
    expect((await store.commit([allegation('One.')], context)).ok).toBe(true);
    await store.close();
  });

  test('a version that cannot be kept aside is not given up', async () => {
    const store = await newStore();
    await store.commit([allegation('Mine.')], context);
    writeFileSync(store.path, '{}');
    const nowhere = `${store.path}/none/aside`;
    expect((await store.giveWay(nowhere)).ok).toBe(false);
    expect((await store.keepMine(nowhere)).ok).toBe(false);
    expect(readFileSync(store.path, 'utf8')).toBe('{}');
    expect(beside(store)).toContain('Case.stet.journal-1');
    expect((await store.commit([allegation('More.')], context)).ok).toBe(true);
  });

  test('a file that is gone is not taken for an empty case', async () => {
    const store = await newStore();
    rmSync(store.path);
    expect(await store.changedOutside()).toBe(true);
    expect(await CaseStore.open(store.path)).toEqual({ ok: false, error: { code: 'file-missing' } });
  });

  test('a case that is open elsewhere opens for reading, says where, and is not changed', async () => {
    const store = await newStore();
    await store.commit([allegation('One.')], context);
    const second = await storeAt(store.path);
    expect(second.readOnly).toMatchObject({ code: 'in-use' });
    expect(statements(second)).toEqual(['One.']);
    expect(await second.commit([allegation('Two.')], context)).toMatchObject({
      error: { save: { code: 'opened-read-only' } },
    });
    await second.close();
    expect(beside(store)).toContain('Case.stet.lock');
  });

  test('whoever lost the lock does not replace the file', async () => {
    const store = await newStore();
    await store.commit([allegation('One.')], context);
    const lock = `${store.path}.lock`;
    renameSync(lock, `${lock}.old`);
    writeFileSync(lock, readFileSync(`${lock}.old`, 'utf8').replace(/"nonce":"[^"]+"/, '"nonce":"other"'));
    expect(await store.snapshot()).toEqual({ ok: false, error: { code: 'lock-lost' } });
    await store.close();
    expect(beside(store)).toContain(`${basename(store.path)}.lock`);
  });

  test('making a case leaves a file of that name as it is', async () => {
    const path = join(testFolder(), 'Notes.stet');
    writeFileSync(path, 'mine');
    const created = await CaseStore.create(path, createCase({ title: 'Case' }, context()));
    expect(created).toEqual({ ok: false, error: { code: 'already-exists' } });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  test('what others overwrote is kept beside it on closing, also when all of it had been in the file', async () => {
    const store = await newStore();
    const before = readFileSync(store.path);
    await store.commit([allegation('Mine.')], context);
    await store.snapshot();
    // As a sync program does that brings back an older version, in the moment before closing.
    writeFileSync(store.path, before);
    const aside = `${store.path}.aside`;
    expect(await store.close(async () => aside)).toEqual({ ok: true, value: aside });
    expect(statements(await storeAt(aside))).toEqual(['Mine.']);
  });

  test('closing writes nothing into the empty folder that an unplugged drive leaves', async () => {
    const store = await newStore();
    await store.commit([allegation('Mine.')], context);
    const folder = dirname(store.path);
    renameSync(folder, `${folder} gone`);
    mkdirSync(folder);
    expect((await store.close(async () => `${store.path}.aside`)).ok).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    renameSync(`${folder} gone`, folder);
    expect(statements(await storeAt(store.path))).toEqual(['Mine.']);
  });
});

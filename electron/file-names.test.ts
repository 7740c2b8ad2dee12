import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCase } from '../shared/commands/create-case.ts';
import { CaseStore } from './case-store/case-store.ts';
import { contextFor } from './context.ts';
import { fileNameFor, freePath, nameOfId, withEnding } from './file-names.ts';
import { testFolder } from './testing/folder.ts';

describe('a title as a file name', () => {
  it.each([
    ['The mill fire', 'The mill fire'],
    ['Who paid? / 2026: "all"', 'Who paid 2026 all'],
    ['  a\tb\n c. . ', 'a b c'],
    ['...', 'Case'],
    ['', 'Case'],
    ['漢'.repeat(100), '漢'.repeat(50)],
    ['👩‍🌾'.repeat(3), '👩‍🌾'.repeat(3)],
  ])('of %j is %j', (title, name) => {
    expect(fileNameFor(title)).toBe(name);
  });

  it('is short enough to keep a case under, with all that stands beside it', async () => {
    const title = '漢'.repeat(300);
    const path = join(testFolder(), `${fileNameFor(title)}.stet`);
    const context = () => contextFor('');
    expect(await CaseStore.create(path, createCase({ title }, context()))).toEqual({ ok: true, value: null });
    const opened = await CaseStore.open(path);
    if (!opened.ok) throw new Error(opened.error.code);
    expect((await opened.value.commit([{ type: 'edit-case', title: 'x' }], context)).ok).toBe(true);
    expect(await opened.value.close()).toEqual({ ok: true, value: null });
  });
});

it('an ending is added where there is none', () => {
  expect([withEnding('/a/b', 'stet'), withEnding('/a/b.json', 'stet')]).toEqual(['/a/b.stet', '/a/b.json']);
});

it('a free path is the name, or the name with the first number that is not taken', async () => {
  const folder = testFolder();
  const next = () => freePath(folder, 'Case.stet');
  expect(await next()).toBe(join(folder, 'Case.stet'));
  writeFileSync(join(folder, 'Case.stet'), '');
  expect(await next()).toBe(join(folder, 'Case 2.stet'));
  writeFileSync(join(folder, 'Case 2.stet'), '');
  expect(await next()).toBe(join(folder, 'Case 3.stet'));
});

describe('the id of a case as a file name', () => {
  it('is itself where Stet made it, and a hash of it otherwise', () => {
    expect(nameOfId('019353c1-0000-7000-8000-0123456789ab')).toBe('019353c1-0000-7000-8000-0123456789ab');
    for (const id of ['../../outside', 'CON', '', '019353C1-0000-7000-8000-0123456789AB', '\ud800'])
      expect(nameOfId(id)).toMatch(/^[0-9a-f]{64}$/);
    expect(nameOfId('\ud800')).not.toBe(nameOfId('\ud801'));
  });
});

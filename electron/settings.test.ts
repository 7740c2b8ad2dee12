import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PreferenceStore } from './settings.ts';
import { testFolder } from './testing/folder.ts';

const never = (error: unknown) => {
  throw error;
};

test('what was set is there at the next start', async () => {
  const path = join(testFolder(), 'deep', 'preferences.json');
  const store = PreferenceStore.open(path);
  store.set({ theme: 'dark', checker: 'M. K.', plainKeys: true }, never);
  store.remember({ path: '/a.stet', title: 'A', openedAt: '2026-11-23T14:02:00.000Z' }, never);
  await store.settled();
  expect(PreferenceStore.open(path).settings).toEqual({ theme: 'dark', checker: 'M. K.', plainKeys: true });
  expect(PreferenceStore.open(path).all.recent).toHaveLength(1);
});

test('a case opened again moves to the front of the recent ones', async () => {
  const store = PreferenceStore.open(join(testFolder(), 'preferences.json'));
  for (const path of ['/a', '/b', '/a']) store.remember({ path, title: path, openedAt: '' }, never);
  expect(store.all.recent.map((each) => each.path)).toEqual(['/a', '/b']);
  await store.settled();
});

test.each(['', 'no json', '[]', '{"theme": "neon", "recent": 3, "window": {"x": "left"}}'])(
  'a file that says %j means the defaults',
  (content) => {
    const path = join(testFolder(), 'preferences.json');
    writeFileSync(path, content);
    expect(PreferenceStore.open(path).settings).toEqual({ theme: 'system', checker: '', plainKeys: true });
    expect(readFileSync(path, 'utf8')).toBe(content);
  },
);

test('not being able to remember is told, and stops nobody', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'file'), '');
  const store = PreferenceStore.open(join(folder, 'file', 'preferences.json'));
  const failures: unknown[] = [];
  store.set({ theme: 'light' }, (error) => failures.push(error));
  await store.settled();
  expect(failures).toHaveLength(1);
  expect(store.settings.theme).toBe('light');
});

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testFolder } from './testing/folder.ts';
import { watchBeside } from './watch.ts';

function watched(folder: string): { path: string; times: () => number } {
  const path = join(folder, 'Case.stet');
  let told = 0;
  onTestFinished(watchBeside(path, '.stet', () => void told++));
  return { path, times: () => told };
}

test('a file that is written in several steps is told of once, and so is one beside it', async () => {
  const { path, times } = watched(testFolder());
  writeFileSync(path, 'one');
  writeFileSync(path, 'two');
  await expect.poll(times).toBe(1);
  writeFileSync(path.replace('Case', 'Case (1)'), 'three');
  await expect.poll(times).toBe(2);
  rmSync(path);
  await expect.poll(times).toBe(3);
});

test('what ends otherwise is not told of', async () => {
  const { path, times } = watched(testFolder());
  writeFileSync(`${path}.journal-1`, 'one');
  writeFileSync(path, 'two');
  await expect.poll(times).toBe(1);
});

test('a folder that is not there, or goes away, is no failure', async () => {
  const folder = join(testFolder(), 'inner');
  expect(watched(folder).times()).toBe(0);
  mkdirSync(folder);
  const { times } = watched(folder);
  rmSync(folder, { recursive: true });
  expect(times()).toBeLessThan(2);
});

import { appendFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIMITS } from '../../shared/case/limits.ts';
import { testFolder } from '../testing/folder.ts';
import { hashOf, piecesOf } from './pieces.ts';

const LENGTH = 1_000_000;

/** Reads a file to its end, while something happens to it after its first piece. Answers how much was read. */
async function readWhile(happens: (path: string) => void): Promise<number> {
  const path = join(testFolder(), 'file');
  writeFileSync(path, Buffer.alloc(LENGTH, 'x'));
  let read = 0;
  for await (const piece of piecesOf(path)) {
    if (read === 0) happens(path);
    read += piece.length;
  }
  return read;
}

test('a file is read whole', async () => {
  expect(await readWhile(() => {})).toBe(LENGTH);
});

test.each<[string, (path: string) => void]>([
  ['grows', (path) => appendFileSync(path, Buffer.alloc(LENGTH, 'y'))],
  ['shrinks', (path) => truncateSync(path, 10)],
  ['is written to and as long as before', (path) => utimesSync(path, new Date(), new Date(0))],
])('a file that %s meanwhile is refused', async (_what, happens) => {
  await expect(readWhile(happens)).rejects.toMatchObject({ problem: { code: 'changed-while-read' } });
});

test('a file that something goes on writing to is not followed beyond its end', async () => {
  const path = join(testFolder(), 'log');
  writeFileSync(path, Buffer.alloc(LENGTH, 'x'));
  let read = 0;
  const following = async (): Promise<void> => {
    for await (const piece of piecesOf(path)) {
      read += piece.length;
      if (read < 10 * LENGTH) appendFileSync(path, piece);
    }
  };
  await expect(following()).rejects.toMatchObject({ problem: { code: 'changed-while-read' } });
  expect(read).toBeLessThanOrEqual(LENGTH);
});

test.skipIf(process.platform === 'win32')(
  'a file that is removed meanwhile is still read whole',
  async () => {
    expect(await readWhile((path) => rmSync(path))).toBe(LENGTH);
  },
);

test('a file above the limit is refused before anything is read', async () => {
  const path = join(testFolder(), 'huge');
  writeFileSync(path, '');
  // It takes no room: there is nothing in it.
  truncateSync(path, LIMITS.exhibitBytes + 1);
  await expect(hashOf(path)).rejects.toMatchObject({ problem: { code: 'too-large', limitMegabytes: 4000 } });
});

test('computing a hash can be ended', async () => {
  const path = join(testFolder(), 'file');
  writeFileSync(path, 'x');
  await expect(hashOf(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

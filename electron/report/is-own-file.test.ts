import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../testing/folder.ts';
import { isOwnFile } from './is-own-file.ts';

test('a case and what belongs to it are told by whatever way one comes to them', async () => {
  const folder = testFolder();
  const own = join(folder, 'Case.stet');
  writeFileSync(own, '');
  mkdirSync(join(folder, 'Case.files'));
  symlinkSync(folder, `${folder}-link`);
  symlinkSync(own, join(folder, 'Other.html'));
  const is = (name: string): Promise<boolean> => isOwnFile(own, join(folder, name));
  expect(await is('Case.stet')).toBe(true);
  expect(await is('Case.stet.journal-1')).toBe(true);
  expect(await is('Case.files/report.html')).toBe(true);
  expect(await is('Other.html')).toBe(true);
  expect(await isOwnFile(own, join(`${folder}-link`, 'Case.stet'))).toBe(true);
  expect(await is('Case.html')).toBe(false);
  expect(await is('Case.stet report.html')).toBe(false);
  expect(await isOwnFile(own, join(folder, 'none', 'Case.stet'))).toBe(false);
});

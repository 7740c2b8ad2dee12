import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseInfo } from '../shared/case/case.ts';
import { caseWithAllegation, textOfCase } from '../shared/testing/case-with.ts';
import { conflictedCopies } from './conflicted-copies.ts';
import { testFolder } from './testing/folder.ts';

const { kase } = caseWithAllegation();
const TEXT = textOfCase(kase);
const { id: ID } = caseInfo(kase);

/** The copies found of `original` in a folder with files of these names and one content. */
async function among(names: string[], { original = 'Mill.stet', content = TEXT } = {}): Promise<string[]> {
  const folder = testFolder();
  writeFileSync(join(folder, original), TEXT);
  for (const name of names) writeFileSync(join(folder, name), content);
  return conflictedCopies(join(folder, original), ID);
}

describe('names', () => {
  test.each([
    // Dropbox
    "Mill (Marta's conflicted copy 2026-01-02).stet",
    "Mill (Marta's conflicted copy 2026-01-02 1).stet",
    'Mill (In Konflikt stehende Kopie von PC-01 2026-01-02).stet',
    'Mill (Copie en conflit de Marta 2026-01-02).stet',
    'Mill (Copia en conflicto de Marta 2026-01-02).stet',
    'Mill (Copia in conflitto di MBP-di-Marta 2026-01-02).stet',
    'Mill (Cópia em conflito de Marta 2026-01-02).stet',
    'Mill (kopia powodująca konflikt użytkownika Marta 2026-01-02).stet',
    'Mill (Конфликтующая копия пользователя Marta 2026-01-02 02_1.12.08 PM).stet',
    'Mill (конфліктна копія).stet',
    'Mill (Marta の競合コピー 2026-01-02).stet',
    'Mill (Marta의 충돌된 사본 2026-01-02).stet',
    // A language nobody here has thought of
    'Mill (Marta eragozpen-kopia 2026-01-02).stet',
    // Jianguoyun
    'Mill(PC-Windows的冲突副本1_2026-01-02 02-11-37).stet',
    // Nextcloud and ownCloud
    'Mill (conflicted copy 2026-01-02 120000).stet',
    'Mill (còpia en conflicte 2026-01-02 120000).stet',
    'Mill_conflict-20180410-093612.stet',
    // Seafile, Synology, pCloud
    'Mill (SFConflict marta@example.org 2026-01-02-12-00-00).stet',
    'Mill_MARTA-PC_Jan-02-120000-2026_Conflict.stet',
    'Mill [conflicted].stet',
    // Syncthing
    'Mill.sync-conflict-20260102-120000-ABCDEFG.stet',
    // OneDrive
    'Mill-DESKTOP-4F7Q2.stet',
    'Mill-PC.stet',
    'Mill-PC-01.stet',
    'Mill-DESKTOP-ABCDEFG-2.stet',
    "Mill-Marta's MacBook Pro.stet",
    'Mill-Martas-MacBook-Pro.stet',
    'Mill-Cópia em conflito de PC-01 2026-01-02.stet',
    // Google Drive
    'Mill (1).stet',
    'Mill (12).stet',
    // Names are compared as people see them
    'Mill (co\u0301pia em conflito de Marta).stet',
    'Mill (1).STET',
  ])('%s is one', async (name) => {
    expect(await among([name])).toEqual([name]);
  });

  test.each([
    'Mill 2.stet',
    'Mill (from the disk, 2026-11-24 1402).stet',
    'Mill (from Stet, 2026-11-24 1402).stet',
    'Mill (from Stet, 2026-11-24 1402) 2.stet',
    'Mill copy.stet',
    'Mill-backup.stet',
    'Mill-2026-01-02.stet',
    'Mill-2.stet',
    'Mill (final).stet',
    'Mills (1).stet',
    'Old Mill (1).stet',
    'Mill (1).json',
    'Mill (1).stet.lock',
    '.Mill (1).stet',
    'mill (1).stet',
  ])('%s is none', async (name) => {
    expect(await among([name])).toEqual([]);
  });

  test('many, sorted, for a case of another name and ending', async () => {
    const names = [
      'Fall.v1 (2).json',
      'Fall.v1.sync-conflict-20260102-120000-ABCDEFG.json',
      'Fall.v1-PC.json',
    ];
    expect(await among(names, { original: 'Fall.v1.json' })).toEqual([...names].sort());
  });

  test('signs of a pattern in the name of the case mean themselves', async () => {
    const original = 'Mill (.*) [a$.stet';
    expect(await among(['Mill (.*) [a$ (1).stet', 'Mill (x) [a$ (1).stet'], { original })).toEqual([
      'Mill (.*) [a$ (1).stet',
    ]);
  });

  test('an accent is the same however it is written', async () => {
    expect(await among(['Cafe\u0301 (1).stet'], { original: 'Caf\u00e9.stet' })).toEqual([
      'Cafe\u0301 (1).stet',
    ]);
    expect(await among(['Caf\u00e9 (1).stet'], { original: 'Cafe\u0301.stet' })).toEqual([
      'Caf\u00e9 (1).stet',
    ]);
  });
});

describe('contents', () => {
  const copy = 'Mill (1).stet';

  test.each([
    ['of another case', TEXT.replace(`"id": "${ID}"`, '"id": "another"')],
    ['that only holds a record of that id', `{\n"format": "stet-case",\n"parties": [\n{"id":"${ID}"}]\n}\n`],
    ['with the id where it is not looked for', `{\n"x": "${'x'.repeat(65_536)}",\n"id": "${ID}"\n}\n`],
    ['whose id is cut off', `{\n"id": "${ID}`],
    ['with a broken id', `{\n"id": "${ID}\\u00",\n}`],
    ['with nothing in it', ''],
    ['that is no text', Buffer.from([0xff, 0xfe, 0x00, 0x22]).toString('latin1')],
    ['made to take long', `"id": "`.repeat(9_000) + '\n'.repeat(2_000) + ' '.repeat(2_000)],
  ])('a file %s is none', async (_what, content) => {
    expect(await among([copy], { content })).toEqual([]);
  });

  test.each([
    ['written by other tools', `${JSON.stringify(JSON.parse(TEXT), null, 2).replaceAll('\n', '\r\n')}`],
    ['with a byte order mark', `\ufeff${TEXT}`],
    ['that was cut off', TEXT.slice(0, 300)],
    ['damaged further down', TEXT.replace('"history"', 'histo')],
  ])('a copy %s is one', async (_what, content) => {
    expect(await among([copy], { content })).toEqual([copy]);
  });

  test('an id is compared as it is, not as it is written', async () => {
    const folder = testFolder();
    const id = 'a "quoted" \\ é\u2028';
    writeFileSync(join(folder, copy), `{\n"format": "stet-case",\n"id": ${JSON.stringify(id)},\n`);
    expect(await conflictedCopies(join(folder, 'Mill.stet'), id)).toEqual([copy]);
  });
});

test('what is no file, or not to be reached, is passed over', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'elsewhere'), TEXT);
  mkdirSync(join(folder, 'Mill (1).stet'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'Mill (2).stet'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'Mill (3).stet'));
  expect(await conflictedCopies(join(folder, 'Mill.stet'), ID)).toEqual([]);
  expect(await conflictedCopies(join(folder, 'gone', 'Mill.stet'), ID)).toEqual([]);
  expect(await conflictedCopies('', ID)).toEqual([]);
});

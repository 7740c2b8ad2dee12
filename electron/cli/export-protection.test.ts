import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { caseInfo } from '../../shared/case/case.ts';
import { commitmentTo, emptyVault } from '../../shared/case/identity.ts';
import { CaseStore } from '../case-store/case-store.ts';
import { contextFor } from '../context.ts';
import { testFolder } from '../testing/folder.ts';
import { done, stet } from '../testing/verbs.ts';
import { vaultPath } from '../vault-file.ts';
import { EXIT } from './outcome.ts';

const KEPT = {
  name: 'Zoryana Quilldamar',
  contact: '',
  notes: '',
  salt: 'a'.repeat(64),
  at: '2026-11-23T14:00:00.000Z',
};

let folder: string;
let path: string;
let vault: string;
let vaultFile: string;

/** A case with a confidential source whose family name stands in a statement, and a vault that has that source. */
beforeEach(async () => {
  folder = testFolder();
  path = join(folder, 'Case.stet');
  vault = join(folder, 'vault');
  mkdirSync(vault, { recursive: true });
  await done('new', path, '--title', 'Bridge');
  const opened = await CaseStore.open(path);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const context = (): ReturnType<typeof contextFor> => contextFor('M. K.');
  const source = { name: 'a clerk', kind: 'person', party: null, confidential: true } as const;
  await store.commit([{ type: 'add-source', ...source }], context);
  const id = [...store.kase.records.sources.keys()][0] ?? '';
  await store.commit([{ type: 'keep-identity', id, commitment: commitmentTo(KEPT) }], context);
  const statement = 'Ms Quilldamar saw it.';
  await store.commit(
    [{ type: 'record-allegation', statement, claimant: 'The mayor', passage: null }],
    context,
  );
  const caseId = caseInfo(store.kase).id;
  await store.close();
  vaultFile = vaultPath(vault, caseId);
  writeFileSync(vaultFile, JSON.stringify({ ...emptyVault(caseId), identities: { [id]: [KEPT] } }));
});

const exported = (name: string, ...more: string[]) =>
  stet('export', path, '--to', join(folder, name), '--vault', vault, ...more);

describe('a protected name', () => {
  test.each(['html', 'md', 'csv', 'json'])(
    'stops %s, which is not written, and is not said',
    async (form) => {
      const { code, out, err } = await exported(`r.${form}`);
      expect({ code, out }).toEqual({ code: EXIT.wanting, out: '' });
      expect(err).toMatch(
        /^stet: .*r\.\w+: Something protected stands in this file, in .* place.*No file was written/,
      );
      expect(err).toContain('the source “a clerk”');
      expect(err).not.toMatch(/quilldamar/iu);
      expect(existsSync(join(folder, `r.${form}`))).toBe(false);
    },
  );

  test('leaves what was there before as it was', async () => {
    writeFileSync(join(folder, 'r.html'), 'mine');
    await exported('r.html');
    expect(readFileSync(join(folder, 'r.html'), 'utf8')).toBe('mine');
  });

  test('in the name of the file stops it as well, and the name is not said', async () => {
    const { code, err } = await exported('ZoryanaQuilldamar.csv');
    expect(code).toBe(EXIT.wanting);
    expect(err).toContain('the name of the file: ');
    expect(err).not.toMatch(/quilldamar/iu);
  });

  test('may leave when a person allowed the word', async () => {
    const held = JSON.parse(readFileSync(vaultFile, 'utf8')) as object;
    writeFileSync(vaultFile, JSON.stringify({ ...held, allowed: ['Quilldamar'] }));
    expect(await exported('r.html')).toMatchObject({ code: EXIT.done, err: '' });
  });
});

describe('a vault', () => {
  test('that is damaged stops everything', async () => {
    writeFileSync(vaultFile, '{');
    const { code, err } = await exported('r.html');
    expect(code).toBe(EXIT.input);
    expect(err).toContain('This file of the vault is damaged');
    expect(existsSync(join(folder, 'r.html'))).toBe(false);
  });

  test('that is on another computer is said, and does not stop', async () => {
    const { code, err } = await stet('export', path, '--to', join(folder, 'r.html'));
    expect(code).toBe(EXIT.done);
    expect(err).toBe(
      'stet: Case.stet: The vault of this case is not on this computer, or does not have the identity of one source: what is kept of it could not be searched for.\n',
    );
  });

  test('in a folder that is none is wrong usage', async () => {
    const { code } = await stet(
      'export',
      path,
      '--to',
      join(folder, 'r.html'),
      '--vault',
      join(folder, 'none'),
    );
    expect(code).toBe(EXIT.usage);
  });
});

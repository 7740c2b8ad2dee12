import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCase } from '../shared/commands/create-case.ts';
import { CaseStore } from './case-store/case-store.ts';
import { contextFor } from './context.ts';
import { reportBytes, reportOf } from './report-files.ts';
import { testFolder } from './testing/folder.ts';

const request = {
  edition: 'checking',
  language: 'en',
  at: '2026-11-24T00:00:00Z',
  by: '',
  version: '1',
} as const;
const never = () => Promise.reject(new Error('nothing is printed here'));

test('the hash a report prints is that of a file that holds what the report tells, or none', async () => {
  const path = join(testFolder(), 'Case.stet');
  await CaseStore.create(path, createCase({ title: 'Case' }, contextFor('')));
  const opened = await CaseStore.open(path);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  expect((await reportOf(store, request)).fileSha256).toMatch(/^[0-9a-f]{64}$/);

  // In the journal only: the file tells of an older state.
  await store.commit([{ type: 'edit-case', title: 'New title' }], () => contextFor(''));
  expect((await reportOf(store, request)).fileSha256).toBeNull();

  // An export writes the file first.
  const made = await reportBytes(store, 'json', request, never);
  if (!made.ok) throw new Error(made.error[0]?.code);
  const report = JSON.parse(Buffer.from(made.value).toString()) as object;
  const bytes = readFileSync(path);
  expect(bytes.toString()).toContain('"title": "New title"');
  expect(report).toMatchObject({ fileSha256: createHash('sha256').update(bytes).digest('hex') });
  await store.close();
});

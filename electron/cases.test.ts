import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCase } from '../shared/commands/create-case.ts';
import { CaseStore } from './case-store/case-store.ts';
import { OpenCases } from './cases.ts';
import { contextFor } from './context.ts';
import { testFolder } from './testing/folder.ts';

test('two who ask for one case at once get one store, and the last to give it back closes it', async () => {
  const path = join(testFolder(), 'Case.stet');
  expect((await CaseStore.create(path, createCase({ title: 'Case' }, contextFor('')))).ok).toBe(true);
  const cases = new OpenCases();
  const [one, two] = await Promise.all([cases.acquire(path), cases.acquire(path)]);
  if (!one.ok || !two.ok) throw new Error('not opened');
  expect(two.value).toBe(one.value);
  expect(one.value.readOnly).toBeNull();
  await cases.release(one.value);
  expect((await two.value.commit([{ type: 'edit-case', title: 'New' }], () => contextFor(''))).ok).toBe(true);
  await cases.release(two.value);
  // Its lock is free again.
  const again = await cases.acquire(path);
  expect(again.ok && again.value.readOnly).toBeNull();
  if (again.ok) await cases.release(again.value);
});

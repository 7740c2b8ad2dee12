import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Verdict } from '../shared/answers.ts';
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

test('the file of a case is said to be sound when it was read and each time it was written', async () => {
  const path = join(testFolder(), 'Case.stet');
  await CaseStore.create(path, createCase({ title: 'Case' }, contextFor('')));
  const cases = new OpenCases();
  const sound: string[] = [];
  cases.sound = (store) =>
    void sound.push(/"title": "(.*)"/u.exec(readFileSync(store.path, 'utf8'))?.[1] ?? '');
  const opened = await cases.acquire(path);
  if (!opened.ok) throw new Error(opened.error.code);
  expect(sound).toEqual(['Case']);
  await opened.value.commit([{ type: 'edit-case', title: 'New' }], () => contextFor(''));
  expect(sound).toEqual(['Case']);
  await cases.release(opened.value);
  expect(sound).toEqual(['Case', 'New']);
});

test('a case is verified on request, everybody is told, and the verdict stays until it is closed', async () => {
  const path = join(testFolder(), 'Case.stet');
  await CaseStore.create(path, createCase({ title: 'Case' }, contextFor('')));
  const cases = new OpenCases();
  const told: Verdict[] = [];
  cases.verified = (_store, verdict) => void told.push(verdict);
  const opened = await cases.acquire(path);
  if (!opened.ok) throw new Error(opened.error.code);
  expect(cases.verdictOf(opened.value)).toBeNull();
  const verdict = await cases.verify(opened.value);
  expect(verdict).toMatchObject({ fault: null, events: 1 });
  expect([told, cases.verdictOf(opened.value)]).toEqual([[verdict], verdict]);
  await cases.release(opened.value);
  expect([await cases.verify(opened.value), cases.verdictOf(opened.value)]).toEqual([null, null]);
});

test('an opening that is ended leaves no lock, and the case can be opened afterwards', async () => {
  const path = join(testFolder(), 'Case.stet');
  await CaseStore.create(path, createCase({ title: 'Case' }, contextFor('')));
  const cases = new OpenCases();
  const opened = await cases.acquire(path, { reading: { signal: AbortSignal.abort() } });
  expect(opened).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(readdirSync(dirname(path))).toEqual(['Case.stet']);
  const again = await cases.acquire(path);
  expect(again.ok && again.value.readOnly).toBeNull();
  if (again.ok) await cases.release(again.value);
});

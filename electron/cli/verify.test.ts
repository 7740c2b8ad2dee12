import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ExhibitFolder } from '../exhibits/folder.ts';
import { takeIn } from '../exhibits/taking.ts';
import { context, newStore } from '../testing/stores.ts';
import { stet } from '../testing/verbs.ts';
import { EXIT } from './outcome.ts';

let path: string;
let folder: ExhibitFolder;

/** Takes notes in as exhibits, the first as E1 with that title, and closes the case. */
async function caseWith(...titles: string[]): Promise<void> {
  const store = await newStore();
  const sources = titles.map((title) => ({ title, kind: 'call' as const, bytes: Buffer.from(title) }));
  const taken = await takeIn(
    store,
    sources,
    (command) => store.commit([command], context),
    () => context().at,
  );
  if (!taken.ok) throw new Error(taken.error.problem.code);
  path = store.path;
  folder = ExhibitFolder.of(store);
  await store.close();
}

const files = (): string[] => readdirSync(folder.path).map((name) => join(folder.path, name));
const json = async () => {
  const { code, out } = await stet('verify', path, '--json');
  return { code, said: JSON.parse(out) as unknown };
};

beforeEach(() => caseWith('Call of 9 April', 'Call of 10 April'));

test('says that all exhibits are as they were taken in', async () => {
  const { code, out } = await stet('verify', path);
  expect([code, out]).toEqual([
    EXIT.done,
    expect.stringContaining('All 2 exhibits are as they were taken in'),
  ]);
  expect(await json()).toMatchObject({
    code: EXIT.done,
    said: { holds: true, fault: null, exhibits: { checked: 2, missing: 0, altered: 0 } },
  });
});

test('ends with 1 when one is missing and one altered, and names them', async () => {
  const [first = '', second = ''] = files();
  rmSync(first);
  chmodSync(second, 0o644);
  writeFileSync(second, 'x'.repeat(15));
  const { code, out, err } = await stet('verify', path);
  expect([code, out]).toEqual([EXIT.wanting, '']);
  expect(err).toContain('of 2 exhibits 1 are missing and 1 altered: E1 Call of 9 April, E2 Call of 10 April');
  expect(await json()).toMatchObject({
    code: EXIT.wanting,
    said: { holds: false, fault: null, exhibits: { checked: 2, missing: 1, altered: 1 } },
  });
});

test('names the first few of many', async () => {
  await caseWith(...Array.from({ length: 7 }, (_, at) => `Call ${at + 1}`));
  rmSync(folder.path, { recursive: true });
  const { err } = await stet('verify', path);
  expect(err).toContain('E5 Call 5, …');
  expect(err).not.toContain('E6 Call');
});

test('says nothing of exhibits in a case without any', async () => {
  await caseWith();
  expect((await stet('verify', path)).out).not.toContain('xhibit');
  expect(await json()).toMatchObject({ code: EXIT.done, said: { exhibits: { checked: 0 } } });
});

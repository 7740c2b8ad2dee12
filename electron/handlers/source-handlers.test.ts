import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Identity } from '../../shared/case/identity.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import { verifyCase } from '../../shared/events/verify-case.ts';
import { fail, ok } from '../../shared/result.ts';
import { Backups } from '../backups.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { failingDisk, type FailingDisk } from '../testing/failing-disk.ts';
import { testFolder } from '../testing/folder.ts';
import { context, newStore, storeAt } from '../testing/stores.ts';
import { Vaults } from '../vault.ts';
import type { CaseWindow, Windows } from '../windows.ts';
import { sourceHandlers } from './source-handlers.ts';

/** Words that stand nowhere else on this machine. */
const NAME = 'Zoryana Quill-Nadir';
const WHO: Identity = {
  name: NAME,
  contact: 'ferry pier, Tuesdays, kestrel-77',
  notes: 'brother of the bosun-4401',
};
const WORDS = [NAME, 'kestrel-77', 'bosun-4401'];

let data: string;
let disk: FailingDisk;
let store: CaseStore;
let entry: CaseWindow;
let asked: number;
let handlers: ReturnType<typeof sourceHandlers>;
let sourceId: string;

async function run(...commands: CommandValue[]): Promise<void> {
  const done = await store.commit(commands, context);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

const describedAs = (name: string, confidential = true): CommandValue => ({
  type: 'add-source',
  name,
  kind: 'person',
  party: null,
  confidential,
});

beforeEach(async () => {
  data = testFolder();
  disk = failingDisk();
  asked = 0;
  const windows = { lookOutside: () => void asked++ } as unknown as Windows;
  handlers = sourceHandlers({ windows, vaults: new Vaults(join(data, 'vault')), context });
  show(await newStore(disk));
  await run(describedAs('A clerk of the town'));
  sourceId = [...store.kase.records.sources.keys()][0] ?? '';
});

afterEach(async () => {
  disk.mend();
  await store.close();
});

/** Shows a case in the window of the test. */
function show(next: CaseStore): void {
  store = next;
  entry = { store } as CaseWindow;
}

const keep = async (identity = WHO, of = sourceId) =>
  handlers.keepIdentity({ sourceId: of, identity }, entry);
const shown = async (of = sourceId) => handlers.identity({ sourceId: of }, entry);
const erase = async (of = sourceId) => handlers.eraseIdentity({ sourceId: of }, entry);
const sourceNow = (id = sourceId) => store.kase.records.sources.get(id);

/** Every file under the folders that holds any of the words, as UTF-8 or as UTF-16. */
function filesWith(words: readonly string[], ...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => statSync(path).isFile())
      .filter((path) => {
        const bytes = readFileSync(path);
        return words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
      }),
  );
}

const everywhere = (): string[] => filesWith(WORDS, data, dirname(store.path));

describe('keeping who a source is', () => {
  test('shows it again, and the case has but a commitment', async () => {
    expect(await keep()).toEqual(ok(null));
    expect(await shown()).toEqual(ok(WHO));
    expect(sourceNow()?.commitment).toMatch(/^[0-9a-f]{64}$/);
  });

  test('has another salt each time', async () => {
    await keep();
    const first = sourceNow()?.commitment;
    await keep();
    expect(sourceNow()?.commitment).not.toBe(first);
  });

  test('writes it nowhere but into the vault: journal, case file and backups have none of it', async () => {
    await keep();
    const vault = join(data, 'vault');
    const journals = (): string[] =>
      readdirSync(dirname(store.path)).filter((name) => name.includes('journal'));
    expect(journals()).not.toEqual([]);
    expect(everywhere().map((path) => dirname(path))).toEqual([vault]);
    await store.snapshot();
    const [info] = store.kase.records.case.values();
    const backups = new Backups(join(data, 'backups'));
    await backups.keep(store.path, { id: info?.id ?? '', title: 'Case' }, new Date());
    expect(await backups.of(info?.id ?? '')).toHaveLength(1);
    await store.close();
    expect(everywhere().map((path) => dirname(path))).toEqual([vault]);
  });

  test.each(['', ' \n\t '])('refuses an identity with nothing in it: %j', async (nothing) => {
    const identity = { name: nothing, contact: nothing, notes: nothing };
    expect(await keep(identity)).toEqual(fail({ refusal: { code: 'text-needed', field: 'identity' } }));
    expect(existsSync(join(data, 'vault'))).toBe(false);
  });

  test('a name is not needed where it is not known', async () => {
    const identity = { name: '', contact: ' the pier ', notes: '' };
    expect(await keep(identity)).toEqual(ok(null));
    expect(await shown()).toEqual(ok({ ...identity, contact: 'the pier' }));
  });

  test('of a source that is not confidential, or not there, leaves no entry', async () => {
    await run(describedAs('The daily', false));
    const other = [...store.kase.records.sources.keys()].at(-1) ?? '';
    expect(await keep(WHO, other)).toEqual(fail({ refusal: { code: 'not-confidential' } }));
    expect(await keep(WHO, 'none')).toEqual(fail({ refusal: { code: 'not-found', kind: 'sources' } }));
    expect(everywhere()).toEqual([]);
  });

  test('that the case cannot take leaves no entry', async () => {
    disk.fail('write', 'ENOSPC');
    expect(await keep()).toEqual(fail({ save: { code: 'disk-full' } }));
    expect(everywhere()).toEqual([]);
    disk.mend();
    expect(await keep()).toEqual(ok(null));
  });

  test('into a case that is open for reading only touches nothing', async () => {
    await store.close();
    show(await storeAt(store.path, disk, { readOnly: { code: 'asked' } }));
    expect(await keep()).toEqual(fail({ save: { code: 'opened-read-only' } }));
    expect(everywhere()).toEqual([]);
  });

  test('into a case that stands aside touches nothing', async () => {
    await store.standAside(() => Promise.resolve(join(data, 'Case (aside).stet')));
    expect(await keep()).toEqual(fail({ save: { code: 'changed-on-disk' } }));
    expect(await erase()).toEqual(fail({ save: { code: 'changed-on-disk' } }));
    expect(everywhere()).toEqual([]);
    // The person is asked which version it is, since nothing can be saved before they decide.
    expect(asked).toBe(2);
  });

  test('needs a case', async () => {
    entry = { store: null } as CaseWindow;
    expect(await keep()).toEqual(fail({ noCase: true }));
    expect(await erase()).toEqual(fail({ noCase: true }));
    expect(await shown()).toEqual(ok(null));
  });

  test('is undone and done again', async () => {
    await keep();
    await keep({ ...WHO, name: 'Somebody else' });
    await run({ type: 'undo' });
    expect(await shown()).toEqual(ok(WHO));
    await run({ type: 'redo' });
    expect(await shown()).toMatchObject({ value: { name: 'Somebody else' } });
  });
});

describe('erasing who a source is', () => {
  test('leaves it in no file, and a history that verifies', async () => {
    await keep();
    await keep({ ...WHO, name: `${NAME} again` });
    expect(await erase()).toEqual(ok(null));
    expect(everywhere()).toEqual([]);
    expect(await shown()).toEqual(ok(null));
    expect(sourceNow()).toMatchObject({ commitment: null, erasedAt: expect.any(String) as string });
    await store.close();
    expect(everywhere()).toEqual([]);
    show(await storeAt(store.path));
    expect(verifyCase(store.kase)).toBeNull();
    expect(sourceNow()?.erasedAt).not.toBeNull();
    await store.close();
  });

  test('cannot be undone, however often', async () => {
    await keep();
    await erase();
    while (store.kase.undo.length > 0) {
      await run({ type: 'undo' });
      expect(await shown()).toEqual(ok(null));
      expect(sourceNow()?.commitment ?? null).toBeNull();
    }
    expect(everywhere()).toEqual([]);
  });

  test('reaches one whose keeping was taken back', async () => {
    await keep();
    await run({ type: 'undo' });
    expect(everywhere()).not.toEqual([]);
    expect(await erase()).toEqual(ok(null));
    expect(everywhere()).toEqual([]);
    expect(await erase()).toEqual(fail({ refusal: { code: 'nothing-changed' } }));
  });

  test('reaches the records that turned out to be the same source', async () => {
    await run(describedAs('A man at the pier'));
    const other = [...store.kase.records.sources.keys()].at(-1) ?? '';
    await keep();
    await keep({ ...WHO, notes: '' }, other);
    await run({ type: 'merge-sources', id: sourceId, intoId: other });
    expect(await erase(other)).toEqual(ok(null));
    expect(everywhere()).toEqual([]);
    expect([sourceNow(), sourceNow(other)]).toMatchObject([{ commitment: null }, { commitment: null }]);
  });

  test('says so when the case could not be told any more, and can be asked again', async () => {
    await keep();
    disk.fail('write', 'ENOSPC');
    expect(await erase()).toEqual(fail({ problem: { code: 'erased-not-recorded' }, file: 'Case.stet' }));
    expect(everywhere()).toEqual([]);
    expect(sourceNow()?.commitment).not.toBeNull();
    disk.mend();
    expect(await erase()).toEqual(ok(null));
    expect(sourceNow()?.commitment).toBeNull();
  });

  test('of what is not there, or in a case for reading only, touches nothing', async () => {
    await keep();
    expect(await erase('none')).toEqual(fail({ refusal: { code: 'not-found', kind: 'sources' } }));
    await store.close();
    show(await storeAt(store.path, disk, { readOnly: { code: 'asked' } }));
    expect(await erase()).toEqual(fail({ save: { code: 'opened-read-only' } }));
    expect(await shown()).toEqual(ok(WHO));
  });
});

test('without a case there is nothing, and nothing fails', async () => {
  const none = { store: null } as CaseWindow;
  expect(handlers.sources(undefined, none)).toEqual([]);
  expect(handlers.source({ id: 'x' }, none)).toBeNull();
  expect(handlers.originGraph({ allegationId: null }, none)).toMatchObject({ sources: [], edges: [] });
  expect(handlers.openPoints(undefined, none)).toMatchObject({ requests: [], queries: [] });
  expect(handlers.sources(undefined, entry)).toMatchObject([{ name: 'A clerk of the town' }]);
});

describe('protected names', () => {
  const names = {
    protectedNames: [
      { id: 'p1', name: ' Pim Aldousson ', forms: [' ', 'П. Олдоссон'] },
      { id: 'p2', name: ' ', forms: [''] },
    ],
    allowed: ['Pim', ''],
  };

  test('are kept without what is empty, in the vault only, also for a case that is only read', async () => {
    expect(await handlers.setProtectedNames(names, entry)).toEqual(ok(null));
    const kept = {
      protectedNames: [{ id: 'p1', name: 'Pim Aldousson', forms: ['П. Олдоссон'] }],
      allowed: ['Pim'],
    };
    expect(await handlers.protectedNames(undefined, entry)).toEqual(ok(kept));
    await store.snapshot();
    expect(readFileSync(store.path, 'utf8')).not.toContain('Aldousson');
  });

  test('are not taken when they cannot be written, or without a case', async () => {
    disk.fail('write', 'ENOSPC');
    const vaults = new Vaults(join(data, 'vault'), disk);
    const failing = sourceHandlers({ windows: {} as Windows, vaults, context });
    expect(await failing.setProtectedNames(names, entry)).toMatchObject({
      ok: false,
      error: { problem: { code: 'disk-full' } },
    });
    disk.mend();
    expect(await handlers.setProtectedNames(names, { store: null } as CaseWindow)).toEqual(
      fail({ noCase: true }),
    );
  });
});

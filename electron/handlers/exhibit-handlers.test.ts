import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Outputs } from '../../shared/api.ts';
import type { Exhibit } from '../../shared/case/evidence.ts';
import { translator } from '../../shared/messages/translate.ts';
import { fail, ok } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { realDisk } from '../case-store/disk.ts';
import { ExhibitFolder } from '../exhibits/folder.ts';
import { showExhibit } from '../exhibits/viewer.ts';
import { testFolder } from '../testing/folder.ts';
import { context, newStore, storeAt } from '../testing/stores.ts';
import { LongWork } from '../exhibits/long-work.ts';
import type { CaseWindow } from '../windows.ts';
import { exhibitHandlers } from './exhibit-handlers.ts';
import type { World } from './world.ts';

const chosen = vi.hoisted(() => ({ filePaths: [] as string[], asked: 0 }));
vi.mock('electron', () => ({
  dialog: {
    showOpenDialog: () => {
      chosen.asked++;
      return Promise.resolve({ canceled: chosen.filePaths.length === 0, filePaths: chosen.filePaths });
    },
  },
}));
vi.mock('../exhibits/viewer.ts', () => ({
  canShow: ({ mediaType }: Exhibit) => mediaType === 'text/plain',
  showExhibit: vi.fn<typeof showExhibit>(),
}));

const shown = vi.mocked(showExhibit);
let store: CaseStore;
let entry: CaseWindow;
let other: CaseWindow;
let told: [CaseWindow, unknown][];
let handlers: ReturnType<typeof exhibitHandlers>;

beforeEach(async () => {
  Object.assign(chosen, { filePaths: [], asked: 0 });
  shown.mockClear();
  told = [];
  handlers = exhibitHandlers({
    works: new LongWork((_store, progress) => {
      for (const to of [entry, other]) told.push([to, progress]);
      return 2;
    }),
    t: translator('en'),
    context,
  } as unknown as World);
  look(await newStore());
});

function look(at: CaseStore): void {
  store = at;
  entry = { store } as CaseWindow;
  other = { store } as CaseWindow;
}

async function readOnly(): Promise<void> {
  await store.close();
  look(await storeAt(store.path, realDisk, { readOnly: { code: 'asked' } }));
}

function fileWith(content: string | Uint8Array, name = 'notes.txt'): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}
const notes = (title: string, text: string) => ({ title, kind: 'call', bytes: Buffer.from(text) }) as const;
const folder = (): ExhibitFolder => ExhibitFolder.of(store);
const add = async (...paths: string[]) => handlers.addExhibitFiles({ paths }, entry);
const files = async (answer: Promise<Outputs['exhibits']> | Outputs['exhibits']) =>
  (await answer).map(({ title, file }) => [title, file]);
const idOf = (taken: Outputs['addExhibits']): string =>
  taken.ok && taken.value !== 'cancelled' ? (taken.value.ids[0] ?? '') : '';

describe('taking in', () => {
  test('what a person chose, and nothing when they chose nothing', async () => {
    expect(await handlers.addExhibits(undefined, entry)).toEqual(ok('cancelled'));
    chosen.filePaths = [fileWith('One.', 'one.txt'), fileWith('Two.', 'two.txt'), fileWith('One.')];
    const taken = await handlers.addExhibits(undefined, entry);
    // The third is the first once more.
    expect(taken).toMatchObject({ ok: true, value: { ids: { length: 2 }, known: [idOf(taken)] } });
    expect(await files(handlers.exhibits(undefined, entry))).toEqual([
      ['one.txt', 'there'],
      ['two.txt', 'there'],
    ]);
  });

  test('what was written in the window has a title and no file name', async () => {
    await handlers.pasteExhibit(notes('Call of 9 April', 'She will send it.'), entry);
    expect([...store.kase.records.exhibits.values()]).toMatchObject([
      { title: 'Call of 9 April', kind: 'call', fileName: null, mediaType: 'text/plain' },
    ]);
  });

  test('says which file could not be taken in, and keeps those before it', async () => {
    const first = fileWith('One.');
    expect(await add(first, join(testFolder(), 'gone.txt'))).toEqual(
      fail({ problem: { code: 'file-missing' }, file: 'gone.txt' }),
    );
    expect(await files(handlers.exhibits(undefined, entry))).toEqual([['notes.txt', 'there']]);
  });

  test('the same file twice at once is one exhibit', async () => {
    const [one, again] = await Promise.all([add(fileWith('One.')), add(fileWith('One.'))]);
    expect([one, again]).toMatchObject([
      { value: { known: [] } },
      { value: { ids: [], known: [idOf(one)] } },
    ]);
  });

  test('into a case for reading only is refused before anything is asked or made', async () => {
    await readOnly();
    const no = { ok: false, error: { problem: { code: 'opened-read-only' } } };
    chosen.filePaths = [fileWith('One.')];
    expect(await handlers.addExhibits(undefined, entry)).toMatchObject(no);
    expect(await handlers.findExhibits(undefined, entry)).toMatchObject(no);
    expect(await add(...chosen.filePaths)).toMatchObject(no);
    expect(await handlers.pasteExhibit(notes('Call', 'Words.'), entry)).toMatchObject(no);
    expect([chosen.asked, existsSync(folder().path)]).toEqual([0, false]);
  });

  test('that takes long is told to every window on the case, and any of them can end it', async () => {
    const large = fileWith('');
    // Nothing is in it, so it takes no room here; reading it all would take longer than anybody waits.
    truncateSync(large, 3_999_000_000);
    const taking = add(large);
    await vi.waitFor(() => expect(told).not.toEqual([]), 20_000);
    expect(told.slice(0, 2)).toEqual([entry, other].map((each) => [each, told[0]?.[1]]));
    expect(told[0]?.[1]).toMatchObject({ file: 'notes.txt', share: expect.any(Number) as number });
    await handlers.cancelExhibits(undefined, other);
    expect(await taking).toEqual(ok('cancelled'));
    expect(told.slice(-2)).toEqual([entry, other].map((each) => [each, null]));
    expect([existsSync(folder().path), store.kase.records.exhibits.size]).toEqual([false, 0]);
  });
});

describe('looking after them', () => {
  let path: string;
  beforeEach(async () => {
    await add(fileWith('One.', 'one.txt'), fileWith('Two.', 'two.txt'));
    const [first] = store.kase.records.exhibits.values();
    path = folder().fileOf(first?.sha256 ?? '');
    chmodSync(path, 0o644);
  });

  test('a change that keeps the size is found by the hash only', async () => {
    writeFileSync(path, '1ne.');
    expect(await files(handlers.exhibits(undefined, entry))).toContainEqual(['one.txt', 'there']);
    expect(await files(handlers.checkExhibits(undefined, entry))).toEqual([
      ['one.txt', 'altered'],
      ['two.txt', 'there'],
    ]);
    writeFileSync(path, 'longer');
    expect(await files(handlers.exhibits(undefined, entry))).toContainEqual(['one.txt', 'altered']);
  });

  test('what is missing is found in a folder that a person names', async () => {
    rmSync(path);
    expect(await handlers.findExhibits(undefined, entry)).toEqual(ok('cancelled'));
    const elsewhere = testFolder();
    mkdirSync(join(elsewhere, 'deep'));
    writeFileSync(join(elsewhere, 'deep', 'anything'), 'One.');
    chosen.filePaths = [elsewhere];
    expect(await handlers.findExhibits(undefined, entry)).toEqual(ok({ found: 1 }));
    expect(await files(handlers.checkExhibits(undefined, entry))).toContainEqual(['one.txt', 'there']);
  });

  test('taking a missing file in again brings it back', async () => {
    rmSync(path);
    expect(await add(fileWith('One.'))).toMatchObject({ value: { ids: [], known: { length: 1 } } });
    expect(existsSync(path)).toBe(true);
  });
});

describe('showing', () => {
  const open = async (id: string) => handlers.openExhibit({ id }, entry);

  test('hands over the very bytes that were verified', async () => {
    const id = idOf(await add(fileWith('One.')));
    expect(await open(id)).toEqual(ok('opened'));
    expect(shown).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id }),
      Buffer.from('One.'),
      expect.anything(),
    );
  });

  test('a missing or altered file, and one that Stet does not show, is told', async () => {
    const id = idOf(await add(fileWith('One.')));
    const path = folder().fileOf(readdirSync(folder().path)[0] ?? '');
    chmodSync(path, 0o644);
    writeFileSync(path, '1ne.');
    const no = (code: string, file: string) => fail({ problem: { code }, file });
    expect(await open(id)).toEqual(no('exhibit-altered', 'E1 notes.txt'));
    rmSync(path);
    expect(await open(id)).toEqual(no('exhibit-missing', 'E1 notes.txt'));
    const tool = idOf(await add(fileWith(Buffer.of(0x4d, 0x5a, 0, 1), 'tool.bin')));
    expect(await open(tool)).toEqual(no('exhibit-not-shown', 'E2 tool.bin'));
    expect(await open('none')).toMatchObject({ error: { problem: { code: 'exhibit-missing' } } });
    expect(shown).not.toHaveBeenCalled();
  });
});

test('without a case there is nothing, and nothing fails', async () => {
  const none = { store: null } as CaseWindow;
  expect(await handlers.exhibits(undefined, none)).toEqual([]);
  expect(await handlers.checkExhibits(undefined, none)).toEqual([]);
  expect(await handlers.addExhibits(undefined, none)).toEqual(ok('cancelled'));
  expect(await handlers.findExhibits(undefined, none)).toEqual(ok('cancelled'));
  expect(await handlers.cancelExhibits(undefined, none)).toBeNull();
});

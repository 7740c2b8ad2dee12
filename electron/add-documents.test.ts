import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Extracted } from '../shared/case/document.ts';
import { present } from '../shared/case/case.ts';
import { fail, ok } from '../shared/result.ts';
import { addRead } from './add-documents.ts';
import type { CaseStore } from './case-store/case-store.ts';
import { ExhibitFolder } from './exhibits/folder.ts';
import { readDocument, readPasted, type Parse } from './import-document.ts';
import { testFolder } from './testing/folder.ts';
import { context, newStore } from './testing/stores.ts';

const EXTRACTED: Extracted = {
  text: 'Harbour report\n\nNo ship came.',
  format: 'docx',
  extractor: { name: 'some reader', version: '1.0' },
  encoding: null,
  language: 'en',
  blocks: [{ kind: 'heading', start: 0, end: 14, level: 1 }],
  pages: [],
  title: 'Harbour report',
};
const parse: Parse = async () => ok(EXTRACTED);
const never: Parse = () => Promise.reject(new Error('a plain text is not parsed'));

function fileWith(bytes: string | Uint8Array, name: string): string {
  const path = join(testFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

async function read(path: string, by: Parse = never) {
  const document = await readDocument(path, by);
  if (!document.ok) throw new Error(document.error.code);
  return document.value;
}

const add = (store: CaseStore, documents: Parameters<typeof addRead>[1], previousId: string | null = null) =>
  addRead(store, documents, (commands) => store.commit(commands, context), context().at, previousId);
const documents = (store: CaseStore) => [...store.kase.records.documents.values()];
const exhibits = (store: CaseStore) => present(store.kase.records.exhibits.values());
const files = (store: CaseStore): string[] => {
  const { path } = ExhibitFolder.of(store);
  return existsSync(path) ? readdirSync(path) : [];
};

describe('reading', () => {
  test('a text in UTF-8 is taken as it is, its byte order mark apart', async () => {
    const { given } = await read(fileWith('\ufeffЗвіт.\r\n', 'звіт.txt'));
    expect(given).toMatchObject({
      text: 'Звіт.\r\n',
      format: 'text',
      encoding: 'utf-8',
      fileName: 'звіт.txt',
    });
    expect((await read(fileWith('# A', 'a.md'))).given.format).toBe('markdown');
  });

  test('anything else is read elsewhere, also a text in another encoding', async () => {
    for (const name of ['latin.txt', 'report.docx'])
      expect((await read(fileWith(Uint8Array.of(0xc4, 0x20), name), parse)).given).toMatchObject({
        text: EXTRACTED.text,
        blocks: EXTRACTED.blocks,
        fileName: name,
      });
    const refused = await readDocument(fileWith('%PDF-', 'a.pdf'), async () => fail({ code: 'not-text' }));
    expect(refused).toEqual(fail({ code: 'not-text' }));
  });

  test('what is missing, a folder, or too large is refused before', async () => {
    expect(await readDocument(join(testFolder(), 'none.pdf'), never)).toEqual(fail({ code: 'file-missing' }));
    expect(await readDocument(testFolder(), never)).toEqual(fail({ code: 'not-a-file' }));
  });

  test('what was pasted is called as the person says, or else by itself', async () => {
    const named = await readPasted('<p>x', 'Mine', parse);
    expect(named.ok && named.value.given.title).toBe('Mine');
    const unnamed = await readPasted('<p>x', null, parse);
    expect(unnamed.ok && unnamed.value).toMatchObject({
      given: { title: 'Harbour report', fileName: null },
      called: { title: 'Harbour report', kind: 'page', fileName: null },
    });
  });
});

describe('adding', () => {
  test('keeps the original as an exhibit, in one event with the document', async () => {
    const store = await newStore();
    const document = await read(fileWith('The mill burned.', 'mill.txt'));
    const events = store.kase.history.length;
    const added = await add(store, [document]);
    const [exhibit] = exhibits(store);
    expect(exhibit).toMatchObject({ title: 'mill.txt', fileName: 'mill.txt', kind: 'document', bytes: 16 });
    expect(documents(store)).toMatchObject([{ exhibitId: exhibit?.id, text: 'The mill burned.' }]);
    expect(added).toEqual(ok([documents(store)[0]?.id]));
    expect(store.kase.history.length).toBe(events + 1);
    expect(files(store)).toEqual([exhibit?.sha256]);
  });

  test('recognises a file that is an exhibit already, and the same twice', async () => {
    const store = await newStore();
    const path = fileWith('The mill burned.', 'mill.txt');
    await add(store, [await read(path)]);
    await add(store, [await read(path), await read(path)]);
    expect(exhibits(store)).toHaveLength(1);
    expect(documents(store).map(({ exhibitId }) => exhibitId)).toEqual(
      documents(store).map(() => exhibits(store)[0]?.id),
    );
    const other = await newStore();
    await add(other, [await read(path), await read(path)]);
    expect([exhibits(other).length, documents(other).length, files(other).length]).toEqual([1, 2, 1]);
  });

  test('as a new version of a document', async () => {
    const store = await newStore();
    await add(store, [await read(fileWith('The mill burned.', 'mill.txt'))]);
    const [first] = documents(store);
    await add(store, [await read(fileWith('The mill burned down.', 'mill 2.txt'))], first?.id);
    expect(documents(store)[1]).toMatchObject({ previousId: first?.id, title: first?.title });
  });

  test('all or none: what is refused leaves neither a record nor a file', async () => {
    const store = await newStore();
    const good = await read(fileWith('The mill burned.', 'mill.txt'));
    const empty = await read(fileWith(' \n', 'empty.txt'));
    const refused = await add(store, [good, empty]);
    expect(refused).toMatchObject({ ok: false, error: { file: null } });
    expect([documents(store), exhibits(store), files(store)]).toEqual([[], [], []]);
  });
});

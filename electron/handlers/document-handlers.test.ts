import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fail, ok } from '../../shared/result.ts';
import { translator } from '../../shared/messages/translate.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { LongWork } from '../exhibits/long-work.ts';
import { testFolder } from '../testing/folder.ts';
import { context, newStore } from '../testing/stores.ts';
import type { CaseWindow } from '../windows.ts';
import { addDocuments } from './document-handlers.ts';
import type { World } from './world.ts';

vi.mock('electron', () => ({ app: {}, dialog: {} }));

const EXTRACTED = {
  text: 'No ship came.',
  format: 'pdf',
  extractor: null,
  encoding: null,
  language: null,
  blocks: [],
  pages: [],
  title: null,
} as const;

/** A window on a case, and what it has of the world; `meanwhile` happens while a file is read. */
function around(store: CaseStore, meanwhile: (entry: CaseWindow) => void) {
  const entry = { store } as CaseWindow;
  const world = {
    works: new LongWork(() => 1),
    parse: async () => {
      meanwhile(entry);
      return ok({ ...EXTRACTED, blocks: [], pages: [] });
    },
    windows: { lookOutside: async () => undefined },
    t: translator('en'),
    context,
  } as unknown as World;
  const folder = testFolder();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'ships.pdf');
  writeFileSync(path, '%PDF-1.7');
  return { entry, add: () => addDocuments([path], entry, world) };
}

const holds = ({ kase }: CaseStore): number => kase.records.documents.size + kase.records.exhibits.size;

test('a file becomes a document of the case it was read for', async () => {
  const store = await newStore();
  const added = await around(store, () => undefined).add();
  expect(added).toEqual(ok({ ids: [...store.kase.records.documents.keys()] }));
  expect(holds(store)).toBe(2);
});

test('a case that was opened in the window meanwhile gets nothing of it', async () => {
  const [store, other] = [await newStore(), await newStore()];
  const added = await around(store, (entry) => Object.assign(entry, { store: other })).add();
  expect(added).toEqual(fail({ noCase: true }));
  expect([holds(store), holds(other)]).toEqual([0, 0]);
});

import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CaseStore, type OpenOptions } from '../case-store/case-store.ts';
import { realDisk, type Disk } from '../case-store/disk.ts';
import { thisMachine } from '../case-store/neighbourhood.ts';
import { createCase } from '../../shared/commands/create-case.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import { contextFor } from '../context.ts';
import { testFolder } from './folder.ts';

/** For tests only: open cases on the real disk, each in a folder of its own, closed when the test is over. */

export const context = () => contextFor('M. K.');

export const allegation = (statement: string): CommandValue => ({
  type: 'record-allegation',
  statement,
  passage: null,
});

export async function storeAt(
  path: string,
  disk: Disk = realDisk,
  options: OpenOptions = {},
): Promise<CaseStore> {
  const opened = await CaseStore.open(path, options, { disk, neighbourhood: thisMachine });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  // Also one that the test leaves as a crash would: its journal stayed open otherwise, until it is collected.
  onTestFinished(async () => void (await store.close()));
  return store;
}

export async function newStore(disk?: Disk): Promise<CaseStore> {
  const path = join(testFolder(), 'Case.stet');
  const created = await CaseStore.create(path, createCase({ title: 'Case' }, context()));
  if (!created.ok) throw new Error(created.error.code);
  return storeAt(path, disk);
}

export const statements = (store: CaseStore): string[] =>
  [...store.kase.records.allegations.values()].map((each) => each.statement);

/** The names in the folder of a case. */
export const beside = (store: CaseStore): string[] => readdirSync(dirname(store.path)).sort();

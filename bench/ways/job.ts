import fs from 'node:fs';
import path from 'node:path';
import { copyDurably } from '../copy.ts';
import { collectGarbage, duration, longestBlock } from '../event-loop.ts';
import type { Job } from '../worker.ts';
import { append, appendAsync } from './append.ts';
import { sqliteFull, sqliteNormal } from './sqlite.ts';
import { openStet, stet } from './stet.ts';
import type { Saving, Way } from './way.ts';
import { lowdb, wholeFileSynced, writeFileAtomic } from './whole-file.ts';

/** Every way of saving an edit that is compared; a new one is a file and a line. */
export const WAYS: readonly Way[] = [
  append,
  appendAsync,
  stet,
  lowdb,
  writeFileAtomic,
  wholeFileSynced,
  sqliteFull,
  sqliteNormal,
];

interface Input {
  /** Names of the ways. */
  ways: string[];
  /** A case file to copy. */
  caseFile: string;
  /** An empty folder. */
  folder: string;
  root: string;
}
interface Question {
  /** Names of the ways, of those that were begun; one edit each in turn. */
  ways: string[];
  /** How many turns. */
  turns: number;
  /** What each edit takes, or how long it holds the event loop at most. */
  look: 'duration' | 'block';
}
interface Answer {
  /** In milliseconds, by the name of the way. */
  values: Record<string, number[]>;
  /** Why a way cannot be had here, by its name. */
  missing: Record<string, string>;
}

/** Saves edits of one case in several ways, and tells what each edit cost. */
export const savingJob: Job<Input, Question, Answer> = {
  name: 'saving',
  async begin({ ways, caseFile, folder, root }) {
    const copy = path.join(folder, 'case.stet');
    copyDurably(caseFile, copy);
    const opened = await openStet(copy);
    const savings = new Map<string, Saving>();
    const missing: Record<string, string> = {};
    for (const way of WAYS.filter(({ name }) => ways.includes(name))) {
      const own = path.join(folder, way.name);
      fs.mkdirSync(own);
      try {
        savings.set(way.name, await way.start({ folder: own, root, stet: opened }));
      } catch (error) {
        missing[way.name] = (error as Error).message.split('\n')[0] ?? '';
      }
    }
    return {
      async answer({ ways: asked, turns, look }) {
        const measure = look === 'block' ? longestBlock : duration;
        const values: Answer['values'] = {};
        for (let turn = 0; turn < turns; turn++) {
          // None is always the one that comes after the same other one.
          const order = turn % 2 === 0 ? asked : asked.toReversed();
          for (const way of order) {
            const saving = savings.get(way);
            if (!saving) continue;
            (values[way] ??= []).push(await measure(() => saving.edit()));
            if (!saving.settle) continue;
            await saving.settle();
            // The rubbish of one is not to be cleared away while another is measured.
            collectGarbage();
          }
        }
        return { values, missing };
      },
      async end() {
        for (const saving of savings.values()) await saving.end();
        await opened.end();
      },
    };
  },
};

import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { open, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { lastMove, plainCase, type Place, type Saving, type Way } from './way.ts';

/** lowdb as it comes: a temporary file and a rename, without fsync. */
export const lowdb: Way = {
  name: 'lowdb',
  title: 'lowdb, write() of its JSONFile',
  durable: false,
  whole: true,
  async start(place) {
    const file = path.join(place.folder, 'lowdb.json');
    const low = new Low(new JSONFile<Record<string, unknown[]>>(file), {});
    return wholeFile(place, file, async (data) => {
      low.data = data;
      await low.write();
    });
  },
};

type WriteFileAtomic = (file: string, text: string) => Promise<void>;

/** The usual package for the purpose: a temporary file, fsync and a rename, but the folder is not told. */
export const writeFileAtomic: Way = {
  name: 'write-file-atomic',
  title: 'write-file-atomic',
  durable: false,
  whole: true,
  async start(place) {
    const require = createRequire(path.join(place.root, 'bench', 'package.json'));
    const write = require('write-file-atomic') as WriteFileAtomic;
    const file = path.join(place.folder, 'atomic.json');
    return wholeFile(place, file, (data) => write(file, JSON.stringify(data)));
  },
};

/** The whole file as it should be done: temporary file, fsync, rename, fsync of the folder. */
export const wholeFileSynced: Way = {
  name: 'whole-file',
  title: 'whole file, fsync of file and folder',
  durable: true,
  whole: true,
  async start(place) {
    const file = path.join(place.folder, 'whole.json');
    return wholeFile(place, file, async (data) => {
      const temporary = await open(`${file}.tmp`, 'w');
      await temporary.writeFile(JSON.stringify(data));
      await temporary.sync();
      await temporary.close();
      await rename(`${file}.tmp`, file);
      await sync(place.folder);
    });
  },
};

/** An edit of a plain object: a record replaced, an event more, and all of it saved. */
function wholeFile(
  { stet: { kase } }: Place,
  file: string,
  save: (data: Record<string, unknown[]>) => Promise<void>,
): Saving {
  const data = plainCase(kase);
  const { event, allegation } = lastMove(kase);
  const at = data['allegations']?.indexOf(allegation) ?? -1;
  return {
    async edit() {
      data['allegations']?.splice(at, 1, { ...allegation });
      data['history']?.push(event);
      await save(data);
    },
    // Hundreds of megabytes that the system has yet to write would be paid for by whoever syncs next.
    settle: () => sync(file),
    end: async () => undefined,
  };
}

async function sync(place: string): Promise<void> {
  const opened = await open(place, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

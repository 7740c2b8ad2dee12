import { createRequire } from 'node:module';
import path from 'node:path';
import type { Case } from '../../shared/case/case.ts';
import { lastMove, type Place, type Saving, type Way } from './way.ts';

/** As much of better-sqlite3 as is used here. */
interface Database {
  pragma(text: string): unknown;
  exec(text: string): unknown;
  prepare(text: string): { run(...values: (string | number)[]): unknown };
  transaction<A extends unknown[]>(work: (...values: A) => void): (...values: A) => void;
  close(): void;
}

function sqlite(name: string, synchronous: 'FULL' | 'NORMAL'): Way {
  return {
    name,
    title: `SQLite, WAL, synchronous=${synchronous}`,
    durable: synchronous === 'FULL',
    whole: false,
    async start(place) {
      return savingIn(openDatabase(place, synchronous), place.stet.kase);
    },
  };
}

export const sqliteFull = sqlite('sqlite-full', 'FULL');
export const sqliteNormal = sqlite('sqlite-normal', 'NORMAL');

function openDatabase({ folder, root }: Place, synchronous: string): Database {
  const require = createRequire(path.join(root, 'bench', 'package.json'));
  const Sqlite = require('better-sqlite3') as new (file: string) => Database;
  const database = new Sqlite(path.join(folder, `${synchronous}.sqlite`));
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  return database;
}

/** Records and events as rows of JSON text; an edit is one transaction. */
function savingIn(database: Database, kase: Case): Saving {
  database.exec('create table records (kind text, id text, json text, primary key (kind, id)) without rowid');
  database.exec('create table events (seq integer primary key, json text)');
  const put = database.prepare('insert or replace into records values (?, ?, ?)');
  const add = database.prepare('insert into events (json) values (?)');
  database.transaction(() => {
    for (const [kind, map] of Object.entries(kase.records)) {
      for (const [id, record] of map) put.run(kind, id, JSON.stringify(record));
    }
    for (const event of kase.history) add.run(JSON.stringify(event));
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  const { event, allegation } = lastMove(kase);
  const edit = database.transaction(() => {
    put.run('allegations', allegation.id, JSON.stringify(allegation));
    add.run(JSON.stringify(event));
  });
  return {
    edit: async () => edit(),
    end: async () => database.close(),
  };
}

import { caseInfo } from '../../shared/case/case.ts';
import { detailsOf } from '../../shared/queries/details.ts';
import { documentTitles, documentView } from '../../shared/queries/document-view.ts';
import { historyOf } from '../../shared/queries/history.ts';
import { namesOf, overviewOf } from '../../shared/queries/overview.ts';
import { rowsOf, type AllegationRow } from '../../shared/queries/rows.ts';
import { trashOf } from '../../shared/queries/trash.ts';
import { ok } from '../../shared/result.ts';
import { conflictedCopies } from '../conflicted-copies.ts';
import { checkAll } from '../exhibits/checking.ts';
import type { Handlers } from '../ipc.ts';
import { commitIn } from './commit.ts';
import type { World } from './world.ts';

type Asked =
  'loadCase' | 'moreRows' | 'details' | 'document' | 'names' | 'trash' | 'history' | 'verify' | 'run';

/** What a window asks of the case that is open in it, and the one way to change it. */
export function caseHandlers(world: World): Pick<Handlers, Asked> {
  return {
    async loadCase(_input, entry) {
      const { store } = entry;
      if (!store) return null;
      const { key, kase, fileName, path, readOnly, savedAt, found } = store;
      const copies = await conflictedCopies(path, caseInfo(kase).id);
      entry.rows = rowsOf(kase);
      return {
        key,
        overview: overviewOf(kase),
        documents: documentTitles(kase),
        fileName,
        path,
        readOnly,
        savedAt,
        recovered: found.recovered,
        keptAside: found.problem?.kept ?? null,
        migrated: found.migrated,
        copies,
        verdict: world.cases.verdictOf(store),
      };
    },
    moreRows(_input, entry) {
      const rows = pieceOf(entry.rows);
      if (rows.length === 0) entry.rows = null;
      // The window has all it needs: now there is time.
      if (rows.length === 0 && entry.store && !world.cases.verdictOf(entry.store))
        void world.cases.verify(entry.store);
      return Buffer.from(JSON.stringify(rows));
    },
    details: ({ id }, { store }) => store && detailsOf(store.kase, id),
    document: ({ id }, { store }) => store && documentView(store.kase, id),
    names: (_input, { store }) => (store ? namesOf(store.kase) : { parties: [], sources: [], exhibits: [] }),
    trash: (_input, { store }) => (store ? trashOf(store.kase) : []),
    history: (filter, { store }) => (store ? historyOf(store.kase, filter) : []),
    async verify(_input, { store }) {
      const verdict = store && (await world.cases.verify(store));
      if (!store || !verdict) return null;
      const { wrong: _named, ...exhibits } = await checkAll(store);
      return { ...verdict, exhibits };
    },

    async run(command, entry) {
      // These two are one half of what is asked for: `keepIdentity` and `eraseIdentity` also see to the vault.
      if (command.type === 'keep-identity' || command.type === 'erase-identity')
        throw new Error(`${command.type} was asked for without the vault`);
      const done = await commitIn(world, entry, [command]);
      if (!done.ok) return done;
      const created = done.value.flatMap(({ changes }) => changes.filter(({ before }) => before === null));
      return ok({ created: created.map(({ kind, id }) => ({ kind, id })) });
    },
  };
}

/** Rows handed to a window at once: a few milliseconds' work. */
const PIECE = 1_000;

/** The next rows, at most PIECE of them. */
function pieceOf(rows: Iterator<AllegationRow> | null): AllegationRow[] {
  const piece: AllegationRow[] = [];
  while (rows && piece.length < PIECE) {
    const next = rows.next();
    if (next.done) break;
    piece.push(next.value);
  }
  return piece;
}

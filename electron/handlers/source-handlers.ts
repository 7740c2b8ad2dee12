import { randomBytes } from 'node:crypto';
import type { RunFailure } from '../../shared/problems.ts';
import { blankCase, children } from '../../shared/case/case.ts';
import { commitmentTo } from '../../shared/case/identity.ts';
import { decide, type CommandValue } from '../../shared/commands/index.ts';
import { openPoints } from '../../shared/queries/open-points.ts';
import { originGraph } from '../../shared/queries/origin-graph.ts';
import { sourceDetails, sourceRows } from '../../shared/queries/sources-view.ts';
import { fail, ok } from '../../shared/result.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import type { Handlers } from '../ipc.ts';
import type { CaseWindow } from '../windows.ts';
import { commitIn } from './commit.ts';
import type { World } from './world.ts';

type Asked =
  | 'sources'
  | 'source'
  | 'originGraph'
  | 'openPoints'
  | 'identity'
  | 'keepIdentity'
  | 'eraseIdentity'
  | 'protectedNames'
  | 'setProtectedNames';

/** The sources of a case and what rests on them, and who the confidential ones are. */
export function sourceHandlers(world: Pick<World, 'windows' | 'vaults' | 'context'>): Pick<Handlers, Asked> {
  const { windows, vaults, context } = world;

  /** Why a case cannot be told now, asked before the vault is touched, so that nothing is done by half. */
  const objection = (
    entry: CaseWindow,
    { readOnly, stoodAside, kase }: CaseStore,
    command: CommandValue | undefined,
  ): RunFailure | null => {
    if (readOnly) return { save: { code: 'opened-read-only' } };
    if (stoodAside !== null) {
      void windows.lookOutside(entry, true);
      return { save: { code: 'changed-on-disk' } };
    }
    const decision = command && decide(kase, command, context());
    return decision?.ok === false ? { refusal: decision.error } : null;
  };

  return {
    sources: (_input, { store }) => (store ? sourceRows(store.kase) : []),
    source: ({ id }, { store }) => store && sourceDetails(store.kase, id),
    originGraph: ({ allegationId }, { store }) => originGraph(store?.kase ?? blankCase(), allegationId),
    openPoints: (_input, { store }) => openPoints(store?.kase ?? blankCase(), context().at),

    identity: ({ sourceId }, { store }) => (store ? vaults.identity(store.kase, sourceId) : ok(null)),

    async protectedNames(_input, { store }) {
      if (!store) return ok({ protectedNames: [], allowed: [] });
      const vault = await vaults.vaultOf(store.kase);
      if (!vault.ok) return vault;
      const { protectedNames, allowed } = vault.value;
      return ok({ protectedNames, allowed });
    },

    async setProtectedNames({ protectedNames, allowed }, { store }) {
      if (!store) return fail({ noCase: true });
      const given = (texts: readonly string[]): string[] =>
        texts.map((text) => text.trim()).filter((text) => text !== '');
      const names = protectedNames
        .map((each) => ({ ...each, name: each.name.trim(), forms: given(each.forms) }))
        .filter(({ name, forms }) => name !== '' || forms.length > 0);
      return vaults.keepNames(store.kase, { protectedNames: names, allowed: given(allowed) });
    },

    async keepIdentity({ sourceId, identity }, entry) {
      const { store } = entry;
      if (!store) return fail({ noCase: true });
      const given = {
        name: identity.name.trim(),
        contact: identity.contact.trim(),
        notes: identity.notes.trim(),
      };
      if (Object.values(given).every((text) => text === ''))
        return fail({ refusal: { code: 'text-needed', field: 'identity' } });
      const kept = { ...given, salt: randomBytes(32).toString('hex'), at: context().at };
      const command = { type: 'keep-identity', id: sourceId, commitment: commitmentTo(kept) } as const;
      const no = objection(entry, store, command);
      if (no) return fail(no);
      return vaults.keep(store.kase, sourceId, kept, async () => {
        const done = await commitIn(world, entry, [command]);
        return done.ok ? ok(null) : done;
      });
    },

    async eraseIdentity({ sourceId }, entry) {
      const { store } = entry;
      if (!store) return fail({ noCase: true });
      const { sources } = store.kase.records;
      if (!sources.has(sourceId)) return fail({ refusal: { code: 'not-found', kind: 'sources' } });
      // Who is erased is also who stands in the records that turned out to be the same source.
      const merged = children(store.kase, ['sources', 'mergedIntoId'], sourceId);
      const ids = [sourceId, ...merged.map(({ id }) => id)];
      const commands = (): CommandValue[] =>
        ids.filter((id) => sources.get(id)?.commitment).map((id) => ({ type: 'erase-identity', id }));
      const no = objection(entry, store, commands()[0]);
      if (no) return fail(no);
      return vaults.erase(store.kase, ids, async (erased) => {
        // Where its keeping was taken back, the case knows of none, and there was one all the same.
        const asked = commands();
        if (asked.length === 0) return erased ? ok(null) : fail({ refusal: { code: 'nothing-changed' } });
        const done = await commitIn(world, entry, asked);
        if (done.ok) return ok(null);
        if (!erased) return done;
        return fail({ problem: { code: 'erased-not-recorded' }, file: store.fileName });
      });
    },
  };
}

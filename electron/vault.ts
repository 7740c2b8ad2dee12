import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProblemAt, RunFailure, VaultProblem } from '../shared/problems.ts';
import { caseInfo, type Case } from '../shared/case/case.ts';
import {
  commitmentTo,
  identityFor,
  type Identity,
  type KeptIdentity,
  type ProtectedNames,
  type Vault,
} from '../shared/case/identity.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { realDisk, type Disk } from './case-store/disk.ts';
import { saveProblem } from './case-store/problems.ts';
import { readVault, vaultPath, writeVault } from './vault-file.ts';

type Problem = ProblemAt<VaultProblem>;
type Told = Result<null, RunFailure | Problem>;

/** An identity that is not in the vault yet. */
export type NewIdentity = Omit<KeptIdentity, 'pending'>;

/** A vault as it was read, and its file. */
interface Held {
  path: string;
  vault: Vault;
}

/**
 * Who the confidential sources are: FOLDER/CASE.json, one file per case, in the data folder of the app. Not beside the
 * case, so that a case folder that is synced, mailed or handed on never carries it; and by the id of the case, so that
 * it is the same for a case that was saved under another name, duplicated or restored. Nothing else is ever told of it:
 * no case file, journal, backup, log, title or list of recent cases.
 *
 * One process writes to the folder, and here one thing at a time. Between the vault and the case nothing makes two files
 * durable at once, so the order does: an identity is in the vault before the case commits to it, marked as pending until
 * it did, and out of the vault before the case says that it was erased.
 */
export class Vaults {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly disk: Disk = realDisk,
  ) {}

  /** The identity that the commitment of a source is to; null when the vault does not have it. */
  identity(kase: Case, sourceId: string): Promise<Result<Identity | null, Problem>> {
    return this.inTurn(async () => {
      const held = await this.read(caseInfo(kase).id);
      if (!held.ok) return held;
      const commitment = kase.records.sources.get(sourceId)?.commitment ?? null;
      const kept = identityFor(held.value.vault, sourceId, commitment);
      return ok(kept && { name: kept.name, contact: kept.contact, notes: kept.notes });
    });
  }

  /**
   * Keeps who a source is, then has `commit` put the commitment into the case. When that fails the identity is taken out
   * again and the answer is its failure. What a crash left pending is settled before.
   */
  keep(kase: Case, sourceId: string, kept: NewIdentity, commit: () => Promise<Told>): Promise<Told> {
    return this.inTurn(async () => {
      const held = await this.read(caseInfo(kase).id);
      if (!held.ok) return held;
      const { path } = held.value;
      const before = settled(held.value.vault, kase);
      const written = await this.write({
        path,
        vault: withKept(before, sourceId, { ...kept, pending: true }),
      });
      if (!written.ok) return written;
      const done = await commit();
      // Should this one fail: it stays pending, and the next writing settles it by the history.
      await this.write({ path, vault: done.ok ? withKept(before, sourceId, kept) : before });
      return done;
    });
  }

  /**
   * Erases all that was ever kept of these sources, then has `commit` put that into the case; it is told whether there
   * was anything, and answers for what follows if it fails.
   */
  erase(kase: Case, sourceIds: readonly string[], commit: (erased: boolean) => Promise<Told>): Promise<Told> {
    return this.inTurn(async () => {
      const held = await this.read(caseInfo(kase).id);
      if (!held.ok) return held;
      const { path, vault } = held.value;
      const known = sourceIds.some((id) => Object.hasOwn(vault.identities, id));
      const left = Object.entries(vault.identities).filter(([id]) => !sourceIds.includes(id));
      const without = settled({ ...vault, identities: Object.fromEntries(left) }, kase);
      const written = known ? await this.write({ path, vault: without }) : ok(null);
      return written.ok ? commit(known) : written;
    });
  }

  /** Takes in what a case that was just made brings with it, such as a sample. */
  bring(
    kase: Case,
    identities: readonly { sourceId: string; kept: NewIdentity }[],
  ): Promise<Result<null, Problem>> {
    return this.inTurn(async () => {
      if (identities.length === 0) return ok(null);
      const held = await this.read(caseInfo(kase).id);
      if (!held.ok) return held;
      const { path } = held.value;
      let { vault } = held.value;
      for (const { sourceId, kept } of identities) vault = withKept(vault, sourceId, kept);
      return this.write({ path, vault });
    });
  }

  /** The whole vault of a case, for searching what leaves; empty where there is none. */
  vaultOf(kase: Case): Promise<Result<Vault, Problem>> {
    return this.inTurn(async () => {
      const held = await this.read(caseInfo(kase).id);
      return held.ok ? ok(held.value.vault) : held;
    });
  }

  /** Keeps which names are protected, in the place of those before; what is left out is erased. */
  keepNames(kase: Case, { protectedNames, allowed }: ProtectedNames): Promise<Result<null, Problem>> {
    return this.inTurn(async () => {
      const held = await this.read(caseInfo(kase).id);
      if (!held.ok) return held;
      const { path, vault } = held.value;
      return this.write({ path, vault: { ...settled(vault, kase), protectedNames, allowed } });
    });
  }

  /** Answers when everything asked so far is done. */
  async settled(): Promise<void> {
    await this.queue;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async read(caseId: string): Promise<Result<Held, Problem>> {
    await this.sweep();
    const path = vaultPath(this.folder, caseId);
    const vault = await readVault(this.disk, path, caseId);
    return vault.ok ? ok({ path, vault: vault.value }) : fail({ problem: vault.error, file: path });
  }

  private async write({ path, vault }: Held): Promise<Result<null, Problem>> {
    try {
      if (await mkdir(this.folder, { recursive: true, mode: 0o700 }))
        await this.disk.syncFolder(dirname(this.folder));
      await writeVault(this.disk, path, vault);
      return ok(null);
    } catch (error) {
      return fail({ problem: saveProblem(error), file: path });
    }
  }

  /** Removes what a crash left half-written, which holds names as well. Only within a turn, when nothing is written. */
  private async sweep(): Promise<void> {
    for (const name of await this.disk.list(this.folder).catch(() => [])) {
      if (name.startsWith('.') && name.endsWith('.tmp'))
        await this.disk.remove(join(this.folder, name)).catch(() => undefined);
    }
  }
}

function withKept(vault: Vault, sourceId: string, kept: KeptIdentity): Vault {
  const earlier = Object.hasOwn(vault.identities, sourceId) ? vault.identities[sourceId] : undefined;
  return { ...vault, identities: { ...vault.identities, [sourceId]: [...(earlier ?? []), kept] } };
}

/**
 * A vault in which nothing is pending: what the history ever had a commitment to is kept, and the rest never came into
 * the case. Only what is pending is held against the history, since another copy of the case, a duplicate or an earlier
 * version, has a history of its own and shares this vault.
 */
function settled(vault: Vault, kase: Case): Vault {
  if (!Object.values(vault.identities).some((kept) => kept.some(({ pending }) => pending))) return vault;
  const known = commitmentsIn(kase);
  const identities: [string, KeptIdentity[]][] = [];
  for (const [sourceId, all] of Object.entries(vault.identities)) {
    const kept = all.filter((each) => !each.pending || known.has(commitmentTo(each)));
    if (kept.length > 0) identities.push([sourceId, kept.map(({ pending: _pending, ...each }) => each)]);
  }
  return { ...vault, identities: Object.fromEntries(identities) };
}

/** Every commitment that the history of a case ever named. */
function commitmentsIn({ history }: Case): Set<unknown> {
  return new Set(
    history.flatMap(({ changes }) =>
      changes.flatMap(({ kind, after }) => (kind === 'sources' && after?.['commitment']) || []),
    ),
  );
}

import type { ProblemAt, VaultProblem } from '../../shared/problems.ts';
import { caseInfo, type Case } from '../../shared/case/case.ts';
import type { Vault } from '../../shared/case/identity.ts';
import type { Needle } from '../../shared/protection/needle.ts';
import { needlesOf, unsearched } from '../../shared/protection/needles.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { realDisk } from '../case-store/disk.ts';
import { readVault, vaultPath } from '../vault-file.ts';

/** What to search a file of a case for before it leaves. */
export interface Needles {
  needles: Needle[];
  /** Of how many sources the vault that was read does not have the identity, so that it cannot be searched for. */
  unsearched: number;
}

/** The vault of a case, or why it cannot be read: then nothing is known to be safe to leave. */
export type VaultOf = (kase: Case) => Promise<Result<Vault, ProblemAt<VaultProblem>>>;

/** Everything protected in a case, from its vault and from itself, or why the vault cannot be read. */
export async function needlesFor(
  kase: Case,
  vaultOf: VaultOf,
): Promise<Result<Needles, ProblemAt<VaultProblem>>> {
  const vault = await vaultOf(kase);
  if (!vault.ok) return vault;
  return ok({ needles: needlesOf(kase, vault.value), unsearched: unsearched(kase, vault.value) });
}

/**
 * Reads vaults in a folder that another process may be writing to: a file is always whole there. For the command line;
 * a window has its `Vaults`.
 */
export function vaultsIn(folder: string): VaultOf {
  return async (kase) => {
    const { id } = caseInfo(kase);
    const path = vaultPath(folder, id);
    const vault = await readVault(realDisk, path, id);
    return vault.ok ? vault : fail({ problem: vault.error, file: path });
  };
}

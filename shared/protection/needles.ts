import type { Case } from '../case/case.ts';
import { identityFor, type Vault } from '../case/identity.ts';
import { caseNeedles } from './case-needles.ts';
import type { Needle } from './needle.ts';
import { vaultNeedles } from './vault-needles.ts';

/** Everything that must be in no file that leaves, from the vault and from the case itself. */
export function needlesOf(kase: Case, vault: Vault): Needle[] {
  return [...vaultNeedles(vault, kase), ...caseNeedles(kase)];
}

/**
 * How many sources have an identity that this vault does not have, so that their names cannot be searched for: the
 * vault is on another computer, or was lost.
 */
export function unsearched({ records }: Case, vault: Vault): number {
  return [...records.sources.values()].filter(
    ({ id, commitment }) => commitment !== null && !identityFor(vault, id, commitment),
  ).length;
}

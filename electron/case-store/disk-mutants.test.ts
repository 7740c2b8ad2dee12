import { describe, expect, test } from 'vitest';
import { DISK_MUTANTS } from '../testing/disk-mutants.ts';
import { verdict } from '../testing/judge.ts';
import { CaseStore } from './case-store.ts';

/** The proofs can fail: with any one protection left out, an exploration finds a lost edit. */
describe('on a disk that leaves something out', { timeout: 600_000 }, () => {
  test.each(DISK_MUTANTS)('$name: caught by $caughtBy', async (mutant) => {
    const outcome = await verdict(mutant, { store: CaseStore, mutate: mutant.mutate });
    expect(outcome).toBe(mutant.caughtBy === 'nothing' ? 'harmless' : 'caught');
  });
});

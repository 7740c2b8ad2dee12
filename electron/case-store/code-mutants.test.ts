import { describe, expect, test } from 'vitest';
import { CODE_MUTANTS } from '../testing/code-mutants.ts';
import { verdict } from '../testing/judge.ts';
import { storeWith } from '../testing/mutated-store.ts';

/** The proofs can fail: with any one protection left out, an exploration finds a lost edit. */
describe('with something taken out of the source', { timeout: 600_000 }, () => {
  test.each(CODE_MUTANTS)('$name: caught by $caughtBy', async (mutant) => {
    const outcome = await verdict(mutant, { store: await storeWith(mutant.edits) });
    expect(outcome).toBe(mutant.caughtBy === 'nothing' ? 'harmless' : 'caught');
  });
});

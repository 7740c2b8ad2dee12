import { expect, test } from 'vitest';
import { newWorld } from '../testing/crash-exploration.ts';
import { exploreTwoVersions } from '../testing/two-versions.ts';
import { CaseStore } from './case-store.ts';

/** `npm run test:durability` sets STET_CRASH_STATES for the long version. */
const STATES = Math.ceil(Number(process.env['STET_CRASH_STATES'] ?? 6_000) / 6);

test('of two versions of a case neither is ever lost', { timeout: 3_600_000 }, async () => {
  const world = newWorld(20261125, STATES, { store: CaseStore });
  await exploreTwoVersions(world);
  console.log(
    `two versions: ${world.explored} crash states around a file changed from outside, nothing lost`,
  );
  expect(world.explored).toBeGreaterThanOrEqual(STATES);
});

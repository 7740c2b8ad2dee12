import { expect, test } from 'vitest';
import { exploreDamage, newDamageWorld } from '../testing/damage-exploration.ts';
import { CaseStore } from './case-store.ts';

/** `npm run test:durability` sets STET_CRASH_STATES for the long version. */
const ROUNDS = Math.ceil(Number(process.env['STET_CRASH_STATES'] ?? 6_000) / 10);

test('no acknowledged edit vanishes in silence from a damaged case', { timeout: 3_600_000 }, async () => {
  const world = newDamageWorld(20261124, { store: CaseStore });
  await exploreDamage(world, ROUNDS);
  console.log(
    `damage: ${world.tried} damaged cases, in ${world.reported} edits could not be recovered: ` +
      'each time it was reported and every byte kept',
  );
  expect(world.reported).toBeGreaterThan(0);
});

import { describe, expect, test } from 'vitest';
import { explore, newWorld } from '../testing/crash-exploration.ts';
import { CaseStore } from './case-store.ts';

/** `npm run test:durability` sets STET_CRASH_STATES for the long version. */
const STATES = Number(process.env['STET_CRASH_STATES'] ?? 6_000);

describe('power cuts', () => {
  test.each([
    ['alone', 0],
    ['mixed with failing operations', 0.15],
  ])(`%s: no acknowledged edit is lost`, { timeout: 7_200_000 }, async (name, faultRate) => {
    const world = newWorld(20261123, Math.ceil(STATES / 2), { store: CaseStore, faultRate });
    await explore(world);
    console.log(
      `power cuts ${name}: ${world.explored} crash states, ${world.faults} failed operations, ` +
        `${world.refused} refused edits, no acknowledged edit lost`,
    );
    expect(world.explored).toBeGreaterThanOrEqual(Math.ceil(STATES / 2));
    expect(world.refused > 0).toBe(faultRate > 0);
  });
});

import { describe, expect, test } from 'vitest';
import { createCase } from '../../shared/commands/create-case.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import type { Context } from '../../shared/events/event.ts';
import { verifyCase } from '../../shared/events/verify-case.ts';
import { seeded, SimulatedDisk, type Random } from '../testing/simulated-disk.ts';
import { CaseStore } from './case-store.ts';
import type { Disk } from './disk.ts';
import type { Neighbourhood } from './lock.ts';
import { MUTANTS } from '../testing/mutants.ts';

/**
 * Cuts the power after every single operation of commits, snapshots, closings and reopenings, builds disks that the cut
 * could leave, opens the case on each, and sometimes goes on working there and cuts again. No acknowledged edit may be
 * lost, nothing may be unreadable, and nothing may be there beyond what was acknowledged and at most the one batch in
 * flight. `npm run test:durability` sets STET_CRASH_STATES for the long version.
 */
const STATES = Number(process.env['STET_CRASH_STATES'] ?? 4_000);
const PATH = '/cases/Case.stet';

/** After a power cut everybody is dead. */
const neighbourhood: Neighbourhood = {
  self: () => ({ host: 'here', pid: 1, started: '1', boot: '1' }),
  lifeOf: async () => 'dead',
  now: () => '2026-11-23T14:02:00.000Z',
};

interface World {
  random: Random;
  context: () => Context;
  statesLeft: number;
  explored: number;
  mutate: (disk: Disk) => Disk;
  /** The first thing that went wrong; the store under test would swallow an error thrown in its disk. */
  lost: Error | null;
}

class Lost extends Error {}

function newWorld(seed: number, states: number, mutate: (disk: Disk) => Disk = (disk) => disk): World {
  let count = 0;
  return {
    random: seeded(seed),
    context: () => ({ at: '2026-11-23T14:02:00.000Z', by: 'M', newId: () => `id-${++count}` }),
    statesLeft: states,
    explored: 0,
    mutate,
    lost: null,
  };
}

/** What the person was told is safe, and what was asked but not answered yet. */
interface Ledger {
  acknowledged: string[];
  inFlight: string[];
}

const statementsOf = (store: CaseStore): string[] =>
  [...store.kase.records.allegations.values()].map((each) => each.statement);

async function opened(world: World, disk: SimulatedDisk): Promise<CaseStore> {
  const answer = await CaseStore.open(PATH, {}, { disk: world.mutate(disk), neighbourhood });
  if (!answer.ok) throw new Lost(`unreadable: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Opens the case on a disk that a crash left, and holds it against what was promised. */
async function check(
  world: World,
  disk: SimulatedDisk,
  { acknowledged, inFlight }: Ledger,
  depth: number,
): Promise<void> {
  world.explored++;
  const store = await opened(world, disk);
  const found = statementsOf(store);
  const kept = acknowledged.every((statement, index) => found[index] === statement);
  const more = found.slice(acknowledged.length);
  if (!kept) throw new Lost(`acknowledged ${acknowledged.length}, found ${JSON.stringify(found)}`);
  if (more.length > 0 && more.join() !== inFlight.join()) throw new Lost(`never asked for: ${more.join()}`);
  if (store.found.problem) throw new Lost(`damage was reported: ${store.found.problem.code}`);
  if (store.readOnly) throw new Lost('the lock of a dead process was respected');
  if (verifyCase(store.kase)) throw new Lost('the history does not hold');
  if (depth > 0 && world.random() < 0.1) await work(world, disk, found, depth - 1, store);
}

/** A stretch of work on a disk, with the power failing after every operation of it. */
async function work(
  world: World,
  disk: SimulatedDisk,
  before: readonly string[],
  depth: number,
  already?: CaseStore,
): Promise<void> {
  const ledger: Ledger = { acknowledged: [...before], inFlight: [] };
  const cut = async (): Promise<void> => {
    for (let each = 0; each < 2 && world.statesLeft > 0 && !world.lost; each++) {
      world.statesLeft--;
      const left = world.random() < 0.1 ? disk.afterKill() : disk.afterPowerCut(world.random);
      const promised = { ...ledger, acknowledged: [...ledger.acknowledged] };
      await check(world, left, promised, depth).catch((error: unknown) => {
        world.lost ??= error as Error;
      });
    }
  };
  disk.after = cut;
  let store = already ?? (await opened(world, disk));
  const commit = async (): Promise<void> => {
    const names = world.random() < 0.3 ? ['a', 'b'] : ['a'];
    const statements = names.map((name) => `S${ledger.acknowledged.length}${name}`);
    ledger.inFlight = statements;
    const commands = statements.map((statement): CommandValue => ({
      type: 'record-allegation',
      statement,
      passage: null,
    }));
    const done = await store.commit(commands, world.context);
    if (done.ok) ledger.acknowledged.push(...statements);
    ledger.inFlight = [];
  };
  for (let step = 0; step < 6 && world.statesLeft > 0 && !world.lost; step++) {
    const dice = world.random();
    if (dice < 0.6) await commit();
    else if (dice < 0.8) await Promise.all([store.snapshot(), commit()]);
    else if (dice < 0.9) await store.snapshot();
    else {
      await store.close();
      store = await opened(world, disk);
    }
  }
  disk.after = async () => {};
}

async function explore(world: World): Promise<void> {
  for (let round = 0; world.statesLeft > 0; round++) {
    const disk = new SimulatedDisk();
    await CaseStore.create(PATH, createCase({ title: 'Case' }, world.context()), disk);
    await work(world, disk, [], 2);
    if (world.lost) throw world.lost;
  }
}

describe('power cuts', () => {
  test(`no acknowledged edit is lost in ${STATES} crash states`, { timeout: 3_600_000 }, async () => {
    const world = newWorld(20261123, STATES);
    await explore(world);
    console.log(`power cuts: ${world.explored} crash states, no acknowledged edit lost`);
    expect(world.explored).toBeGreaterThanOrEqual(STATES);
  });
});

describe('the simulation can fail', () => {
  test.each(MUTANTS.filter((mutant) => !mutant.harmless))(
    '$name is caught',
    { timeout: 600_000 },
    async ({ mutate }) => {
      await expect(explore(newWorld(7, 20_000, mutate))).rejects.toThrow(Lost);
    },
  );
});

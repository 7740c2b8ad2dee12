import { createCase } from '../../shared/commands/create-case.ts';
import type { CommandValue } from '../../shared/commands/index.ts';
import type { Context } from '../../shared/events/event.ts';
import { verifyCase } from '../../shared/events/verify-case.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import type { Disk } from '../case-store/disk.ts';
import type { Neighbourhood } from '../case-store/lock.ts';
import { below, seeded, type Random } from './random.ts';
import { SimulatedDisk, type Fault } from './simulated-disk.ts';

/**
 * Cuts the power (or kills the process) after every single operation of commits, snapshots, closings and reopenings,
 * builds disks that the cut could leave, opens the case on each, and sometimes goes on
 * working there and cuts again. In half of the stretches operations fail as well. No acknowledged edit may be lost,
 * nothing may be unreadable or called damaged, and nothing may be there beyond what was acknowledged and what was asked
 * for since and not answered, or refused.
 */

export const PATH = '/cases/Case.stet';

/** The class under test: as it is, or with something left out. */
export type Store = Pick<typeof CaseStore, 'open' | 'create'>;

export interface World {
  store: Store;
  mutate: (disk: Disk) => Disk;
  random: Random;
  context: () => Context;
  statesLeft: number;
  explored: number;
  /** Operations that were made to fail, and edits refused because of that. */
  faults: number;
  refused: number;
  /** How often an operation begins to fail, in every second stretch of work. */
  faultRate: number;
  /** The files whose operations may fail. */
  faultsIn: RegExp;
  /** The first thing that went wrong; the store under test would swallow an error thrown in its disk. */
  lost: Lost | null;
}

/** A promise was broken. */
export class Lost extends Error {
  /** Says on which disk, unless a crash state inside did so already. */
  on(disk: SimulatedDisk): this {
    if (!this.message.includes('\n')) this.message += `\n${disk.story.slice(-60).join('\n')}`;
    return this;
  }
}

export function newWorld(
  seed: number,
  states: number,
  {
    store,
    mutate = (disk) => disk,
    faultRate = 0.06,
    faultsIn = /./u,
  }: { store: Store; mutate?: World['mutate']; faultRate?: number; faultsIn?: RegExp },
): World {
  let count = 0;
  return {
    store,
    mutate,
    random: seeded(seed),
    context: () => ({ at: '2026-11-23T14:02:00.000Z', by: 'M', newId: () => `id-${++count}` }),
    statesLeft: states,
    explored: 0,
    faults: 0,
    refused: 0,
    faultRate,
    faultsIn,
    lost: null,
  };
}

/** What the person was told is safe, and what was asked for since: not answered yet, or refused. */
interface Ledger {
  acknowledged: string[];
  asked: string[][];
}

/** After a power cut everybody is dead. */
export const everybodyDead: Neighbourhood = {
  self: () => ({ host: 'here', pid: 1, started: '1', boot: '1' }),
  lifeOf: async () => 'dead',
  now: () => '2026-11-23T14:02:00.000Z',
};

export const statementsOf = (store: CaseStore): string[] =>
  [...store.kase.records.allegations.values()].map((each) => each.statement);

export const allegation = (statement: string): CommandValue => ({
  type: 'record-allegation',
  statement,
  passage: null,
});

export async function explore(world: World): Promise<void> {
  while (world.statesLeft > 0) {
    const disk = new SimulatedDisk(world.random);
    const created = await world.store.create(PATH, createCase({ title: 'Case' }, world.context()), disk);
    if (!created.ok) throw new Lost(`not created: ${created.error.code}`);
    await new Stretch(world, disk, [], 2).work().catch((error: unknown) => {
      if (!(error instanceof Lost)) throw error;
      world.lost ??= error;
    });
    if (world.lost) throw world.lost;
  }
}

async function opened(world: World, disk: SimulatedDisk): Promise<CaseStore> {
  const answer = await world.store.open(PATH, {}, { disk: world.mutate(disk), neighbourhood: everybodyDead });
  if (!answer.ok) throw new Lost(`unreadable: ${JSON.stringify(answer.error)}`);
  if (answer.value.readOnly) throw new Lost('the lock of a dead process was respected');
  return answer.value;
}

/** Holds an opened case against what was promised, and answers what it holds. */
function hold(store: CaseStore, { acknowledged, asked }: Ledger): string[] {
  const found = statementsOf(store);
  if (!acknowledged.every((statement, index) => found[index] === statement))
    throw new Lost(`acknowledged ${acknowledged.join(' ')}, found ${found.join(' ')}`);
  const more = found.slice(acknowledged.length).join();
  // Of what was asked for at once a part may be there; of a batch everything or nothing.
  const mayBe = asked.some((_, from) =>
    asked.some(
      (__, to) =>
        asked
          .slice(from, to + 1)
          .flat()
          .join() === more,
    ),
  );
  if (more !== '' && !mayBe) throw new Lost(`never asked for: ${more}`);
  if (store.found.problem) throw new Lost(`damage was reported: ${store.found.problem.code}`);
  if (verifyCase(store.kase)) throw new Lost('the history does not hold');
  return found;
}

/** A stretch of work on a disk, with the power failing after every operation of it. */
class Stretch {
  private readonly ledger: Ledger;
  private readonly faulty: boolean;
  private failing = false;

  constructor(
    private readonly world: World,
    private readonly disk: SimulatedDisk,
    before: readonly string[],
    private readonly depth: number,
    private store: CaseStore | null = null,
  ) {
    this.ledger = { acknowledged: [...before], asked: [] };
    this.faulty = world.random() < 0.5;
  }

  private get goesOn(): boolean {
    return this.world.statesLeft > 0 && !this.world.lost;
  }

  async work(): Promise<void> {
    const { world, disk } = this;
    disk.after = () => this.cut();
    if (this.faulty) disk.fault = (_operation, path) => this.fault(path);
    this.store ??= await this.reopened();
    for (let step = 0; step < 6 && this.goesOn; step++) {
      const dice = world.random();
      if (dice < 0.45) await this.commit();
      else if (dice < 0.55) await Promise.all([this.commit(), this.commit(), this.commit()]);
      else if (dice < 0.75) await Promise.all([this.store.snapshot(), this.commit()]);
      else if (dice < 0.85) await this.store.snapshot();
      else {
        await this.store.close();
        this.store = await this.reopened();
      }
    }
    disk.after = async () => {};
    disk.fault = () => null;
  }

  /** What the power may leave at this moment is opened; what is found there is sometimes worked on. */
  private async cut(): Promise<void> {
    const { world, disk, ledger } = this;
    for (let each = 0; each < 2 && this.goesOn; each++) {
      world.statesLeft--;
      world.explored++;
      const left = world.random() < 0.15 ? disk.afterKill() : disk.afterPowerCut(world.random);
      const promised = { acknowledged: [...ledger.acknowledged], asked: [...ledger.asked] };
      await this.check(left, promised).catch((error: unknown) => {
        if (!(error instanceof Lost)) throw error;
        world.lost ??= error.on(left);
      });
    }
  }

  private async check(disk: SimulatedDisk, promised: Ledger): Promise<void> {
    const { world, depth } = this;
    const store = await opened(world, disk);
    const found = hold(store, promised);
    if (depth > 0 && world.random() < 0.1) await new Stretch(world, disk, found, depth - 1, store).work();
  }

  private fault(path: string): Fault | null {
    const { world } = this;
    if (!world.faultsIn.test(path)) return null;
    // A disk that fails once is likely to fail again at once.
    this.failing = world.random() < (this.failing ? 0.4 : world.faultRate);
    if (!this.failing) return null;
    world.faults++;
    return { code: world.random() < 0.5 ? 'EIO' : 'ENOSPC', happened: world.random() < 0.6 };
  }

  /** Opens the case after it was closed; where an operation fails there it has to open when none does. */
  private async reopened(): Promise<CaseStore> {
    const { world, disk } = this;
    const surroundings = { disk: world.mutate(disk), neighbourhood: everybodyDead };
    const answer = await world.store.open(PATH, {}, surroundings);
    let store: CaseStore;
    if (answer.ok && !answer.value.readOnly) store = answer.value;
    else {
      if (answer.ok) await answer.value.close();
      disk.fault = () => null;
      store = await opened(world, disk);
      if (this.faulty) disk.fault = (_operation, path) => this.fault(path);
    }
    this.ledger.acknowledged = hold(store, this.ledger);
    this.ledger.asked = [];
    return store;
  }

  private async commit(): Promise<void> {
    const { world, ledger, store } = this;
    const names = world.random() < 0.3 ? ['a', 'b'] : ['a'];
    const number = world.explored;
    // Now and then a long one, which the disk takes in several writes.
    const tail = world.random() < 0.05 ? 'x'.repeat(1900) : '';
    const statements = names.map((name) => `S${number}.${below(world.random, 1e6)}${name}${tail}`);
    ledger.asked.push(statements);
    const done = await (store as CaseStore).commit(statements.map(allegation), world.context);
    if (done.ok) {
      ledger.acknowledged.push(...statements);
      ledger.asked = ledger.asked.slice(ledger.asked.indexOf(statements) + 1);
      return;
    }
    world.refused++;
    if (!('save' in done.error) || !this.faulty) throw new Lost(`refused: ${JSON.stringify(done.error)}`);
    const kept = statementsOf(store as CaseStore);
    if (kept.includes(statements[0] as string)) throw new Lost('memory holds what was refused');
  }
}

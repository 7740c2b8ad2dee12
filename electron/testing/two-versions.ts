import { createCase } from '../../shared/commands/create-case.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { allegation, everybodyDead, Lost, PATH, statementsOf, type World } from './crash-exploration.ts';
import { below } from './random.ts';
import { SimulatedDisk } from './simulated-disk.ts';

/**
 * Something else replaces the file of an open case, or removes it, at any moment of the work. It is never overwritten
 * unasked; whichever version the person decides for, with the power failing after every operation of that, both are
 * there afterwards: theirs byte by byte, ours with every acknowledged edit.
 */
export async function exploreTwoVersions(world: World): Promise<void> {
  while (world.statesLeft > 0) await new Conflict(world).play();
}

const FOLDER = '/cases';
const ASIDE = `${FOLDER}/Case aside.stet`;

class Conflict {
  private readonly disk: SimulatedDisk;
  private readonly acknowledged: string[] = [];
  /** The other version since it is there; null if the file was removed. */
  private theirs: Buffer | null = null;
  /** Edits that the replaced file held: they are in memory only until the person has decided. */
  private replaced: string[] = [];

  constructor(private readonly world: World) {
    this.disk = new SimulatedDisk(world.random);
  }

  async play(): Promise<void> {
    const { world, disk } = this;
    await world.store.create(PATH, createCase({ title: 'Case' }, world.context()), disk);
    const original = Buffer.from(await disk.read(PATH)).toString('utf8');
    const store = await this.opened(disk);
    await this.edit(store, 1 + below(world.random, 3));
    if (world.random() < 0.3) {
      await store.snapshot();
      await this.edit(store, 1);
    }
    const removed = world.random() < 0.2;
    const theirs = removed ? null : Buffer.from(original.replace('"Case"', '"Their case"'));
    await this.meddle(store, theirs);
    await this.edit(store, below(world.random, 2));
    await this.cut();
    if (!(await store.changedOutside())) throw new Lost('the change was not noticed');
    if ((await store.snapshot()).ok) throw new Lost('the other version was overwritten unasked');
    await this.cut();
    disk.after = () => this.cut();
    const decided = world.random() < 0.5 ? await store.keepMine(ASIDE) : await store.giveWay(ASIDE);
    if (!decided.ok) throw new Lost(`neither version won: ${decided.error.code}`);
    this.replaced = [];
    await store.close();
    disk.after = async () => {};
    await this.cut();
    if (world.lost) throw world.lost;
  }

  /** At once, or in the middle of a snapshot. */
  private async meddle(store: CaseStore, theirs: Buffer | null): Promise<void> {
    const { disk, world } = this;
    const put = async (): Promise<void> => {
      const before = Buffer.from(await disk.read(PATH));
      this.replaced = this.acknowledged.filter((each) => before.includes(`"${each}"`));
      this.theirs = theirs;
      disk.putFromOutside(PATH, theirs);
    };
    if (world.random() < 0.5) return put();
    let operations = 1 + below(world.random, 4);
    disk.after = async (operation) => {
      // Between the last look at the file and the rename there is a gap that no file system lets anybody close.
      if (operation === 'rename') operations = 0;
      else if (--operations === 0) await put();
    };
    await store.snapshot();
    disk.after = async () => {};
    if (operations > 0 || !(await store.changedOutside())) await put();
  }

  private async edit(store: CaseStore, times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const statement = `Ours ${this.world.explored}.${this.acknowledged.length}`;
      const done = await store.commit([allegation(statement)], this.world.context);
      if (!done.ok) throw new Lost(`refused: ${JSON.stringify(done.error)}`);
      this.acknowledged.push(statement);
    }
  }

  private async opened(disk: SimulatedDisk): Promise<CaseStore> {
    const { world } = this;
    const surroundings = { disk: world.mutate(disk), neighbourhood: everybodyDead };
    const answer = await world.store.open(PATH, {}, surroundings);
    if (!answer.ok) throw new Lost(`unreadable: ${answer.error.code}`);
    return answer.value;
  }

  private async cut(): Promise<void> {
    const { world } = this;
    if (world.statesLeft <= 0 || world.lost) return;
    world.statesLeft--;
    world.explored++;
    const disk = this.disk.afterPowerCut(world.random);
    await this.hold(disk).catch((error: unknown) => {
      if (!(error instanceof Lost)) throw error;
      world.lost ??= error.on(disk);
    });
  }

  /** Both versions are among the files, before anybody opens the case and after. */
  private async hold(disk: SimulatedDisk): Promise<void> {
    await this.bothThere(disk);
    if (!(await disk.fingerprint(PATH))) return;
    const store = await this.opened(disk);
    const found = statementsOf(store);
    const missing = this.acknowledged.filter(
      (each) => !found.includes(each) && !this.replaced.includes(each),
    );
    const besides = (await disk.list(FOLDER)).includes('Case aside.stet');
    if (missing.length > 0 && !store.found.problem && !besides) throw new Lost('ours vanished in silence');
    await store.close();
    await this.bothThere(disk);
  }

  private async bothThere(disk: SimulatedDisk): Promise<void> {
    const names = await disk.list(FOLDER);
    const files = await Promise.all(names.map((name) => disk.read(`${FOLDER}/${name}`)));
    const buffers = files.map((bytes) => Buffer.from(bytes));
    const { theirs } = this;
    // Stet may have opened it since and written it anew: then its title says whose it is.
    const isTheirs = (file: Buffer): boolean => file.includes('"Their case"');
    if (theirs && !buffers.some((each) => each.equals(theirs) || isTheirs(each)))
      throw new Lost('their version is gone');
    const ours = this.acknowledged.filter((each) => !this.replaced.includes(each));
    const gone = ours.filter((each) => !buffers.some((file) => file.includes(`"${each}"`)));
    if (gone.length > 0) throw new Lost(`of ours is gone: ${gone.join(', ')}`);
  }
}

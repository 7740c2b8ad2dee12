import { createCase } from '../../shared/commands/create-case.ts';
import { verifyCase } from '../../shared/events/verify-case.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import type { Disk } from '../case-store/disk.ts';
import { allegation, everybodyDead, Lost, PATH, statementsOf, type Store } from './crash-exploration.ts';
import { DAMAGES, type Scene } from './damages.ts';
import { below, oneOf, seeded, type Random } from './random.ts';
import { SimulatedDisk } from './simulated-disk.ts';

/**
 * A crash leaves a case with its journals; then the disk, a program or a person damages one of the files. No
 * acknowledged edit may vanish in silence: it is recovered, or the damage is reported and every byte of the journals is
 * still there. Nothing may be made up, and work must go on. The one exception is the very end of the newest journal:
 * what is lost there looks exactly like an edit that was not finished when the power failed.
 */

const FOLDER = '/cases';

export interface DamageWorld {
  store: Store;
  mutate: (disk: Disk) => Disk;
  random: Random;
  context: () => { at: string; by: string; newId: () => string };
  /** Damaged cases tried, and how many of them made edits miss that were reported. */
  tried: number;
  reported: number;
}

export function newDamageWorld(
  seed: number,
  { store, mutate = (disk) => disk }: { store: Store; mutate?: DamageWorld['mutate'] },
): DamageWorld {
  let count = 0;
  const context = () => ({ at: '2026-11-23T14:02:00.000Z', by: 'M', newId: () => `id-${++count}` });
  return { store, mutate, random: seeded(seed), context, tried: 0, reported: 0 };
}

export async function exploreDamage(world: DamageWorld, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const scene = await newScene(world, 'Case');
    const other = await newScene(world, 'Other');
    const { name, inflict } = oneOf(world.random, DAMAGES);
    const harm = inflict(scene, other, world.random);
    if (!harm) continue;
    for (const [path, bytes] of harm.files) scene.disk.putFromOutside(path, bytes);
    world.tried++;
    try {
      await held(world, scene, harm.unnoticed ?? [], harm.version ?? null);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      error.message = `${name}: ${error.message}\n${scene.disk.story.slice(-60).join('\n')}`;
      throw error;
    }
  }
}

async function opened(world: DamageWorld, disk: SimulatedDisk): Promise<CaseStore> {
  const surroundings = { disk: world.mutate(disk), neighbourhood: everybodyDead };
  const answer = await world.store.open(PATH, {}, surroundings);
  if (!answer.ok) throw new Lost(`unreadable: ${JSON.stringify(answer.error)}`);
  if (answer.value.readOnly) throw new Lost('opened for reading only');
  return answer.value;
}

/** Several sessions of work, each ended by a kill; some have an edit that was refused because the disk failed. */
async function newScene(world: DamageWorld, title: string): Promise<Scene> {
  const { random } = world;
  let disk = new SimulatedDisk(random);
  await world.store.create(PATH, createCase({ title }, world.context()), disk);
  let acknowledged: string[] = [];
  const versions: Scene['versions'] = [];
  const sessions = 1 + below(random, 3);
  const parting = below(random, sessions);
  let elsewhere: Scene['elsewhere'] = { file: new Uint8Array(), statements: [] };
  for (let session = 0; session < sessions; session++) {
    const store = await opened(world, disk);
    // With what was refused last, if it came back.
    acknowledged = statementsOf(store);
    const edits = 1 + below(random, 5);
    for (let edit = 0; edit < edits; edit++) {
      const refuse = random() < 0.1;
      const statement = `${title} ${session}.${edit}`;
      if (refuse)
        disk.fault = (operation) => (operation === 'sync' ? { code: 'EIO', happened: false } : null);
      const done = await store.commit([allegation(statement)], world.context);
      disk.fault = () => null;
      if (done.ok !== !refuse) throw new Lost(`${statement} was ${done.ok ? 'acknowledged' : 'refused'}`);
      if (done.ok) acknowledged.push(statement);
      versions.push({ acknowledged: [...acknowledged], files: await filesOf(disk) });
      if (random() < 0.2) await store.snapshot();
    }
    disk = disk.afterKill();
    if (session === parting) elsewhere = await workElsewhere(world, disk.afterKill());
  }
  const files = await filesOf(disk);
  // All of it durable: what a crash leaves is power-cut.test.ts's business, here it is only damaged.
  for (const [path, bytes] of files) disk.putFromOutside(path, bytes);
  const journals = [...files.keys()].filter((path) => /\.journal-\d+$/u.test(path));
  journals.sort((a, b) => generationOf(a) - generationOf(b));
  return { disk, acknowledged, files, journals, versions, elsewhere };
}

/** Somebody else goes on with a copy of the case. */
async function workElsewhere(world: DamageWorld, copy: SimulatedDisk): Promise<Scene['elsewhere']> {
  const store = await opened(world, copy);
  const edits = 1 + below(world.random, 3);
  for (let edit = 0; edit < edits; edit++)
    await store.commit([allegation(`Elsewhere ${edit}`)], world.context);
  const statements = statementsOf(store);
  await store.close();
  return { file: await copy.read(PATH), statements };
}

const generationOf = (path: string): number => Number(path.slice(path.lastIndexOf('-') + 1));

async function filesOf(disk: SimulatedDisk): Promise<Map<string, Uint8Array>> {
  const names = await disk.list(FOLDER);
  const files = names.map(
    async (name) => [`${FOLDER}/${name}`, await disk.read(`${FOLDER}/${name}`)] as const,
  );
  return new Map(await Promise.all(files));
}

/**
 * Opens a damaged case and holds it against the promise.
 * @param unnoticed edits whose loss nobody can notice
 * @param version what the case file holds if it is not the one that belongs to the journals
 */
async function held(
  world: DamageWorld,
  { disk: whole, acknowledged }: Scene,
  unnoticed: readonly string[],
  version: readonly string[] | null,
): Promise<void> {
  const damaged = await filesOf(whole);
  const interrupted = world.random() < 0.4;
  let disk = interrupted ? await openingCutOff(world, whole) : whole;
  const store = await opened(world, disk);
  const found = statementsOf(store);
  const missing = acknowledged.filter((statement) => !found.includes(statement));
  if (
    ![acknowledged, ...(version ? [version] : [])].some((expected) =>
      isBeginningOf(expected, found, acknowledged),
    )
  )
    throw new Lost(`never acknowledged in this order: ${found.join(', ')} of ${acknowledged.join(', ')}`);
  if (!version && verifyCase(store.kase)) throw new Lost('the history does not hold');
  const silent = missing.filter((statement) => !unnoticed.includes(statement));
  // The opening that was cut off may have put the journals aside already; then nothing else is left of them to report.
  if (silent.length > 0 && !store.found.problem && !interrupted)
    throw new Lost(`vanished in silence: ${silent.join(', ')}`);
  if (silent.length > 0) world.reported++;

  if (!(await store.commit([allegation('Afterwards')], world.context)).ok)
    throw new Lost('work does not go on');
  const killed = world.random() < 0.5;
  if (killed) disk = disk.afterKill();
  else if (!(await store.close()).ok) throw new Lost('it cannot be closed');
  const again = await opened(world, disk);
  if (statementsOf(again).join() !== [...found, 'Afterwards'].join())
    throw new Lost(`when opened again there was ${statementsOf(again).join(', ')}`);
  if (again.found.problem) throw new Lost('reported twice');
  await again.close();
  const after = [...(await filesOf(disk)).values()].map((bytes) => Buffer.from(bytes));
  for (const [path, bytes] of silent.length > 0 ? holding(damaged, missing) : []) {
    if (!after.some((each) => each.equals(bytes))) throw new Lost(`${path} was not kept`);
  }
}

/** Whether `found` is what should be there, or its beginning. A refused edit may have come back at the end. */
function isBeginningOf(
  expected: readonly string[],
  found: readonly string[],
  acknowledged: readonly string[],
): boolean {
  const wrong = found.findIndex((statement, index) => statement !== expected[index]);
  return wrong < 0 || (wrong === found.length - 1 && !acknowledged.includes(found[wrong] as string));
}

/** The disk that a power cut leaves in the middle of the first opening after the damage. */
async function openingCutOff(world: DamageWorld, disk: SimulatedDisk): Promise<SimulatedDisk> {
  const trial = disk.afterKill();
  let left: SimulatedDisk = disk;
  let operations = below(world.random, 60);
  trial.after = async () => {
    if (operations-- === 0) left = trial.afterPowerCut(world.random);
  };
  await opened(world, trial);
  return left;
}

/** The journals as they are after the damage that hold, or held, one of the missing edits. */
function holding(files: ReadonlyMap<string, Uint8Array>, missing: readonly string[]): [string, Uint8Array][] {
  return [...files].filter(([path, bytes]) => {
    if (!/\.journal-\d+$/u.test(path)) return false;
    const text = Buffer.from(bytes).toString('utf8');
    return missing.some((statement) => text.includes(`"${statement}"`));
  });
}

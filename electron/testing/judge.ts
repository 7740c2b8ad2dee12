import type { Disk } from '../case-store/disk.ts';
import { explore, Lost, newWorld, type Store } from './crash-exploration.ts';
import { exploreDamage, newDamageWorld } from './damage-exploration.ts';
import { exploreTwoVersions } from './two-versions.ts';

/** Stet with one protection left out: of its source, or of the disk under it. */
interface Mutant {
  store: Store;
  mutate?: (disk: Disk) => Disk;
}

const EXPLORATIONS = {
  'power cuts': (mutant: Mutant, states: number) => explore(newWorld(7, states, { ...mutant, faultRate: 0 })),
  'failing operations': (mutant: Mutant, states: number) =>
    explore(newWorld(8, states, { ...mutant, faultRate: 0.15 })),
  'refused edits': (mutant: Mutant, states: number) =>
    explore(newWorld(13, states, { ...mutant, faultRate: 0.3, faultsIn: /journal-\d+$/u })),
  damage: (mutant: Mutant, states: number) => exploreDamage(newDamageWorld(9, mutant), states / 8),
  'two versions': (mutant: Mutant, states: number) => exploreTwoVersions(newWorld(10, states / 4, mutant)),
};
type Exploration = keyof typeof EXPLORATIONS;

/** What must find a lost edit when a protection is left out; or why leaving it out loses none. */
export type Fate = { caughtBy: Exploration } | { caughtBy: 'nothing'; harmless: string };

/** States tried before a mutant is taken for not caught; and how many a harmless one has to survive. */
const PATIENCE = 80_000;
const SURVIVES = 240;

/**
 * Whether an edit gets lost: in the exploration that a mutant names, or in any of them for one that says it is harmless,
 * or its reason is not true.
 */
export async function verdict({ caughtBy }: Fate, mutant: Mutant): Promise<'caught' | 'harmless'> {
  try {
    if (caughtBy !== 'nothing') await EXPLORATIONS[caughtBy](mutant, PATIENCE);
    else for (const exploration of Object.values(EXPLORATIONS)) await exploration(mutant, SURVIVES);
    return 'harmless';
  } catch (error) {
    if (error instanceof Lost) return 'caught';
    throw error;
  }
}

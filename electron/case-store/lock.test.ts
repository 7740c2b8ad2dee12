import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testFolder } from '../testing/folder.ts';
import { realDisk } from './disk.ts';
import { takeLock, type Life, type LockAnswer, type Neighbourhood } from './lock.ts';

/** A machine of processes that live and die as the test says. */
function machine(lives: Map<number, Life>) {
  return (pid: number): Neighbourhood => ({
    self: () => ({ host: 'here', pid, started: String(pid), boot: 'b' }),
    lifeOf: async (owner) => lives.get(owner.pid) ?? 'dead',
    now: () => '2026-11-23T14:02:00.000Z',
  });
}

const winners = (answers: LockAnswer[]) => answers.filter((answer) => answer.taken);

describe('the lock of a case', () => {
  test('one of many who come at once gets it', async () => {
    const path = join(testFolder(), 'Case.stet');
    const pids = Array.from({ length: 20 }, (_, index) => index + 1);
    const as = machine(new Map(pids.map((pid) => [pid, 'alive'])));
    const answers = await Promise.all(pids.map((pid) => takeLock(realDisk, path, as(pid))));
    expect(winners(answers)).toHaveLength(1);
  });

  test('a dead owner is taken over at once, by exactly one of many', async () => {
    for (let round = 0; round < 30; round++) {
      const path = join(testFolder(), 'Case.stet');
      const lives = new Map<number, Life>();
      const as = machine(lives);
      await takeLock(realDisk, path, as(999));
      const pids = Array.from({ length: 8 }, (_, index) => index + 1);
      for (const pid of pids) lives.set(pid, 'alive');
      const answers = await Promise.all(pids.map((pid) => takeLock(realDisk, path, as(pid))));
      expect(winners(answers)).toHaveLength(1);
      expect(readdirSync(join(path, '..'))).toEqual(['Case.stet.lock']);
    }
  });

  test('an owner that cannot be judged keeps it until a person decides', async () => {
    const path = join(testFolder(), 'Case.stet');
    const as = machine(new Map([[1, 'unclear']]));
    await takeLock(realDisk, path, as(1));
    expect(await takeLock(realDisk, path, as(2))).toMatchObject({
      taken: false,
      life: 'unclear',
      owner: { pid: 1 },
    });
    expect((await takeLock(realDisk, path, as(2), true)).taken).toBe(true);
  });

  test('force does not take a lock from a living process', async () => {
    const path = join(testFolder(), 'Case.stet');
    const as = machine(new Map([[1, 'alive']]));
    await takeLock(realDisk, path, as(1));
    expect(await takeLock(realDisk, path, as(2), true)).toMatchObject({ taken: false, life: 'alive' });
  });

  test('releasing leaves a lock alone that is not ours any more', async () => {
    const path = join(testFolder(), 'Case.stet');
    const lives = new Map<number, Life>();
    const as = machine(lives);
    const first = await takeLock(realDisk, path, as(1));
    const second = await takeLock(realDisk, path, as(2));
    if (!first.taken || !second.taken) throw new Error('not taken');
    await first.lock.release();
    expect(await second.lock.isOurs()).toBe(true);
    await second.lock.release();
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });
});

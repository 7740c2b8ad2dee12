import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Notices } from '../../shared/api.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { LongWork } from './long-work.ts';

const store = {} as CaseStore;
const another = {} as CaseStore;

/** Work of which every word is told at once, to so many windows. */
function listening(windows = 1) {
  const told: Notices['exhibitProgress'][] = [];
  const tell = (_store: CaseStore, progress: Notices['exhibitProgress']): number => {
    told.push(progress);
    return windows;
  };
  return { told, works: new LongWork(tell, 0) };
}

test('tells how far it is, and when it is over, also when it failed', async () => {
  const { told, works } = listening();
  const answer = await works.follow(store, 10, async ({ onFile, onBytes }) => {
    onFile('one.pdf');
    await setTimeout(60);
    onBytes?.(4);
    await setTimeout(60);
    onBytes?.(400);
    return 'done';
  });
  expect(answer).toBe('done');
  expect(told.at(0)).toMatchObject({ file: 'one.pdf', share: 0 });
  expect(told.slice(-3)).toEqual([{ file: 'one.pdf', share: 0.4 }, { file: 'one.pdf', share: 1 }, null]);
  const failing = works.follow(store, 0, ({ onFile }) => {
    onFile('two.pdf');
    return Promise.reject(new Error('a bug'));
  });
  await expect(failing).rejects.toThrow('a bug');
  expect(told.slice(-2)).toEqual([{ file: 'two.pdf', share: 0 }, null]);
});

test('says nothing of what is over soon', async () => {
  const told: unknown[] = [];
  const works = new LongWork(() => told.push(0));
  await works.follow(store, 1, ({ onBytes }) => Promise.resolve(onBytes?.(1)));
  expect(told).toEqual([]);
});

test('does one thing after the other on a case, whatever became of the one before, and cases apart', async () => {
  const { works } = listening();
  const order: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      order.push(`${name} begins`);
      await setTimeout(20);
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    };
  const first = works.follow(store, 0, work('first', true));
  const second = works.follow(store, 0, work('second'));
  const other = works.follow(another, 0, work('other'));
  await Promise.allSettled([first, second, other]);
  expect(order.filter((each) => !each.startsWith('other'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
  ]);
  expect(order.indexOf('other begins')).toBeLessThan(order.indexOf('first ends'));
});

test('is ended with what waits for it, and later work is not', async () => {
  const { works } = listening();
  const untilEnded = ({ signal }: { signal?: AbortSignal | undefined }): Promise<boolean> =>
    setTimeout(1_000, undefined, { signal }).then(
      () => false,
      () => true,
    );
  const both = [works.follow(store, 0, untilEnded), works.follow(store, 0, untilEnded)];
  works.end(another);
  works.end(store);
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(await works.follow(store, 0, async ({ signal }) => signal?.aborted)).toBe(false);
});

test('is ended when no window has the case open any more', async () => {
  const { works } = listening(0);
  const ended = works.follow(store, 0, async ({ signal, onFile }) => {
    onFile('one.pdf');
    return signal?.aborted;
  });
  expect(await ended).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

/** Work that ends when it is told to, and says when it began. */
function works(turns: Turns) {
  const began: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const start = (name: string, signal?: AbortSignal): Promise<string | null> =>
    turns.take(() => {
      began.push(name);
      return new Promise((resolve, reject) =>
        ends.set(name, (error) => (error ? reject(error) : resolve(name))),
      );
    }, signal);
  const end = async (name: string, error?: Error): Promise<void> => {
    ends.get(name)?.(error);
    await settled();
  };
  return { began, start, end };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('taking turns', () => {
  it('lets so many go, and the next when one has ended, however it did', async () => {
    const { began, start, end } = works(new Turns(2));
    const all = ['a', 'b', 'c', 'd'].map((name) => start(name));
    const failed = all[0]?.catch(String);
    await settled();
    expect(began).toEqual(['a', 'b']);
    await end('a', new Error('no'));
    expect(began).toEqual(['a', 'b', 'c']);
    await end('b');
    await end('c');
    await end('d');
    expect(await failed).toBe('Error: no');
    expect(await Promise.all(all.slice(1))).toEqual(['b', 'c', 'd']);
  });

  it('lets those leave who do not want to wait', async () => {
    const { began, start, end } = works(new Turns(1));
    const leaving = new AbortController();
    const gone = AbortSignal.abort();
    const first = start('a');
    const second = start('b', leaving.signal);
    const third = start('c');
    expect(await start('d', gone)).toBeNull();
    leaving.abort();
    expect(await second).toBeNull();
    await end('a');
    expect(began).toEqual(['a', 'c']);
    await end('c');
    expect(await Promise.all([first, third])).toEqual(['a', 'c']);
    const last = start('e');
    await settled();
    await end('e');
    expect(await last).toBe('e');
  });
});

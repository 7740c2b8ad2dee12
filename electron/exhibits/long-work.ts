import type { Notices } from '../../shared/api.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import type { Following } from './pieces.ts';

/** What is over by then needs no word about its progress; in milliseconds. */
const PATIENCE = 300;
/** So long nothing more is said of it, in milliseconds: a window need not draw every piece. */
const PAUSE = 50;

/** How work on several files is followed: also told which one it has come to. */
export type FollowingFiles = Following & { signal: AbortSignal; onFile: (name: string) => void };

interface Going {
  /** What the next one waits for. */
  last: Promise<unknown>;
  ending: Set<AbortController>;
}

/**
 * Work on the files of cases that may take long. On each case there is one at a time, and what is asked meanwhile waits:
 * files dropped while others are taken in neither end those nor become exhibits twice. Whoever looks at the case hears
 * how far it is, and can end it.
 */
export class LongWork {
  private readonly going = new WeakMap<CaseStore, Going>();

  /** `tell` says something to every window on a case, and answers to how many. */
  constructor(
    private readonly tell: (store: CaseStore, progress: Notices['exhibitProgress']) => number,
    private readonly patience = PATIENCE,
  ) {}

  /** Does work on the files of a case when its turn comes. `total` is in bytes, as what the work then tells is. */
  async follow<T>(
    store: CaseStore,
    total: number,
    work: (following: FollowingFiles) => Promise<T>,
  ): Promise<T> {
    const going = this.of(store);
    const ending = new AbortController();
    going.ending.add(ending);
    const turn = going.last.then(() => this.carryOut(store, total, ending, work));
    going.last = turn.catch(() => undefined);
    return turn.finally(() => going.ending.delete(ending));
  }

  /** Ends what goes on with the files of a case, and what waits for it. */
  end(store: CaseStore): void {
    for (const each of this.of(store).ending) each.abort();
  }

  private async carryOut<T>(
    store: CaseStore,
    total: number,
    ending: AbortController,
    work: (following: FollowingFiles) => Promise<T>,
  ): Promise<T> {
    const began = performance.now();
    let [done, file, told] = [0, '', 0];
    const tell = (): void => {
      const now = performance.now();
      if (now - began < this.patience || now - told < PAUSE) return;
      told = now;
      const share = total === 0 ? 0 : Math.min(1, done / total);
      // Nobody has the case open any more.
      if (this.tell(store, { file, share }) === 0) ending.abort();
    };
    const onBytes = (bytes: number): void => {
      done += bytes;
      tell();
    };
    const onFile = (name: string): void => {
      file = name;
      tell();
    };
    try {
      return await work({ signal: ending.signal, onBytes, onFile });
    } finally {
      if (told > 0) this.tell(store, null);
    }
  }

  private of(store: CaseStore): Going {
    const known = this.going.get(store);
    if (known) return known;
    const going = { last: Promise.resolve(), ending: new Set<AbortController>() };
    this.going.set(store, going);
    return going;
  }
}

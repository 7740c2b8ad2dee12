import { randomUUID } from 'node:crypto';
import type { Notices } from '../../shared/api.ts';
import type { CaseStore } from '../case-store/case-store.ts';
import { SCHEME } from '../app-protocol.ts';
import type { CaseWindow } from '../windows.ts';
import type { FollowingReport } from './make-report.ts';

/** What is over by then needs no word about its progress; in milliseconds. */
const PATIENCE = 300;
/** So long nothing more is said of it, in milliseconds: a window need not draw every step. */
const PAUSE = 50;

type Notice = Notices['reportProgress'];
type What = Notice['what'];

/** The pages a window looks at. */
interface Pages {
  address: string;
  store: CaseStore;
  html: Uint8Array<ArrayBuffer>;
}

/**
 * Reports that are being made for windows: of each kind one at a time, a newer one ends the one before. A window hears how
 * far it is and can end it; it ends by itself when the window shows another case or is closed. The pages of a preview are
 * kept until the next one, or until the case leaves the window.
 */
export class WindowReports {
  private readonly going = new Map<CaseWindow, Map<What, AbortController>>();
  private readonly pages = new Map<CaseWindow, Pages>();

  /** `tell` says something to a window. */
  constructor(
    private readonly tell: (entry: CaseWindow, notice: Notice) => void,
    private readonly patience = PATIENCE,
  ) {}

  /** Makes a report for a window. */
  async follow<T>(
    entry: CaseWindow,
    what: What,
    work: (following: FollowingReport) => Promise<T>,
  ): Promise<T> {
    const { store } = entry;
    const kinds = this.goingIn(entry);
    kinds.get(what)?.abort();
    const ending = new AbortController();
    kinds.set(what, ending);
    const began = performance.now();
    let told = 0;
    const onProgress: FollowingReport['onProgress'] = (share, at, format) => {
      if (entry.store !== store) ending.abort();
      const now = performance.now();
      if (ending.signal.aborted || now - began < this.patience || now - told < PAUSE) return;
      told = now;
      this.tell(entry, { what, progress: { share, at, format } });
    };
    try {
      return await work({ signal: ending.signal, onProgress });
    } finally {
      // A newer one tells of itself.
      if (kinds.get(what) === ending) {
        kinds.delete(what);
        if (told > 0) this.tell(entry, { what, progress: null });
      }
    }
  }

  private goingIn(entry: CaseWindow): Map<What, AbortController> {
    const known = this.going.get(entry);
    if (known) return known;
    const kinds = new Map<What, AbortController>();
    this.going.set(entry, kinds);
    entry.window.once('closed', () => {
      for (const ending of kinds.values()) ending.abort();
      this.going.delete(entry);
      this.pages.delete(entry);
    });
    return kinds;
  }

  /** Ends what goes on in a window, except for the pages it only looks at. */
  cancel(entry: CaseWindow): void {
    for (const [what, ending] of this.going.get(entry) ?? []) if (what !== 'preview') ending.abort();
  }

  /** Keeps the pages a window looks at, and answers the address that leads to them. */
  keep(entry: CaseWindow, store: CaseStore, html: Uint8Array<ArrayBuffer>): string {
    const address = `${SCHEME}://report/preview/${randomUUID()}`;
    this.pages.set(entry, { address, store, html });
    return address;
  }

  /** The pages at an address, if a window still shows the case they are of. */
  pageAt(address: string): Uint8Array<ArrayBuffer> | null {
    for (const [entry, { store }] of this.pages) if (entry.store !== store) this.pages.delete(entry);
    return [...this.pages.values()].find((page) => page.address === address)?.html ?? null;
  }
}

import type { Report } from '../../shared/report/report-data.ts';
import { inPieces } from '../in-pieces.ts';
import { piecesOfReport } from './handing-over.ts';
import type { FromThread, Question, Questions, ToThread } from './worker-side.ts';

/** How long handing over may hold the event loop at a stretch, in milliseconds: half a frame. */
const STRETCH = 8;

/** A thread as who started it sees it. */
export interface Thread {
  on(event: 'message', listener: (message: FromThread) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  postMessage: (message: ToThread, transfer?: ArrayBuffer[]) => void;
  terminate: () => Promise<unknown>;
}

/** Thrown where a person ended the making of a report. */
export class Cancelled extends Error {}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/**
 * The desk at which one report is written: a thread that is given the report and asked for its forms. However that goes
 * on, close() ends it; so does `signal`, at once and in the middle of whatever the thread is at.
 */
export class Desk {
  private readonly thread: Thread;
  private readonly waiting = new Map<number, Waiting>();
  private numbers = 0;
  /** Why nothing more is answered. */
  private over: Error | null = null;

  constructor(
    start: () => Thread,
    private readonly signal: AbortSignal,
  ) {
    this.thread = start();
    this.thread.on('message', (message) => this.hear(message));
    this.thread.on('error', (error) => this.end(error));
    this.thread.on('exit', () => this.end(new Error('the thread that writes reports ended')));
    signal.addEventListener('abort', this.cancel);
    if (signal.aborted) this.cancel();
  }

  private readonly cancel = (): void => {
    this.end(new Cancelled());
    void this.thread.terminate();
  };

  /** Gives the thread the report, in pieces that let go of the event loop. */
  async handOver(report: Report): Promise<void> {
    const post = (piece: ToThread): void => this.thread.postMessage(piece);
    const steps = (function* (): Generator<number, void> {
      for (const piece of piecesOfReport(report)) {
        post({ piece });
        yield 0;
      }
    })();
    if (!(await inPieces(steps, { stretch: STRETCH, signal: this.signal }))) throw new Cancelled();
  }

  /** Rejects with `Cancelled`, or with what went wrong in the thread. */
  ask<Q extends Question>(
    ask: Q,
    input: Questions[Q]['input'],
    transfer: ArrayBuffer[] = [],
  ): Promise<Questions[Q]['output']> {
    if (this.over) return Promise.reject(this.over);
    const number = ++this.numbers;
    const answer = new Promise<Questions[Q]['output']>((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
    });
    this.thread.postMessage({ ask, number, input } as ToThread, transfer);
    return answer;
  }

  private hear(message: FromThread): void {
    const waiting = this.waiting.get(message.number);
    this.waiting.delete(message.number);
    if ('answer' in message) waiting?.resolve(message.answer as never);
    else waiting?.reject(new Error(message.failure));
  }

  private end(error: Error): void {
    this.over ??= error;
    for (const { reject } of this.waiting.values()) reject(this.over);
    this.waiting.clear();
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    this.signal.removeEventListener('abort', this.cancel);
    this.end(new Cancelled());
    await this.thread.terminate();
  }
}

import { fork } from 'node:child_process';

/** In which of the two the code runs: the Electron that people get, as plain Node, or the Node of the command line. */
export type Runtime = 'electron' | 'node';

/**
 * What a process of a benchmark does. Sizes are measured in processes of their own, in turn, because a large heap slows
 * down whatever else is in it.
 */
export interface Job<I, Q, A> {
  readonly name: string;
  /** Gets everything ready, then answers questions until the benchmark ends. */
  readonly begin: (input: I) => Promise<Begun<Q, A>>;
}
export interface Begun<Q, A> {
  answer(question: Q): Promise<A>;
  end(): Promise<void>;
}

/** A running process, as the one who asks sees it. */
export interface Worker<Q, A> {
  ask(question: Q): Promise<A>;
  /** Ends the process after it has put away what it had open. */
  end(): Promise<void>;
  /** Ends it at once, if it still runs. */
  kill(): void;
}

type Message = { begin: unknown } | { question: unknown } | { end: true };
type Reply = { answer: unknown } | { failure: string };

/** A case of 100,000 must not be short of room. Electron's V8 has 4 GB at most. */
const FLAGS: Record<Runtime, string[]> = {
  electron: ['--expose-gc', '--max-old-space-size=4000'],
  node: ['--expose-gc', '--max-old-space-size=12000'],
};

/** Starts this program again as a worker for `job`. */
export async function startWorker<I, Q, A>(
  job: Job<I, Q, A>,
  runtime: Runtime,
  executable: string,
  input: I,
): Promise<Worker<Q, A>> {
  const child = fork(process.argv[1] as string, ['--worker', job.name], {
    execPath: executable,
    execArgv: FLAGS[runtime],
    env: { ...process.env, ...(runtime === 'electron' ? { ELECTRON_RUN_AS_NODE: '1' } : {}) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`the process for ${job.name} ended (${signal ?? code})`)),
    );
  });
  ended.catch(() => undefined);
  const ask = async (message: Message): Promise<unknown> => {
    const reply = new Promise<Reply>((resolve) => child.once('message', resolve as (value: unknown) => void));
    child.send(message);
    const settled = await Promise.race([reply, ended]);
    if ('failure' in settled) throw new Error(settled.failure);
    return settled.answer;
  };
  const stop = () => child.kill();
  process.once('exit', stop);
  await ask({ begin: input });
  return {
    ask: (question) => ask({ question }) as Promise<A>,
    async end() {
      await ask({ end: true });
      process.off('exit', stop);
      child.disconnect();
      await ended.catch(() => undefined);
    },
    kill() {
      process.off('exit', stop);
      stop();
    },
  };
}

/** The other side: does what is asked until it is told to end. */
export function serveWorker(job: Job<never, never, unknown>): void {
  let begun: Begun<never, unknown> | undefined;
  const carryOut = async (message: Message): Promise<unknown> => {
    if ('begin' in message) {
      begun = await job.begin(message.begin as never);
      return null;
    }
    return 'question' in message ? begun?.answer(message.question as never) : begun?.end();
  };
  process.on('message', (message: Message) => {
    carryOut(message).then(
      (answer) => process.send?.({ answer: answer ?? null } satisfies Reply),
      (error: unknown) =>
        process.send?.({
          failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
        } satisfies Reply),
    );
  });
}

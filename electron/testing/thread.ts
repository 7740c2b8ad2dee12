import { MessageChannel } from 'node:worker_threads';
import type { Thread } from '../report/desk.ts';
import { serveReport } from '../report/worker-side.ts';

/**
 * For tests only: what the thread that writes reports does, in this one, since plain Node cannot start a thread from the
 * source. All that goes to and fro is copied, as between threads.
 */
export function threadHere(): Thread {
  const { port1, port2 } = new MessageChannel();
  serveReport(port2);
  return Object.assign(port1, {
    terminate: async () => {
      port1.close();
      port2.close();
    },
  });
}

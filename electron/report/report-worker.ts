import { parentPort } from 'node:worker_threads';
import { serveReport } from './worker-side.ts';

/** The thread that writes a report: a bundle of its own (scripts/build.mjs), started by start-thread.ts. */
if (!parentPort) throw new Error('this is the script of a thread');
serveReport(parentPort);

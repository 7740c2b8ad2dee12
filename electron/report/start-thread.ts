import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Thread } from './desk.ts';

/** Where the build puts the script: beside whichever of its bundles this is in. */
const SCRIPT = join(import.meta.dirname, 'report-worker.js');

/** Starts the thread that writes a report. */
export const startThread = (): Thread => new Worker(SCRIPT, { stdout: false, stderr: false });

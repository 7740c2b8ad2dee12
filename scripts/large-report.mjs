/**
 * `npm run test:report`: a report of 10,000 allegations leaves the window in every form, and how long a frame, an answer
 * and main's event loop took at most meanwhile. Takes some minutes.
 */
import './node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fail, isMain, root, say, SetupError } from './common.mjs';
import { setUp } from './setup.mjs';

const ALLEGATIONS = 10_000;

async function main() {
  await setUp({ forTests: true });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-report-'));
  try {
    const file = path.join(folder, 'Large.stet');
    const { start } = await import('./tools.mjs');
    const make = [path.join(root, 'scripts', 'bench.mjs'), '--make', file, '--allegations', `${ALLEGATIONS}`];
    const made = await start([process.execPath, make]);
    if (made.code !== 0) throw new SetupError(`the large case could not be made:\n${made.output}`);
    const counts = path.join(folder, 'counts.jsonl');
    const { runPlaywright } = await import('./e2e.mjs');
    const env = { STET_LARGE_CASE: file, STET_DURABILITY_COUNTS: counts };
    const code = await runPlaywright('long', ['long/large-report.spec.ts'], env);
    const lines = fs.existsSync(counts) ? fs.readFileSync(counts, 'utf8').trim().split('\n') : [];
    for (const { what, ms, bytes, frame, answer, main: turn } of lines.map((line) => JSON.parse(line)))
      say(
        `${what}: ${(ms / 1000).toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB; longest frame ${frame} ms, answer ${answer} ms, turn of main ${turn} ms`,
      );
    return code;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  main().then((code) => process.exit(code), fail);
}

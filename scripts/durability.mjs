/**
 * `npm run test:durability`: the long proofs that no acknowledged edit is ever lost. Each part ends with a line that
 * counts. With `--only NAME` just one part: states, race, kill or faults. `STET_CRASH_STATES` (100,000) and `STET_KILLS`
 * (200, half of them during a snapshot) say how many.
 */
import './node-version.mjs';
import childProcess from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import { checkoutCache, fail, isMain, root, say, SetupError } from './common.mjs';
import { setUp } from './setup.mjs';

const PARTS = { states, race, kill, faults };
/** Allegations in the case whose snapshots are interrupted: enough for one to take a good part of a second. */
const LARGE = 10_000;
const RACES = 500;
const RACERS = 12;

async function main(args) {
  if (args[0] === '--racer') return racer(args[1], args[2]);
  const only = args[0] === '--only' ? args[1] : undefined;
  if (args.length > 0 && !(only in PARTS))
    throw new SetupError(`a part is missing after --only: ${Object.keys(PARTS).join(', ')}`);
  await setUp({ forTests: true });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-durability-'));
  try {
    let failed = 0;
    for (const [name, part] of Object.entries(PARTS)) {
      if (only && only !== name) continue;
      const started = Date.now();
      const { passed, line } = await part(folder);
      say(`${passed ? '✓' : '✗'} ${line} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
      if (!passed) failed++;
    }
    return failed > 0 ? 1 : 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Power cuts, failing operations and damage, on a simulated disk. */
async function states() {
  const { start, tool } = await import('./tools.mjs');
  const count = process.env.STET_CRASH_STATES || '100000';
  const tests = ['power-cut', 'damage', 'two-versions'].map((name) => `electron/case-store/${name}.test.ts`);
  const { code, output } = await start(tool('vitest', ['run', ...tests]), {
    env: { ...process.env, STET_CRASH_STATES: count },
  });
  const lines = output.split('\n').filter((line) => /^(?:power cuts|damage|two versions)/u.test(plain(line)));
  if (code !== 0) say(output);
  return { passed: code === 0, line: lines.map(plain).join('\n  ') };
}

// oxlint-disable-next-line no-control-regex -- colours of a terminal are control characters.
const plain = (line) => line.replace(/\u001B\[[0-9;]*m/gu, '');

/** Many processes see the lock of a dead one at once: one takes it over, and only one. */
async function race(folder) {
  const file = path.join(folder, 'Race.stet');
  const racers = await startRacers(await builtStore(), file);
  let wrong = 0;
  for (let round = 0; round < RACES; round++) {
    const gone = {
      host: os.hostname(),
      pid: 999_999_999,
      started: '1',
      boot: null,
      nonce: `${round}`,
      at: '',
    };
    fs.writeFileSync(`${file}.lock`, JSON.stringify(gone));
    for (const { child } of racers) child.stdin.write('go\n');
    const answers = await Promise.all(racers.map(({ next }) => next()));
    if (answers.filter((answer) => answer === 'won').length !== 1) wrong++;
  }
  for (const { child } of racers) child.stdin.end();
  const line = `lock: ${RACES} take-overs by ${RACERS} processes at once, ${wrong} without exactly one winner`;
  return { passed: wrong === 0, line };
}

/** Answers when all of them are ready. */
async function startRacers(store, file) {
  const racers = Array.from({ length: RACERS }, () => {
    const child = childProcess.spawn(process.execPath, [import.meta.filename, '--racer', store, file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, next: async () => (await lines.next()).value };
  });
  await Promise.all(racers.map(({ next }) => next()));
  return racers;
}

/** One process of the races: tries to take the lock at each word, and says whether it did. */
async function racer(store, file) {
  const { takeLock, realDisk, thisMachine } = await import(pathToFileURL(store).href);
  process.stdout.write('ready\n');
  for await (const _word of readline.createInterface({ input: process.stdin })) {
    const { taken } = await takeLock(realDisk, file, thisMachine);
    process.stdout.write(taken ? 'won\n' : 'lost\n');
  }
  return 0;
}

/** `kill -9` of the real app. */
async function kill(folder) {
  const { makeCase, CaseStore } = await import(pathToFileURL(await builtStore()).href);
  const large = path.join(folder, 'Large.stet');
  const made = await CaseStore.create(large, makeCase(LARGE));
  if (!made.ok) throw new SetupError(`the large case could not be written: ${made.error.code}`);
  const { passed, sums } = await playwright(folder, 'kill', { STET_LARGE_CASE: large });
  const trials = (sums.kill?.trials ?? 0) + (sums.snapshot?.trials ?? 0);
  const edits = (sums.kill?.edits ?? 0) + (sums.snapshot?.edits ?? 0);
  const during = sums.snapshot?.trials ?? 0;
  const line = `kill -9: ${trials} trials, ${during} of them during a snapshot; ${edits} acknowledged edits`;
  return { passed, line: `${line}, ${passed ? '0 lost' : 'see above'}` };
}

/** Full and read-only disks, several processes, changes from outside. */
async function faults(folder) {
  const { passed, sums } = await playwright(folder, 'faults', {});
  const told = Object.entries(sums).map(([what, numbers]) => {
    const counts = Object.entries(numbers).map(([unit, number]) => `${number} ${unit}`);
    return `${what} (${counts.join(', ')})`;
  });
  return { passed, line: `faults: ${told.join(' · ')}${passed ? ', nothing lost' : ''}` };
}

async function playwright(folder, file, env) {
  const counts = path.join(folder, `${file}.jsonl`);
  const { runPlaywright } = await import('./e2e.mjs');
  const code = await runPlaywright('long', [`long/${file}.spec.ts`], {
    ...env,
    STET_DURABILITY_COUNTS: counts,
  });
  const lines = fs.existsSync(counts) ? fs.readFileSync(counts, 'utf8').trim().split('\n') : [];
  const sums = {};
  for (const { what, ...numbers } of lines.map((line) => JSON.parse(line))) {
    sums[what] ??= {};
    for (const [unit, number] of Object.entries(numbers)) sums[what][unit] = (sums[what][unit] ?? 0) + number;
  }
  return { passed: code === 0, sums };
}

/** The parts of the source that are needed here in plain Node, as one module; answers its path. */
async function builtStore() {
  const { build } = await import('vite');
  const { builtinModules } = await import('node:module');
  const folder = path.join(checkoutCache, 'durability');
  const from = (name) => JSON.stringify(path.join(root, name));
  const entry = [
    `export { makeCase } from ${from('bench/make-case.ts')};`,
    `export { CaseStore } from ${from('electron/case-store/case-store.ts')};`,
    `export { realDisk } from ${from('electron/case-store/disk.ts')};`,
    `export { takeLock } from ${from('electron/case-store/lock.ts')};`,
    `export { thisMachine } from ${from('electron/case-store/neighbourhood.ts')};`,
  ].join('\n');
  const virtual = '\0durability';
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [
      {
        name: 'durability',
        resolveId: (id) => (id === 'durability' ? virtual : null),
        load: (id) => (id === virtual ? entry : null),
      },
    ],
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: 'durability',
        external: [...builtinModules, /^node:/],
        output: { format: 'es', entryFileNames: 'store.mjs', codeSplitting: false },
      },
    },
  });
  return path.join(folder, 'store.mjs');
}

if (isMain(import.meta.url)) {
  main(process.argv.slice(2)).then((code) => process.exit(code), fail);
}

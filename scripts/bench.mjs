/**
 * `npm run bench [-- --only NAME] [--json] [--results]`: measures Stet as it ships, in the Electron that set-up chose.
 * `npm run bench -- --make CASE --allegations N` writes a case file of any size instead.
 *
 * What Stet is compared with is installed in bench/ on the first run and is no dependency of the app.
 */
import './node-version.mjs';
import childProcess from 'node:child_process';
import { builtinModules } from 'node:module';
import path from 'node:path';
import {
  beQuiet,
  callerFolder,
  checkoutCache,
  fail,
  isRoot,
  npmCommand,
  readJson,
  root,
  run,
  SetupError,
  tail,
} from './common.mjs';
import { displayEnvironment } from './display.mjs';
import { ensureDependencies, setUp } from './setup.mjs';

const folder = path.join(root, 'bench');
const output = path.join(checkoutCache, 'bench');

/** Standard output belongs to the results. */
const tell = (line) => console.error(line);

/** Installs what is compared, unless it is there. Without a compiler SQLite is missing, and its rows say so. */
function ensureCompared() {
  const locked = readJson(path.join(folder, 'package-lock.json'));
  const installed = readJson(path.join(folder, 'node_modules', '.package-lock.json'));
  const isThere = ([name, { version, optional }]) =>
    name === '' || optional || installed?.packages[name]?.version === version;
  if (installed && Object.entries(locked.packages).every(isThere)) return;

  tell('Installing what Stet is compared with (SQLite is compiled: about a minute, once) …');
  const [npm, before, options] = npmCommand();
  const args = [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = run(npm, args, { ...options, cwd: folder });
  if (done.code !== 0)
    tell(`Some of it could not be installed, and will be missing:\n${tail(done.output, 5)}`);
}

/** The benchmarks and Stet's own code in one file, bundled like the app itself (scripts/build.mjs). */
async function bundle() {
  const vite = await import('vite');
  try {
    await vite.build({
      configFile: false,
      root,
      mode: 'production',
      logLevel: 'error',
      ssr: { target: 'node', noExternal: true },
      build: {
        ssr: path.join(folder, 'main.ts'),
        outDir: output,
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node20',
        minify: false,
        reportCompressedSize: false,
        rolldownOptions: {
          external: ['electron', ...builtinModules, /^node:/],
          output: { format: 'es', entryFileNames: 'main.mjs', codeSplitting: false },
        },
      },
    });
  } catch (error) {
    throw new SetupError(`the benchmarks could not be built: ${error.message}`);
  }
  return path.join(output, 'main.mjs');
}

async function main(args) {
  beQuiet(true);
  return args.includes('--make')
    ? runProgram(args, await forMaking())
    : runProgram(args, await forMeasuring());
}

/** A case file is made without Electron. */
async function forMaking() {
  ensureDependencies();
  return { given: { callerFolder }, env: process.env };
}

async function forMeasuring() {
  const electron = await setUp();
  ensureCompared();
  const given = {
    electron: electron.executable,
    root,
    switches: isRoot ? ['--no-sandbox'] : [],
    runtimes: {
      electron: `Electron ${electron.version} (${electron.kind})`,
      node: `Node.js ${process.versions.node}`,
    },
    callerFolder,
  };
  return { given, env: await displayEnvironment() };
}

async function runProgram(args, { given, env }) {
  const program = await bundle();
  const child = childProcess.spawn(process.execPath, ['--max-old-space-size=12000', program, ...args], {
    stdio: 'inherit',
    env: { ...env, STET_BENCH: JSON.stringify(given) },
  });
  // Whoever ends this command ends what it measures.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

main(process.argv.slice(2)).then((code) => process.exit(code), fail);

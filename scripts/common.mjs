/** What all scripts share: where things are, how they speak, how they run a program. Node's own modules only. */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Stamps and records of this checkout: ignored by git, and not inside node_modules, so that they outlive `npm ci`. */
export const checkoutCache = path.join(root, '.cache', 'stet');

/** Downloads worth keeping for every checkout of this user. `STET_CACHE` names another folder. */
export function userCache() {
  if (process.env.STET_CACHE) return path.resolve(process.env.STET_CACHE);
  const home = os.homedir();
  const base =
    process.platform === 'darwin'
      ? path.join(home, 'Library', 'Caches')
      : process.platform === 'win32'
        ? process.env.LOCALAPPDATA || path.join(home, 'AppData', 'Local')
        : process.env.XDG_CACHE_HOME || path.join(home, '.cache');
  const folder = path.join(base, 'stet');
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return folder;
  } catch {
    return checkoutCache; // A user without a writable home still gets a working checkout.
  }
}

/** An expected failure: its message is one sentence for the person at the terminal, who sees no stack trace. */
export class SetupError extends Error {}

/** Is this module the program being run, and not imported by another one? */
export function isMain(moduleUrl) {
  return Boolean(process.argv[1]) && fs.realpathSync(process.argv[1]) === fileURLToPath(moduleUrl);
}

/** Where the person stood who called: npm runs scripts in the checkout, but paths are meant from there. */
export const callerFolder =
  (process.env.npm_lifecycle_event && process.cwd() === root && process.env.INIT_CWD) || process.cwd();

let quiet = false;

/** With `true`, progress is not spoken (`npm run --silent stet` owns its standard output). Failures always are. */
export function beQuiet(value) {
  quiet = value;
}

export function say(line) {
  if (!quiet) console.log(line);
}

export function warn(line) {
  if (!quiet) console.error(line);
}

/** Ends the process with the sentence of a SetupError, or with the whole error if it is a bug. */
export function fail(error) {
  console.error(error instanceof SetupError ? `stet: ${error.message}` : error);
  process.exit(1);
}

/**
 * Runs a program and collects what it says.
 * @returns {{ code: number, stdout: string, stderr: string, output: string }} code 127 if it cannot be started.
 */
export function run(command, args, options = {}) {
  const result = childProcess.spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const stdout = result.stdout || '';
  const stderr = result.stderr || (result.error ? result.error.message : '');
  return { code: result.error ? 127 : (result.status ?? 1), stdout, stderr, output: stdout + stderr };
}

/** How to call the npm that called us, or the one on the path: `[command, arguments before npm's own, options]`. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, [script], {}];
  return process.platform === 'win32' ? ['npm.cmd', [], { shell: true }] : ['npm', [], {}];
}

/** The last lines of a program's output: where the reason stands. */
export function tail(text, lines = 15) {
  return text.trim().split('\n').slice(-lines).join('\n');
}

export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written whole or not at all: a stamp cut short would be believed. */
export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  fs.writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`);
  fs.renameSync(partial, file);
}

/** The full path of a program on the PATH, or undefined. */
export function which(name) {
  for (const folder of (process.env.PATH || '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      return file;
    } catch {
      // Look further.
    }
  }
  return undefined;
}

/** Root on Linux: Chromium refuses its sandbox to root, and apt may be used. */
export const isRoot = process.platform !== 'win32' && process.getuid() === 0;
